package dev.yiwen.handoff.phrase;

import dev.yiwen.identity.Right;
import dev.yiwen.identity.Staff;
import dev.yiwen.shared.EntityStore;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.Problem.Kind;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;

/** The phrases of the team and of its agents. */
@Singleton
final class QuickPhrases {
    private static final String TAKEN = "This shortcut is taken.";

    private final EntityStore entities;

    QuickPhrases(EntityStore entities) {
        this.entities = entities;
    }

    /** The agent's own first, then the team's. */
    Uni<List<Phrase>> of(Staff agent) {
        return entities.read(session -> session.createQuery(
                        "from Phrase where staffId is null or staffId = :agent order by staffId nulls last, shortcut",
                        Phrase.class)
                .setParameter("agent", agent.id().value())
                .getResultList());
    }

    /** {@code CONFLICT} when the shortcut is taken, {@code FORBIDDEN} for the team's unless a supervisor asks. */
    Uni<Phrase> add(Staff by, boolean shared, String shortcut, String text) {
        if (shared && !by.may(Right.SUPERVISE)) {
            throw new Problem(Kind.FORBIDDEN, "Supervisors edit the team's phrases.");
        }
        var phrase = new Phrase().saying(shortcut, text);
        phrase.staffId = shared ? null : by.id().value();
        return entities.insert(phrase, TAKEN);
    }

    Uni<Phrase> change(UUID id, Staff by, String shortcut, String text) {
        var changed = entities.write(session ->
                own(session, id, by).invoke(it -> it.saying(shortcut, text)).call(session::update));
        return EntityStore.unlessTaken(changed, TAKEN);
    }

    Uni<Void> remove(UUID id, Staff by) {
        return entities.write(session -> own(session, id, by).chain(session::delete));
    }

    private static Uni<Phrase> own(StatelessSession session, UUID id, Staff by) {
        return session.get(Phrase.class, id).invoke(phrase -> {
            if (phrase == null || !phrase.mayBeEditedBy(by)) {
                throw new Problem(Kind.NOT_FOUND, "There is no such phrase of yours.");
            }
        });
    }
}
