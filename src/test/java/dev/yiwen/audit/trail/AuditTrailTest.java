package dev.yiwen.audit.trail;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.yiwen.audit.AuditEvent;
import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.AuditLog;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import dev.yiwen.shared.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AuditTrailTest {
    @Inject
    AuditLog log;

    @Inject
    AuditChain chain;

    @Inject
    People people;

    @Inject
    Pool database;

    private Staff admin;

    @BeforeEach
    void an_administrator() {
        admin = people.staff(Role.ADMIN);
    }

    @Test
    void entries_are_found_by_subject_a_page_at_a_time() {
        var subject = "article:" + Ids.next();
        for (int i = 0; i < 3; i++) {
            append(AuditKind.ARTICLE_PUBLISHED, subject);
        }

        var next = as(admin)
                .queryParam("subject", subject)
                .queryParam("kind", "knowledge")
                .queryParam("size", 2)
                .get("/api/v1/audit")
                .then()
                .statusCode(200)
                .body("entries", hasSize(2))
                .extract()
                .jsonPath()
                .getLong("next");

        as(admin)
                .queryParam("subject", subject.substring("article:".length()))
                .queryParam("before", next)
                .queryParam("size", 2)
                .get("/api/v1/audit")
                .then()
                .body("entries", hasSize(1))
                .body("next", nullValue());
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"AGENT", "EDITOR", "SUPERVISOR"})
    void nobody_but_administrators_reads_it_and_the_attempt_is_in_it(Role role) {
        var staff = people.staff(role);

        as(staff).get("/api/v1/audit").then().statusCode(403);

        await("the entry")
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> as(admin)
                        .queryParam("kind", AuditKind.ACCESS_DENIED)
                        .queryParam("actor", staff.id().value())
                        .get("/api/v1/audit")
                        .then()
                        .body("entries", hasSize(1))
                        .body("entries.details.request", everyItem(equalTo("GET /api/v1/audit"))));
    }

    @Test
    void attempts_without_end_make_few_entries() {
        var staff = people.staff(Role.AGENT);
        for (int i = 0; i < 40; i++) {
            as(staff).get("/api/v1/staff").then().statusCode(403);
        }

        as(admin)
                .queryParam("kind", AuditKind.ACCESS_DENIED)
                .queryParam("actor", staff.id().value())
                .queryParam("size", 100)
                .get("/api/v1/audit")
                .then()
                .body("entries.size()", org.hamcrest.Matchers.lessThanOrEqualTo(12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jsonl", "cef"})
    void what_is_taken_out_is_whole_and_itself_in_the_log(String format) {
        var subject = "article:" + Ids.next();
        for (int i = 0; i < 5; i++) {
            append(AuditKind.ARTICLE_ARCHIVED, subject);
        }

        var text = as(admin)
                .queryParam("subject", subject)
                .get("/api/v1/audit/export." + format)
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("audit." + format))
                .extract()
                .asString();

        assertThat(text.lines()).hasSize(5).allMatch(line -> line.contains(subject));
        as(admin)
                .queryParam("kind", AuditKind.AUDIT_EXPORTED)
                .queryParam("actor", admin.id().value())
                .get("/api/v1/audit")
                .then()
                .body("entries", hasSize(1));
    }

    @Test
    void what_staff_do_to_accounts_is_in_it() {
        var staff = people.staff(Role.AGENT);

        as(admin)
                .contentType("application/json")
                .body("{\"roles\": [\"AGENT\", \"EDITOR\"]}")
                .patch("/api/v1/staff/" + staff.id().value())
                .then()
                .statusCode(200);

        as(admin)
                .queryParam("kind", AuditKind.STAFF_CHANGED)
                .queryParam("subject", staff.id().value())
                .get("/api/v1/audit")
                .then()
                .body("entries[0].actor", equalTo(admin.id().value().toString()))
                .body("entries[0].details.roles", equalTo("AGENT,EDITOR"));
    }

    @Test
    void a_request_that_is_audited_is_in_it_when_it_succeeded() {
        var supervisor = people.staff(Role.SUPERVISOR);
        var phrase = Map.of("shortcut", "z" + Ids.next().toString().substring(26), "text", "您好", "shared", false);

        as(supervisor)
                .contentType("application/json")
                .body(phrase)
                .post("/api/v1/phrases")
                .then()
                .statusCode(200);
        as(supervisor)
                .contentType("application/json")
                .body(phrase)
                .post("/api/v1/phrases")
                .then()
                .statusCode(409);

        as(admin)
                .queryParam("kind", "phrase")
                .queryParam("actor", supervisor.id().value())
                .get("/api/v1/audit")
                .then()
                .body("entries", hasSize(1));
    }

    @Test
    void a_row_that_was_changed_is_found() {
        append(AuditKind.REVEALED, "customer:" + Ids.next());
        append(AuditKind.SIGN_OUT, "staff:" + Ids.next());
        var head = chain.verify().await().indefinitely();
        assertThat(head.whole()).isTrue();
        var number = Long.parseLong(head.head().split(":")[0]) - 1;

        tamper("update audit_event set actor = id where number = " + number);
        var verdict = chain.verify().await().indefinitely();
        tamper("update audit_event set actor = null where number = " + number);

        assertThat(verdict.whole()).isFalse();
        assertThat(verdict.broken()).isEqualTo(number);
        assertThat(chain.verify(head.head()).await().indefinitely().whole()).isTrue();
        assertThat(chain.verify("1:00").await().indefinitely().whole()).isFalse();
    }

    /** As somebody would who rules the database. */
    private void tamper(String sql) {
        database.withTransaction(open -> open.query("alter table audit_event disable trigger audit_is_append_only")
                        .execute()
                        .chain(() -> open.query(sql).execute())
                        .chain(() -> open.query("alter table audit_event enable trigger audit_is_append_only")
                                .execute()))
                .await()
                .indefinitely();
    }

    private void append(String kind, String subject) {
        log.append(new AuditEvent(kind, null, subject, Map.of())).await().indefinitely();
    }

    private RequestSpecification as(Staff staff) {
        return given().auth().oauth2(people.token(staff));
    }
}
