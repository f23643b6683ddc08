package dev.yiwen.brand;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.yiwen.file.picture.Snapshots;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import dev.yiwen.shared.AskedDay;
import dev.yiwen.shared.HomeZone;
import dev.yiwen.shared.Messages;
import dev.yiwen.shared.Translation;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The brand belongs to all tests: each puts back what was there. */
@QuarkusTest
class BrandResourceTest {
    private static final String BRAND = "/api/v1/brand";
    private static final String SETTINGS = "/api/v1/brand-settings";

    @Inject
    People people;

    @Inject
    Messages messages;

    @Inject
    Brands brands;

    @Inject
    Pool database;

    private Staff admin;
    private Map<String, Object> before;

    @BeforeEach
    void what_is_there() {
        admin = people.staff(Role.ADMIN);
        before = settings().getMap("brand");
    }

    @AfterEach
    void put_it_back() {
        put(version(), before).statusCode(200);
    }

    @Test
    void a_change_is_in_every_text_before_it_is_answered() {
        put(version(), of("青禾电力", "小禾", "AI 助手")).statusCode(200);

        given().get(BRAND).then().body("en.bot", equalTo("Xiaohe, the AI assistant of Qinghe Power"));
        var identity = messages.text("answer.smalltalk.identity");
        assertThat(identity).startsWith("我是青禾电力的 AI 助手小禾，不是真人：我的回答来自青禾电力的知识库。");
        assertThat(Translation.english(identity))
                .hasValueSatisfying(
                        it -> assertThat(it).startsWith("I am Xiaohe, the AI assistant of Qinghe Power, and not"));
        assertThat(messages.text("handoff.first-sentence.CALL")).startsWith("您好，这里是青禾电力客服");
    }

    @Test
    void nobody_is_named_where_nothing_is_set() {
        put(version(), of("", "", "")).statusCode(200);

        assertThat(messages.text("answer.smalltalk.greeting")).isEqualTo("您好，我是 AI 助手。业务办理的事都可以直接问我，需要时随时可以转人工。");
        assertThat(messages.text(Locale.ENGLISH, "answer.smalltalk.identity", Map.of()))
                .startsWith("I am the AI assistant, and not a person");
        given().get(BRAND)
                .then()
                .body("en.assistant", equalTo("Assistant"))
                .body("en.label", equalTo("AI assistant"))
                .body("en.desk", equalTo("customer service"));
    }

    @Test
    void a_second_editor_is_told_that_somebody_was_faster() {
        int known = version();
        put(known, of("青禾电力", "小禾", "")).statusCode(200);

        put(known, of("别家", "小别", "")).statusCode(409);

        assertThat(brands.shown().chinese().operator()).isEqualTo("青禾电力");
    }

    @Test
    void a_label_that_hides_the_machine_is_refused() {
        put(version(), of("青禾电力", "小禾", "贴心管家")).statusCode(400).body("detail", containsString("AI 标签要写明是 AI"));
        put(version(), of("青禾电力", "人工客服小禾", "AI 助手")).statusCode(400).body("detail", containsString("不能像真人"));
        put(version(), of("青禾<<<电力", "小禾", "AI 助手")).statusCode(400).body("detail", containsString("尖括号"));
    }

    @Test
    void the_time_zone_is_the_companys_from_the_moment_it_is_saved() {
        put(version(), in("America/New_York")).statusCode(200);

        assertThat(HomeZone.id()).isEqualTo(ZoneId.of("America/New_York"));
        assertThat(AskedDay.start("2026-11-30")).isEqualTo(Instant.parse("2026-11-30T05:00:00Z"));
        given().get(BRAND).then().body("zone", equalTo("America/New_York"));
        put(version(), in("Mars/Olympus")).statusCode(400).body("detail", containsString("没有这个时区"));
        put(version(), in("+08:00")).statusCode(400);
        put(version(), of("青禾电力", "小禾", "")).statusCode(200);
        given().get(BRAND).then().body("zone", equalTo(HomeZone.USUAL));
    }

    private static Map<String, Object> in(String zone) {
        var brand = new HashMap<>(of("青禾电力", "小禾", ""));
        brand.put("zone", zone);
        return brand;
    }

    @Test
    void an_avatar_is_checked_made_small_and_shown_to_everybody() {
        UUID id = UUID.fromString(upload("头像.png", Snapshots.photo(1_200, 900))
                .statusCode(200)
                .extract()
                .path("id"));

        var shown = given().get(BRAND + "/avatars/" + id).then().statusCode(200);
        assertThat(shown.extract().asByteArray()).hasSizeLessThan(60_000);
        shown.contentType(startsWith("image/")).header("X-Content-Type-Options", "nosniff");

        upload("头像.png", "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8))
                .statusCode(415);
        upload("说明.txt", "你好".getBytes(StandardCharsets.UTF_8)).statusCode(415);
    }

    @Test
    void what_another_instance_wrote_is_known_here_within_moments() {
        int next = version() + 1;

        database.query(
                        "insert into brand_version (version, brand) select version + 1,"
                                + " jsonb_set(brand, '{chinese,operator}', '\"别处写的\"') from brand_version order by version desc limit 1")
                .execute()
                .chain(() -> database.query("select pg_notify('brand', '" + next + "')")
                        .execute())
                .await()
                .indefinitely();

        await().atMost(Duration.ofSeconds(20))
                .until(() -> brands.shown().chinese().operator().equals("别处写的"));
    }

    @Test
    void who_changed_it_is_in_its_history() {
        put(version(), of("青禾电力", "小禾", "")).statusCode(200);

        as().get(SETTINGS + "/history")
                .then()
                .body("[0].by", equalTo(admin.name()))
                .body("[0].brand.chinese.operator", equalTo("青禾电力"))
                .body("[1].version", equalTo(version() - 1));
    }

    private static Map<String, Object> of(String operator, String assistant, String label) {
        boolean named = !operator.isEmpty();
        return Map.of(
                "chinese",
                words(operator, assistant, label),
                "english",
                words(named ? "Qinghe Power" : "", named ? "Xiaohe" : "", ""),
                "shortName",
                "",
                "hotline",
                "",
                "topics",
                List.of(),
                "languages",
                List.of(),
                "example",
                false);
    }

    private static Map<String, Object> words(String operator, String assistant, String label) {
        return Map.of(
                "operator",
                operator,
                "assistant",
                assistant,
                "label",
                label,
                "scope",
                "",
                "greeting",
                "",
                "questions",
                List.of());
    }

    private int version() {
        return settings().getInt("version");
    }

    private JsonPath settings() {
        return as().get(SETTINGS).then().statusCode(200).extract().jsonPath();
    }

    private ValidatableResponse put(int known, Map<String, Object> brand) {
        return as().body(Map.of("known", known, "brand", brand)).put(SETTINGS).then();
    }

    private ValidatableResponse upload(String name, byte[] content) {
        return given().auth()
                .oauth2(people.token(admin))
                .contentType("application/octet-stream")
                .queryParam("name", name)
                .body(content)
                .post(SETTINGS + "/avatars")
                .then();
    }

    private RequestSpecification as() {
        return given().auth().oauth2(people.token(admin)).contentType(ContentType.JSON);
    }
}
