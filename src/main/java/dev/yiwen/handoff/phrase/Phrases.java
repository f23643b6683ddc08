package dev.yiwen.handoff.phrase;

import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import dev.yiwen.shared.Ids;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.Problem.Kind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The phrases of the team and of its agents. */
@Singleton
final class Phrases {
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String COLUMNS = "id, shortcut, text, staff_id is null as shared";

    private final Pool database;

    Phrases(Pool database) {
        this.database = database;
    }

    /** The agent's own first, then the team's. */
    Uni<List<Phrase>> of(Staff agent) {
        return database.preparedQuery("select " + COLUMNS + """
                         from phrase where staff_id is null or staff_id = $1
                        order by staff_id is null, shortcut
                        """)
                .execute(Tuple.of(agent.id().value()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Phrases::phrase)
                        .toList());
    }

    /** {@code CONFLICT} when the shortcut is taken, {@code FORBIDDEN} for the team's unless a supervisor asks. */
    Uni<Phrase> add(Staff by, boolean shared, String shortcut, String text) {
        requireMayEdit(by, shared);
        return database.preparedQuery(
                        "insert into phrase (id, staff_id, shortcut, text) values ($1, $2, $3, $4) returning "
                                + COLUMNS)
                .execute(Tuple.of(Ids.next(), ownerOf(by, shared), shortcut, text))
                .onFailure(Phrases::isTaken)
                .transform(taken -> new Problem(Kind.CONFLICT, "This shortcut is taken."))
                .map(Phrases::only);
    }

    Uni<Phrase> change(UUID id, Staff by, String shortcut, String text) {
        return database.preparedQuery("""
                        update phrase set shortcut = $2, text = $3, changed_at = now()
                        where id = $1 and (staff_id = $4 or (staff_id is null and $5)) returning %s
                        """.formatted(COLUMNS))
                .execute(Tuple.of(id, shortcut, text, by.id().value(), by.may(Role.SUPERVISOR)))
                .onFailure(Phrases::isTaken)
                .transform(taken -> new Problem(Kind.CONFLICT, "This shortcut is taken."))
                .map(Phrases::only);
    }

    Uni<Void> remove(UUID id, Staff by) {
        return database.preparedQuery("""
                        delete from phrase where id = $1 and (staff_id = $2 or (staff_id is null and $3)) returning %s
                        """.formatted(COLUMNS))
                .execute(Tuple.of(id, by.id().value(), by.may(Role.SUPERVISOR)))
                .map(Phrases::only)
                .replaceWithVoid();
    }

    private static void requireMayEdit(Staff by, boolean shared) {
        if (shared && !by.may(Role.SUPERVISOR)) {
            throw new Problem(Kind.FORBIDDEN, "Supervisors edit the team's phrases.");
        }
    }

    private static @Nullable UUID ownerOf(Staff by, boolean shared) {
        return shared ? null : by.id().value();
    }

    private static Phrase only(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .findFirst()
                .map(Phrases::phrase)
                .orElseThrow(() -> new Problem(Kind.NOT_FOUND, "There is no such phrase of yours."));
    }

    private static Phrase phrase(Row row) {
        return new Phrase(
                row.getUUID("id"), row.getString("shortcut"), row.getString("text"), row.getBoolean("shared"));
    }

    private static boolean isTaken(Throwable failure) {
        return failure instanceof PgException e && UNIQUE_VIOLATION.equals(e.getSqlState());
    }
}
