package dev.yiwen.triage;

import dev.yiwen.shared.EntityStore;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.Signals;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** The rows of the editors' words for a wish; every instance reads them again when one of them was changed. */
@Singleton
public final class WishWords {
    private static final Logger LOG = Logger.getLogger(WishWords.class);
    private static final String TOPIC = "wish_words";
    /** A single character stands in far too many messages. */
    private static final int SHORTEST = 2;

    private static final int MOST = 500;

    private final EntityStore entities;
    private final Signals signals;
    private final WishList list;

    WishWords(EntityStore entities, Signals signals, WishList list) {
        this.entities = entities;
        this.signals = signals;
        this.list = list;
    }

    void start(@Observes StartupEvent event) {
        signals.listen(TOPIC, payload -> look(), this::look);
        look();
    }

    /** Newest first. */
    Uni<List<WishWord>> all() {
        return entities.list("from WishWord order by addedAt desc, id", WishWord.class);
    }

    /** Fails with CONFLICT when the list has them already, in whatever spelling, or is full. */
    Uni<WishWord> add(String words, String by) {
        var form = Wording.of(words);
        if (form.codePointCount(0, form.length()) < SHORTEST) {
            throw new Problem(Problem.Kind.INVALID, "words need at least two letters or characters");
        }
        var word = new WishWord();
        word.words = words.strip();
        word.form = form;
        word.addedBy = by;
        return entities.list("select count(*) from WishWord", Long.class)
                .invoke(count -> {
                    if (count.getFirst() >= MOST) {
                        throw new Problem(Problem.Kind.CONFLICT, "the list is full");
                    }
                })
                .chain(() -> entities.insert(word, "the list has these words already"))
                .call(this::changed);
    }

    Uni<Void> remove(UUID id) {
        return entities.read(session -> session.createMutationQuery("delete WishWord where id = :id")
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
        return entities.list("select form from WishWord", String.class)
                .invoke(list::replace)
                .replaceWithVoid();
    }

    private void look() {
        refresh().subscribe().with(nothing -> {}, e -> LOG.warn("The words for a wish could not be read", e));
    }
}
