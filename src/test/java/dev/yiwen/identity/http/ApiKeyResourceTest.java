package dev.yiwen.identity.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys are made, used and revoked; of the secret nothing stays. */
@QuarkusTest
class ApiKeyResourceTest {
    private static final String KEYS = "/api/v1/api-keys";

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
    void the_secret_is_shown_once_and_stored_as_a_hash_alone() {
        var made = create("官网搜索");
        var secret = made.getString("secret");

        assertThat(secret).matches("yw_[A-Za-z0-9_-]{43}").startsWith(made.getString("key.prefix"));
        var listed = as().get(KEYS).then().statusCode(200).extract().asString();
        assertThat(listed).contains("官网搜索", admin.name()).doesNotContain(secret);
        assertThat(rows("select to_jsonb(k)::text as t from api_key k")).noneMatch(it -> it.contains(secret));
        assertThat(rows("select encode(sha256('" + secret + "'), 'hex') as t from api_key where hash = sha256('"
                        + secret + "')"))
                .hasSize(1);
    }

    @Test
    void a_revoked_key_is_refused_from_the_next_request_on() {
        var made = create("旧系统");
        ask(made).statusCode(200);
        as().get(KEYS).then().body("find { it.id == '" + made.getString("key.id") + "' }.lastUsedAt", notNullValue());

        as().delete(KEYS + "/" + made.getString("key.id")).then().statusCode(204);

        ask(made).statusCode(401).body("detail", containsString("revoked"));
        as().get(KEYS).then().body("id", not(hasItem(made.getString("key.id"))));
        as().delete(KEYS + "/" + made.getString("key.id")).then().statusCode(404);
    }

    @Test
    void an_expired_key_is_refused_and_still_listed() {
        var made = create("试用");
        database.query("update api_key set expires_at = now() - interval '1 minute' where id = '"
                        + made.getString("key.id") + "'")
                .execute()
                .await()
                .indefinitely();

        ask(made).statusCode(401).body("detail", containsString("expired"));
        as().get(KEYS).then().body("id", hasItem(made.getString("key.id")));
    }

    @Test
    void a_key_opens_nothing_but_its_scopes() {
        var secret = create("官网搜索").getString("secret");

        for (var path : List.of("/api/v1/staff", "/api/v1/session", "/api/v1/sessions", KEYS, "/q/openapi")) {
            var refused = given().auth().oauth2(secret).get(path).then();
            assertThat(refused.extract().statusCode()).as(path).isIn(401, 403);
        }
        given().auth()
                .oauth2(secret)
                .get("/api/v1/staff")
                .then()
                .statusCode(403)
                .body("detail", containsString("No scope of an API key opens this address"));
    }

    @Test
    void who_made_and_revoked_it_is_in_the_audit_log() {
        var id = create("官网搜索").getString("key.id");
        as().delete(KEYS + "/" + id);

        as().get("/api/v1/audit?subject=api-key:" + id)
                .then()
                .body("entries.kind", equalTo(List.of("api-key.revoked", "api-key.created")))
                .body("entries[1].actor", equalTo(admin.id().value().toString()))
                .body("entries[1].details.scopes", equalTo("ask"));
    }

    @Test
    void what_is_wrong_with_a_new_key_is_said() {
        as().body(Map.of("name", " ", "scopes", List.of("ask")))
                .post(KEYS)
                .then()
                .statusCode(400);
        as().body(Map.of("name", "无用途", "scopes", List.of())).post(KEYS).then().statusCode(400);
        as().body(Map.of("name", "别的", "scopes", List.of("everything")))
                .post(KEYS)
                .then()
                .statusCode(400)
                .body("detail", containsString("scopes"));
        as().body(Map.of("name", "太久", "scopes", List.of("ask"), "days", 4000))
                .post(KEYS)
                .then()
                .statusCode(400);
    }

    @Test
    void only_administrators_make_keys() {
        given().auth()
                .oauth2(people.token(people.staff(Role.SUPERVISOR)))
                .contentType(ContentType.JSON)
                .body(Map.of("name", "我的", "scopes", List.of("ask")))
                .post(KEYS)
                .then()
                .statusCode(403);
    }

    private JsonPath create(String name) {
        return as().body(Map.of("name", name, "scopes", List.of("ask")))
                .post(KEYS)
                .then()
                .statusCode(200)
                .body("key.name", equalTo(name))
                .body("key.expiresAt", nullValue())
                .extract()
                .jsonPath();
    }

    private static ValidatableResponse ask(JsonPath made) {
        return given().auth()
                .oauth2(made.getString("secret"))
                .contentType(ContentType.JSON)
                .body(Map.of("question", "谢谢"))
                .post("/api/v1/ask")
                .then();
    }

    private List<String> rows(String sql) {
        return database.query(sql).mapping(row -> row.getString("t")).execute().await().indefinitely().stream()
                .toList();
    }

    private io.restassured.specification.RequestSpecification as() {
        return given().auth().oauth2(people.token(admin)).contentType(ContentType.JSON);
    }
}
