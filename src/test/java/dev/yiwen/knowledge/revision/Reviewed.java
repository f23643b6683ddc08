package dev.yiwen.knowledge.revision;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import dev.yiwen.shared.Ids;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An author and a colleague, and what they do over the interface. */
@Singleton
public class Reviewed {
    public static final String ARTICLES = "/api/v1/articles";

    private final People people;
    private final Pool pool;

    Reviewed(People people, Pool pool) {
        this.people = people;
        this.pool = pool;
    }

    public void fourEyes(FourEyes.Choice choice) {
        pool.preparedQuery("""
                        insert into review_policy (four_eyes, changed_by) values ($1, 'a test')
                        on conflict (single) do update set four_eyes = excluded.four_eyes""").execute(Tuple.of(choice.name())).await().indefinitely();
    }

    /** As the settings of the tests say: off. */
    public void asBefore() {
        pool.query("delete from review_policy").execute().await().indefinitely();
    }

    public Staff editor() {
        return people.staff(Role.EDITOR);
    }

    public Staff administrator() {
        return people.staff(Role.ADMIN);
    }

    public RequestSpecification as(Staff staff) {
        return given().cookie("yiwen_session", people.token(staff)).contentType(ContentType.JSON);
    }

    /** The id of a new article, whose revision 1 is a draft. */
    public String draft(Staff by, String answer) {
        return as(by).body(content(answer))
                .post(ARTICLES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public String draft(Staff by, String slug, String answer) {
        var content = new HashMap<>(content(answer));
        content.put("slug", slug);
        return as(by).body(content)
                .post(ARTICLES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static Map<String, Object> content(String answer) {
        return Map.of(
                "question",
                "审核中的问题 " + Ids.next(),
                "phrasings",
                List.of(),
                "answer",
                answer,
                "audience",
                "CUSTOMER",
                "product",
                "通用",
                "tags",
                List.of());
    }

    public ValidatableResponse save(Staff by, String id, int base, String answer) {
        return as(by).header("If-Match", base)
                .body(content(answer))
                .put(ARTICLES + "/" + id)
                .then();
    }

    public ValidatableResponse step(Staff by, String id, String step, int revision) {
        return as(by).header("If-Match", revision)
                .post(ARTICLES + "/" + id + "/" + step)
                .then();
    }

    ValidatableResponse step(Staff by, String id, String step, int revision, Map<String, ?> body) {
        return as(by).header("If-Match", revision)
                .body(body)
                .post(ARTICLES + "/" + id + "/" + step)
                .then();
    }

    ValidatableResponse schedule(Staff by, String id, int revision, Instant at) {
        return as(by).header("If-Match", revision)
                .body(Map.of("at", at))
                .put(ARTICLES + "/" + id + "/schedule")
                .then();
    }

    /** Newest first. */
    public JsonPath history(Staff by, String id) {
        return as(by).get(ARTICLES + "/" + id + "/revisions").jsonPath();
    }

    public void approved(Staff author, Staff reviewer, String id, int revision) {
        step(author, id, "submit", revision).statusCode(200);
        step(reviewer, id, "approve", revision).statusCode(200);
    }

    /** What is scheduled comes at {@code at}, which nobody could say: it is said to the minute. */
    public void due(String id, Instant at) {
        pool.preparedQuery(
                        "update article_revision set goes_live_at = $2 where article_id = $1 and state = 'SCHEDULED'")
                .execute(Tuple.of(UUID.fromString(id), at.atOffset(ZoneOffset.UTC)))
                .await()
                .indefinitely();
    }

    /** Revision 1 is live. */
    public String live(Staff author, Staff reviewer, String answer) {
        var id = draft(author, answer);
        approved(author, reviewer, id, 1);
        step(reviewer, id, "publish", 1).statusCode(200);
        assertThat(history(author, id).getString("[0].state")).isEqualTo("PUBLISHED");
        return id;
    }
}
