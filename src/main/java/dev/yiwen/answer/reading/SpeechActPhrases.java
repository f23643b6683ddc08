package dev.yiwen.answer.reading;

import dev.yiwen.shared.EntityStore;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.Signals;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** The rows of the editors' phrases; every instance reads them again when one of them was changed. */
@Singleton
final class SpeechActPhrases {
    private static final Logger LOG = Logger.getLogger(SpeechActPhrases.class);
    private static final String TOPIC = "speech_acts";
    /** A single character stands in far too many messages. */
    private static final int SHORTEST = 2;

    private static final int MOST = 500;

    private final EntityStore entities;
    private final Signals signals;
    private final SpeechActList list;

    SpeechActPhrases(EntityStore entities, Signals signals, SpeechActList list) {
        this.entities = entities;
        this.signals = signals;
        this.list = list;
    }

    void start(@Observes StartupEvent event) {
        signals.listen(TOPIC, payload -> look(), this::look);
        look();
    }

    /** Newest first. */
    Uni<List<SpeechActPhrase>> all() {
        return entities.list("from SpeechActPhrase order by addedAt desc, id", SpeechActPhrase.class);
    }

    /** Fails with CONFLICT when the list has them already, in whatever spelling, or is full. */
    Uni<SpeechActPhrase> add(SpeechAct act, String words, String by) {
        var form = SpeechActs.words(words);
        if (form.codePointCount(0, form.length()) < SHORTEST) {
            throw new Problem(Problem.Kind.INVALID, "words need at least two letters or characters");
        }
        var phrase = new SpeechActPhrase();
        phrase.act = act;
        phrase.words = words.strip();
        phrase.form = form;
        phrase.addedBy = by;
        return entities.list("select count(*) from SpeechActPhrase", Long.class)
                .invoke(count -> {
                    if (count.getFirst() >= MOST) {
                        throw new Problem(Problem.Kind.CONFLICT, "the list is full");
                    }
                })
                .chain(() -> entities.insert(phrase, "the list has these words already"))
                .call(this::changed);
    }

    Uni<Void> remove(UUID id) {
        return entities.read(session -> session.createMutationQuery("delete SpeechActPhrase where id = :id")
                        .setParameter("id", id)
                        .executeUpdate())
                .invoke(removed -> {
                    if (removed == 0) {
                        throw new Problem(Problem.Kind.NOT_FOUND, "there are no such words");
                    }
                })
                .chain(this::changed);
    }

    /** This instance knows before it answers; the others a signal later. */
    private Uni<Void> changed() {
        return refresh().chain(() -> signals.send(TOPIC, ""));
    }

    private Uni<Void> refresh() {
        return all().invoke(rows -> list.replace(rows.stream().collect(Collectors.toMap(it -> it.form, it -> it.act))))
                .replaceWithVoid();
    }

    private void look() {
        refresh().subscribe().with(nothing -> {}, e -> LOG.warn("The phrases of speech acts could not be read", e));
    }
}
