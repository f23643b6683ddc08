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
        return entities.read(session -> session.createQuery("from WishWord order by addedAt desc, id", WishWord.class)
                .getResultList());
    }

    /** Fails with CONFLICT when the list has them already, in whatever spelling. */
    Uni<WishWord> add(String words, String by) {
        var form = Wording.of(words);
        if (form.codePointCount(0, form.length()) < SHORTEST) {
            throw new Problem(Problem.Kind.INVALID, "words need at least two letters or characters");
        }
        var word = new WishWord(words.strip(), form, by);
        return entities.write(session -> session.createQuery("select count(*) from WishWord", Long.class)
                        .getSingleResult()
                        .invoke(count -> {
                            if (count >= MOST) {
                                throw listed();
                            }
                        })
                        .chain(count -> session.insert(word)))
                .onFailure(EntityStore::isTaken)
                .transform(taken -> listed())
                .call(this::changed)
                .replaceWith(word);
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
        return entities.read(session -> session.createQuery("select form from WishWord", String.class)
                        .getResultList())
                .invoke(list::replace)
                .replaceWithVoid();
    }

    private void look() {
        refresh().subscribe().with(nothing -> {}, e -> LOG.warn("The words for a wish could not be read", e));
    }

    private static Problem listed() {
        return new Problem(Problem.Kind.CONFLICT, "the list has these words already, or is full");
    }
}
