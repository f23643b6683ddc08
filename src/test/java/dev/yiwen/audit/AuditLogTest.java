package dev.yiwen.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiwen.shared.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AuditLogTest {
    @Inject
    AuditLog log;

    @Inject
    Pool database;

    @Test
    void an_event_keeps_who_what_and_to_whom() {
        var actor = Ids.next();
        var subject = "staff:" + Ids.next();

        append(new AuditEvent(AuditKind.STAFF_CHANGED, actor, subject, Map.of("roles", "AGENT,\u0000EDITOR")));

        var row = database.preparedQuery("select * from audit_event where subject = $1")
                .execute(Tuple.of(subject))
                .await()
                .indefinitely()
                .iterator()
                .next();
        assertThat(row.getUUID("actor")).isEqualTo(actor);
        assertThat(row.getString("kind")).isEqualTo("staff.changed");
        assertThat(row.getJsonObject("details").getString("roles")).isEqualTo("AGENT,EDITOR");
    }

    @Test
    void a_change_that_is_rolled_back_leaves_no_row_and_no_gap() {
        var subject = "staff:" + Ids.next();

        var failed = database.withTransaction(open -> log.append(open, event(subject))
                .chain(() -> Uni.createFrom().failure(new IllegalStateException("no"))));

        assertThatThrownBy(() -> failed.await().indefinitely()).isInstanceOf(IllegalStateException.class);
        assertThat(rowsOf(subject)).isZero();
        assertThat(gaps()).isZero();
    }

    @Test
    void many_who_write_at_once_make_one_chain() {
        var subject = "staff:" + Ids.next();

        Uni.join()
                .all(IntStream.range(0, 100)
                        .mapToObj(i -> log.append(event(subject)))
                        .toList())
                .andFailFast()
                .await()
                .indefinitely();

        assertThat(rowsOf(subject)).isEqualTo(100);
        assertThat(gaps()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_event set subject = 'staff:other' where number = (select max(number) from audit_event)",
                "delete from audit_event where number = (select max(number) from audit_event)",
                "select set_config('yiwen.audit_removal', 'on', true); delete from audit_event",
                "truncate audit_event"
            })
    void the_database_refuses_to_change_what_was_written(String attempt) {
        append(event("staff:" + Ids.next()));

        assertThatThrownBy(() -> database.withTransaction(
                                open -> open.query(attempt).execute())
                        .await()
                        .indefinitely())
                .hasMessageContaining("append-only");
    }

    @Test
    void not_even_retention_removes_what_is_younger_than_half_a_year() {
        var subject = "staff:" + Ids.next();
        append(event(subject));

        database.query("select audit_remove(now(), 1000)").execute().await().indefinitely();

        assertThat(rowsOf(subject)).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Sign-in", "a..b", "sign in", "a.b.c.d.e", "登录"})
    void what_is_no_kind_is_refused(String kind) {
        assertThatThrownBy(() -> new AuditEvent(kind, null, "staff", Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void append(AuditEvent event) {
        log.append(event).await().indefinitely();
    }

    private static AuditEvent event(String subject) {
        return new AuditEvent(AuditKind.SIGN_OUT, UUID.randomUUID(), subject, Map.of());
    }

    private long rowsOf(String subject) {
        return database.preparedQuery("select count(*) from audit_event where subject = $1")
                .execute(Tuple.of(subject))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    private long gaps() {
        return database.query("""
                        select h.number - h.removed - count(e.number) from audit_head h left join audit_event e on true
                        group by h.number, h.removed
                        """)
                .execute()
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }
}
