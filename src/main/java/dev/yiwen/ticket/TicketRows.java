package dev.yiwen.ticket;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.file.FileId;
import dev.yiwen.identity.StaffId;
import dev.yiwen.ticket.Ticket.Due;
import dev.yiwen.ticket.Ticket.Person;
import dev.yiwen.ticket.Ticket.Someone;
import dev.yiwen.ticket.kind.KindDefinition;
import dev.yiwen.ticket.kind.TicketKinds;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads rows of tickets with their people, steps, and the words of their kinds. */
@Singleton
final class TicketRows {
    /** Of a ticket {@code t}; {@code d} are its steps, and {@code next_due} the deadline that comes first. */
    static final String SELECT = """
            select t.*, o.name as owner_name, b.name as opener_name, c.name as customer_name,
              g.number as merged_number,
              d.step, d.warn_at, d.due_at, d.met_at, d.working, d.next_due
            from ticket t
            left join staff o on o.id = t.owner_id
            left join staff b on b.id = t.opened_by
            left join customer c on c.id = t.customer_id
            left join ticket g on g.id = t.merged_into
            cross join lateral (
              select array_agg(step order by due_at, step) as step, array_agg(warn_at order by due_at, step) as warn_at,
                array_agg(due_at order by due_at, step) as due_at, array_agg(met_at order by due_at, step) as met_at,
                array_agg(working order by due_at, step) as working,
                min(warn_at) filter (where met_at is null) as next_warn,
                min(due_at) filter (where met_at is null) as next_due
              from ticket_step where ticket_id = t.id) d
            """;

    private final TicketKinds kinds;

    TicketRows(TicketKinds kinds) {
        this.kinds = kinds;
    }

    Optional<Ticket> first(RowSet<Row> found) {
        return StreamSupport.stream(found.spliterator(), false).findFirst().map(this::ticket);
    }

    List<Ticket> all(RowSet<Row> found) {
        return StreamSupport.stream(found.spliterator(), false)
                .map(this::ticket)
                .toList();
    }

    private Ticket ticket(Row row) {
        var kind = kinds.of(TicketKind.of(row.getString("kind")), row.getInteger("kinds_version"));
        var conversation = row.getUUID("conversation_id");
        var customer = row.getUUID("customer_id");
        return new Ticket(
                TicketId.of(row.getUUID("id")),
                row.getLong("number"),
                kind.id(),
                kind.label(),
                row.getString("title"),
                row.getString("details"),
                TicketState.valueOf(row.getString("state")),
                TicketPriority.valueOf(row.getString("priority")),
                instant(row.getOffsetDateTime("waiting_since")),
                person(row.getUUID("owner_id"), row.getString("owner_name")),
                customer == null ? null : new Someone(customer, row.getString("customer_name")),
                conversation == null ? null : ConversationId.of(conversation),
                row.getString("contact"),
                person(row.getUUID("opened_by"), row.getString("opener_name")),
                row.getOffsetDateTime("opened_at").toInstant(),
                instant(row.getOffsetDateTime("resolved_at")),
                row.getString("resolution"),
                merged(row.getUUID("merged_into"), row.getLong("merged_number")),
                row.getBoolean("unread"),
                filled(kind, row.getJsonObject("fields")),
                steps(kind, row));
    }

    static TicketEvent event(Row row) {
        var step = row.getString("step");
        return new TicketEvent(
                row.getOffsetDateTime("at").toInstant(),
                row.getLong("of_number"),
                TicketEvent.What.valueOf(row.getString("what")),
                person(row.getUUID("staff_id"), row.getString("staff_name")),
                step == null ? null : TicketStep.of(step),
                row.getString("words"),
                files(row.getJsonObject("files")));
    }

    private static List<Ticket.Filled> filled(KindDefinition kind, JsonObject values) {
        return kind.fields().stream()
                .filter(it -> values.containsKey(it.id()))
                .map(it -> new Ticket.Filled(it.id(), it.label(), values.getString(it.id())))
                .toList();
    }

    static List<TicketFile> files(@Nullable JsonObject attached) {
        return attached == null
                ? List.of()
                : attached.getJsonArray("files").stream()
                        .map(JsonObject.class::cast)
                        .map(it -> new TicketFile(
                                FileId.of(UUID.fromString(it.getString("id"))),
                                it.getString("name"),
                                it.getString("mediaType"),
                                it.getLong("size")))
                        .toList();
    }

    private static List<Due> steps(KindDefinition kind, Row row) {
        var steps = row.getArrayOfStrings("step");
        var warn = row.getArrayOfOffsetDateTimes("warn_at");
        var due = row.getArrayOfOffsetDateTimes("due_at");
        var met = row.getArrayOfOffsetDateTimes("met_at");
        var working = row.getArrayOfBooleans("working");
        return IntStream.range(0, steps == null ? 0 : steps.length)
                .mapToObj(i -> new Due(
                        TicketStep.of(steps[i]),
                        kind.step(TicketStep.of(steps[i])),
                        warn[i].toInstant(),
                        due[i].toInstant(),
                        instant(met[i]),
                        working[i]))
                .toList();
    }

    private static @Nullable Person person(@Nullable UUID id, @Nullable String name) {
        return id == null ? null : new Person(StaffId.of(id), name == null ? "" : name);
    }

    private static Ticket.@Nullable Merged merged(@Nullable UUID id, @Nullable Long number) {
        return id == null || number == null ? null : new Ticket.Merged(TicketId.of(id), number);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
