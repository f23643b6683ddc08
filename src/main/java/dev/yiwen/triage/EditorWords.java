package dev.yiwen.triage;

import dev.yiwen.shared.EntityStore;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.Signals;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** The rows of the editors' words of every kind; every instance reads them again when one of them was changed. */
@Singleton
public final class EditorWords {
    private static final Logger LOG = Logger.getLogger(EditorWords.class);
    private static final String TOPIC = "editor_words";
    /** A single character stands in far too many messages. */
    private static final int SHORTEST = 2;

    /** Wishes, and as many for all speech acts together. */
    private static final int MOST = 500;

    private final EntityStore entities;
    private final Signals signals;
    private final EditorWordList list;

    /**
     * Words as people see them.
     *
     * @param kind {@link EditorWordList#WISH}, or the name of a speech act
     * @param by the editor's name
     */
    public record Added(UUID id, String kind, String words, String by, Instant at) {
        public boolean isWish() {
            return kind.equals(EditorWordList.WISH);
        }
    }

    EditorWords(EntityStore entities, Signals signals, EditorWordList list) {
        this.entities = entities;
        this.signals = signals;
        this.list = list;
    }

    void start(@Observes StartupEvent event) {
        signals.listen(TOPIC, payload -> look(), this::look);
        look();
    }

    /** Wishes, or else what asks nothing; newest first. */
    public Uni<List<Added>> all(boolean wishes) {
        return entities.list(
                        "select id, kind, words, addedBy, addedAt from EditorWord order by addedAt desc, id",
                        Added.class)
                .map(all -> all.stream().filter(it -> it.isWish() == wishes).toList());
    }

    public Uni<Added> addWish(String words, String by) {
        return add(EditorWordList.WISH, words, Wording.of(words), by);
    }

    /**
     * Fails with CONFLICT when the list has them already, in whatever spelling, or is full.
     *
     * @param form as messages are compared with them
     */
    public Uni<Added> add(String kind, String words, String form, String by) {
        if (form.codePointCount(0, form.length()) < SHORTEST) {
            throw new Problem(Problem.Kind.INVALID, "words need at least two letters or characters");
        }
        var word = new EditorWord();
        word.kind = kind;
        word.words = words.strip();
        word.form = form;
        word.addedBy = by;
        return all(kind.equals(EditorWordList.WISH))
                .invoke(all -> {
                    if (all.size() >= MOST) {
                        throw new Problem(Problem.Kind.CONFLICT, "the list is full");
                    }
                })
                .chain(() -> entities.insert(word, "the list has these words already"))
                .call(this::changed)
                .map(it -> new Added(it.id, it.kind, it.words, it.addedBy, it.addedAt));
    }

    public Uni<Void> remove(UUID id) {
        return entities.read(session -> session.createMutationQuery("delete EditorWord where id = :id")
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
        return entities.list("select kind, form from EditorWord", EditorWordList.Form.class)
                .invoke(list::replace)
                .replaceWithVoid();
    }

    private void look() {
        refresh().subscribe().with(nothing -> {}, e -> LOG.warn("The editors' words could not be read", e));
    }
}
