package dev.yiwen.ticket.work;

import dev.yiwen.file.FileId;
import dev.yiwen.shared.Problem;
import dev.yiwen.ticket.TicketFile;
import dev.yiwen.ticket.TicketStep;
import dev.yiwen.ticket.Tickets;
import dev.yiwen.ticket.deadline.Deadlines;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * A ticket in the hands of one: its row stays locked until the session's transaction ends, so whoever else changes it waits
 * and sees what became of it. The version refuses a writer that went past the lock.
 */
record LockedTicket(StatelessSession session, TicketRow row) {
    private static final String ATTACH = """
            update conversation_file set sent = true
            where ticket_id = :ticket and id in (:ids) and stored_at is not null
            returning id, name, media_type, size""";

    /** Fails with {@code NOT_FOUND}. */
    static Uni<LockedTicket> of(StatelessSession session, UUID id) {
        return session.get(TicketRow.class, id, LockMode.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(Tickets::notFound)
                .map(row -> new LockedTicket(session, row));
    }

    void mustBeOpen() {
        Refusal.RESOLVED.unless(!row.state.isDone());
    }

    Uni<Void> save() {
        return session.update(row);
    }

    /** What is due from now on, in the place of what was. */
    Uni<Void> run(Deadlines deadlines) {
        return session.createMutationQuery("delete StepRow where ticketId = :ticket")
                .setParameter("ticket", row.id)
                .executeUpdate()
                .chain(this::now)
                .chain(now -> session.insertAll(deadlines.from(now, row.kind(), row.kindsVersion).stream()
                        .map(due -> StepRow.of(row.id, due))
                        .toArray()));
    }

    /** Up to now the ticket waited for its customer: what is still to do is due that much later. */
    Uni<Void> settle(Deadlines deadlines) {
        var since = row.waitingSince;
        return since == null
                ? Uni.createFrom().voidItem()
                : now().chain(now -> move(new Deadlines.Pause(row.kind(), row.kindsVersion, since, now), deadlines)
                        .invoke(() -> row.waitingSince = now)
                        .chain(this::save));
    }

    private Uni<Void> move(Deadlines.Pause pause, Deadlines deadlines) {
        return session.createQuery("from StepRow where ticketId = :ticket and metAt is null", StepRow.class)
                .setParameter("ticket", row.id)
                .getResultList()
                .chain(steps -> session.updateAll(
                        steps.stream().map(it -> it.later(pause, deadlines)).toArray()));
    }

    /** That step, or all; how many were still to do. */
    Uni<Integer> meet(@Nullable TicketStep step) {
        var open = "update StepRow set metAt = instant where ticketId = :ticket and metAt is null";
        var query = session.createMutationQuery(step == null ? open : open + " and step = :step")
                .setParameter("ticket", row.id);
        return (step == null ? query : query.setParameter("step", step.id())).executeUpdate();
    }

    /** The row is locked, so the same words sent twice at once are written once. */
    Uni<Void> unlessSentBefore(String sentAs, Supplier<Uni<Void>> write) {
        return session.createQuery(
                        "select count(*) from EventRow where ticketId = :ticket and sentAs = :sentAs", Long.class)
                .setParameter("ticket", row.id)
                .setParameter("sentAs", sentAs)
                .getSingleResult()
                .chain(before -> before > 0 ? Uni.createFrom().voidItem() : write.get());
    }

    /** Those files, which are of it from now on. Fails with {@code INVALID} unless they were stored for this ticket. */
    Uni<List<TicketFile>> attach(List<FileId> files) {
        if (files.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return session.createNativeQuery(ATTACH, Object[].class)
                .setParameter("ticket", row.id)
                .setParameter("ids", files.stream().map(FileId::value).toList())
                .getResultList()
                .invoke(found -> require(
                        found.size() == files.size(), Problem.Kind.INVALID, "There is no such file in this ticket."))
                .map(found -> found.stream().map(LockedTicket::file).toList());
    }

    private static TicketFile file(Object[] column) {
        return new TicketFile(
                FileId.of((UUID) column[0]), (String) column[1], (String) column[2], ((Number) column[3]).longValue());
    }

    /** Writes it into the history; every instance is told on commit. */
    Uni<Void> note(EventRow event) {
        event.ticketId = row.id;
        return session.insert(event).chain(() -> tell(session, row.id));
    }

    static Uni<Void> tell(StatelessSession session, UUID ticket) {
        return session.createNativeQuery("select cast(pg_notify('ticket', :ticket) as text)", String.class)
                .setParameter("ticket", ticket.toString())
                .getSingleResult()
                .replaceWithVoid();
    }

    /** By the database's clock. */
    Uni<Instant> now() {
        return session.createNativeQuery("select now()", Instant.class).getSingleResult();
    }

    static void require(boolean holds, Problem.Kind otherwise, String words) {
        if (!holds) {
            throw new Problem(otherwise, words);
        }
    }
}
