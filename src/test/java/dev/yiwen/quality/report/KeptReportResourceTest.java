package dev.yiwen.quality.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.yiwen.edge.PublicAddress;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.quality.metric.History;
import dev.yiwen.shared.HomeZone;
import dev.yiwen.shared.Mail;
import dev.yiwen.shared.MailConfig;
import dev.yiwen.shared.Messages;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** The month is nobody else's, another in each run. */
@QuarkusTest
class KeptReportResourceTest {
    private static final YearMonth MONTH =
            YearMonth.of(1945, 1).plusMonths(ThreadLocalRandom.current().nextInt(240));

    @Inject
    People people;

    @Inject
    History history;

    @Inject
    Pool database;

    @Inject
    ReportSchedules schedules;

    @Inject
    ReportMaking making;

    @Inject
    ReportStore store;

    @Inject
    ReportPress press;

    @Inject
    ReportConfig config;

    @Inject
    PublicAddress address;

    @Inject
    Messages messages;

    @Inject
    Vertx vertx;

    @Test
    void a_report_is_made_of_the_registrys_figures_and_stays_as_it_was() throws Exception {
        rated(5);
        rated(5);
        rated(1);
        counted(3);

        var id = made();

        var before = paper(id);
        assertThat(before).contains("66.7%", "\"3\"", "/cockpit?metric=SATISFACTION&by=DAY&from=" + MONTH.atDay(1));
        var pdf = supervisor()
                .get("/api/v1/quality-reports/" + id + "/pdf")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s", ""))
                    .contains("月度满意度报告", "满意度66.7%3––")
                    .contains("评过分的3个会话中，66.7%评了4–5分");
        }

        rated(1);
        counted(4);
        assertThat(paper(id)).isEqualTo(before);
        assertThatThrownBy(() -> database.query("update quality_report set content = '{}' where id = '" + id + "'")
                        .execute()
                        .await()
                        .indefinitely())
                .hasMessageContaining("does not change");
    }

    @Test
    void an_administrator_deletes_it_and_that_is_in_the_log() {
        var id = made();
        supervisor().delete("/api/v1/quality-reports/" + id).then().statusCode(403);

        as(Role.ADMIN).delete("/api/v1/quality-reports/" + id).then().statusCode(204);

        supervisor().get("/api/v1/quality-reports").then().body("id", not(hasItem(id)));
        supervisor()
                .get("/api/v1/quality-reports/" + id + "/pdf")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
        as(Role.ADMIN)
                .queryParam("kind", "report.deleted")
                .get("/api/v1/audit")
                .then()
                .statusCode(200)
                .body("entries.subject", hasItem("report:" + id));
    }

    @Test
    void what_has_not_begun_and_what_is_no_month_is_refused() {
        for (var period :
                new String[] {YearMonth.now(HomeZone.id()).plusMonths(2).toString(), "2026-13", "2026-Q5"}) {
            supervisor()
                    .contentType(ContentType.JSON)
                    .body(Map.of("period", period))
                    .post("/api/v1/quality-reports")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
    }

    @Test
    void a_report_is_made_once_by_itself_and_sent_to_each_who_is_to_have_it_once() throws Exception {
        schedule(List.of("a@example.com", "b@example.com"));
        var server = new GreenMail(ServerSetup.SMTP.dynamicPort());
        server.start();
        try {
            var rounds = rounds(server);
            var working = MONTH.plusMonths(1).atDay(1);
            while (working.getDayOfWeek().getValue() > 5) {
                rounds.round(working).await().indefinitely();
                assertThat(server.getReceivedMessages()).isEmpty();
                working = working.plusDays(1);
            }
            rounds.round(working).await().indefinitely();
            rounds.round(working).await().indefinitely();

            var got = server.getReceivedMessages();
            assertThat(got).hasSize(2);
            assertThat(got[0].getSubject()).contains("月度满意度报告", MONTH.getYear() + " 年");
            supervisor()
                    .get("/api/v1/quality-reports")
                    .then()
                    .body("findAll { it.period == '" + MONTH + "' && it.madeBy == null }.size()", equalTo(1));
        } finally {
            server.stop();
            schedule(List.of());
        }
    }

    @Test
    void an_address_that_is_none_is_refused() {
        supervisor()
                .contentType(ContentType.JSON)
                .body(Map.of("month", true, "quarter", false, "recipients", List.of("nobody"), "language", "zh"))
                .put("/api/v1/quality-report-schedule")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    private void schedule(List<String> recipients) {
        supervisor()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "month", !recipients.isEmpty(), "quarter", false, "recipients", recipients, "language", "zh"))
                .put("/api/v1/quality-report-schedule")
                .then()
                .statusCode(200)
                .body("schedule.recipients", equalTo(recipients));
    }

    private ReportRounds rounds(GreenMail server) {
        var settings = new MailConfig() {
            @Override
            public Optional<String> host() {
                return Optional.of("127.0.0.1");
            }

            @Override
            public int port() {
                return server.getSmtp().getPort();
            }

            @Override
            public Tls tls() {
                return Tls.OFF;
            }

            @Override
            public Optional<String> username() {
                return Optional.empty();
            }

            @Override
            public Optional<String> password() {
                return Optional.empty();
            }

            @Override
            public Optional<String> from() {
                return Optional.of("yiwen@example.com");
            }

            @Override
            public Duration timeout() {
                return Duration.ofSeconds(30);
            }
        };
        return new ReportRounds(
                schedules,
                making,
                store,
                new ReportMail(schedules, press, new Mail(settings, vertx), address, messages),
                config);
    }

    private void rated(int score) {
        var at = MONTH.atDay(15).atTime(9, 0).atZone(HomeZone.id()).toInstant();
        history.rated(history.chat(history.customer(), "billing", at), score);
    }

    private void counted(int ratings) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> supervisor()
                        .queryParam("metric", "SATISFACTION")
                        .queryParam("from", MONTH.atDay(1).toString())
                        .queryParam("to", MONTH.atEndOfMonth().toString())
                        .get("/api/v1/reports")
                        .then()
                        .statusCode(200)
                        .body("all.n", equalTo(ratings)));
    }

    private String made() {
        var id = supervisor()
                .contentType(ContentType.JSON)
                .body(Map.of("period", MONTH.toString()))
                .post("/api/v1/quality-reports")
                .then()
                .statusCode(200)
                .body("period", equalTo(MONTH.toString()))
                .extract()
                .jsonPath()
                .getString("id");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        supervisor().get("/api/v1/quality-reports/" + id).then().body("state", equalTo("READY")));
        return id;
    }

    private String paper(String id) {
        return supervisor()
                .get("/api/v1/quality-reports/" + id + "/paper")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private RequestSpecification supervisor() {
        return as(Role.SUPERVISOR);
    }

    private RequestSpecification as(Role role) {
        return given().cookie("yiwen_session", people.token(people.staff(role)));
    }
}
