package dev.yiwen.quality.calibration;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;

import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.HandoffReason.Code;
import dev.yiwen.handoff.AgentQueue;
import dev.yiwen.handoff.Scene;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import dev.yiwen.quality.score.ScoresNow;
import dev.yiwen.shared.HomeZone;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@SuppressWarnings("NullAway.Init")
class CalibrationTest {
    private static final String RUDE = "这个不归我管，电话13812345678你自己看";
    private static final String CASES = "/api/v1/calibration/cases/";

    @Inject
    CalibrationNow calibration;

    @Inject
    ScoresNow scores;

    @Inject
    Conversations conversations;

    @Inject
    AgentQueue queue;

    @Inject
    Scene scene;

    @Inject
    People people;

    @Inject
    Pool database;

    private Staff agent;
    private Staff one;
    private Staff other;
    private Staff third;

    @BeforeEach
    void three_supervise() {
        scene.startsEmpty();
        calibration.forget();
        agent = people.staff(Role.AGENT, Role.SUPERVISOR);
        one = people.staff(Role.SUPERVISOR);
        other = people.staff(Role.SUPERVISOR);
        third = people.staff(Role.SUPERVISOR);
    }

    @AfterEach
    void clear() {
        rule(20);
        database.query("delete from criteria_version").execute().await().indefinitely();
        calibration.forget();
        scene.clear();
    }

    @Test
    void neither_is_told_anything_before_both_have_handed_in() {
        var id = theCase(ended(agent));
        String before = shown(other, id);
        assertThat(before)
                .contains("[手机号]")
                .doesNotContain("machine")
                .doesNotContain("seqs")
                .doesNotContain("BROKEN")
                .doesNotContain(agent.name())
                .doesNotContain("13812345678");

        judged(one, id, 1).statusCode(204);
        assertThat(shown(other, id)).isEqualTo(before);
        assertThat(waiting(other, id)).isEqualTo(Map.of("id", id.toString(), "criterion", "forbidden"));
        as(one).delete(CASES + id + "/judgement").then().statusCode(204);
        as(one).delete(CASES + id + "/judgement").then().statusCode(409);
        judged(one, id, 1).statusCode(204);
        handedIn(one);
        as(one).delete(CASES + id + "/judgement").then().statusCode(409);
        judged(one, id, 2).statusCode(409);
        as(one).get(CASES + id).then().statusCode(409);
        assertThat(shown(other, id)).isEqualTo(before);

        judged(other, id, 2).statusCode(204);
        assertThat(difference(one, id)).isNull();
        handedIn(other);
        assertThat(difference(one, id)).containsEntry("machine", 2);
        assertThat(waiting(third, id)).isNull();
        judged(third, id, 1).statusCode(409);
    }

    @Test
    void who_differs_gives_in_or_a_third_decides() {
        var id = theCase(ended(agent));
        judged(one, id, 1).statusCode(204);
        judged(other, id, 2).statusCode(204);
        handedIn(one);
        handedIn(other);
        resolved(one, id, 1).statusCode(403).body("type", containsString("own-work"));
        resolved(agent, id, 1).statusCode(403);
        resolved(third, id, 4).statusCode(400);
        resolved(third, id, 2).statusCode(204);
        resolved(one, id, 2).statusCode(409);
        as(one).get("/api/v1/calibration/reliability")
                .then()
                .statusCode(200)
                .body("find { it.criterion == 'forbidden' }.open", equalTo(0))
                .body("find { it.criterion == 'forbidden' }.people.same", equalTo(0f))
                .body("find { it.criterion == 'forbidden' }.machine.same", equalTo(1f))
                .body("find { it.criterion == 'forbidden' }.state", equalTo("UNKNOWN"));
    }

    @Test
    void nobody_judges_their_own_work_nor_what_they_have_seen_the_score_of() {
        var served = ended(agent);
        var id = theCase(served);
        assertThat(waiting(agent, id)).isNull();
        judged(agent, id, 1).statusCode(403).body("type", containsString("own-work"));
        assertThat(waiting(one, id)).isNotNull();
        as(one).get("/api/v1/scores/" + served.id().value()).then().statusCode(200);
        assertThat(waiting(one, id)).isNull();
        judged(one, id, 1).statusCode(409);
        judged(other, id, 4).statusCode(400);
        assertThat(audited("calibration.judged", other)).isZero();
        judged(other, id, 3).statusCode(204);
        assertThat(audited("calibration.judged", other)).isEqualTo(1);
    }

    @Test
    void what_people_see_otherwise_leaves_the_scores_and_comes_back() {
        rule(5);
        var first = ended(agent);
        int before = compliance(first);
        var ids = new ArrayList<UUID>();
        ids.add(theCase(first));
        for (int i = 0; i < 4; i++) {
            ids.add(theCase(ended(agent)));
        }
        calibration.bothSaid(ids.subList(0, 3), 1, one, other);
        calibration.bothSaid(ids.subList(3, 5), 2, one, other);
        calibration.renew();
        scores.round();
        assertThat(compliance(first)).isEqualTo(before + 20);
        score(first)
                .body("findings.find { it.criterion == 'forbidden' }.counted", equalTo(false))
                .body("findings.find { it.criterion == 'forbidden' }.outcome", equalTo("BROKEN"))
                .body("scores.find { it.who == 'all' }.judged", lessThan(1f));
        as(third).get("/api/v1/score-criteria/unreliable").then().body("criterion", hasItem("forbidden"));
        as(agent)
                .body(Map.of("conversationId", first.id().value(), "criterion", "forbidden", "word", "不扣了"))
                .post("/api/v1/score-appeals")
                .then()
                .statusCode(409);

        calibration.bothSaid(ids, 2, one, other);
        calibration.renew();
        scores.round();
        assertThat(compliance(first)).isEqualTo(before);
        as(third).get("/api/v1/score-criteria/unreliable").then().body("criterion", not(hasItem("forbidden")));
    }

    @Test
    void a_limit_is_proposed_by_which_people_decided_and_changes_nothing() {
        as(one).body("""
                        {"version": 0, "criteria": [{"key": "turns", "name": "问得太多", "english": "Turns", "score": "EXPERIENCE",
                        "points": 10, "attitude": 0, "of": ["AGENT", "BOT"], "medium": "ANY", "enabled": true,
                        "rule": {"kind": "figure", "measure": "CUSTOMER_TURNS", "most": 3}}]}
                        """).put("/api/v1/score-criteria").then().statusCode(200);
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < ThresholdFit.LEAST; i++) {
            var talk = scene.waiting(Code.WISH_FOR_HUMAN);
            scene.customerSaid(talk.id(), "怎么还没好");
            scene.customerSaid(talk.id(), "问第二遍了");
            scene.close(talk.id());
            ids.add(calibration.drawn(talk.id().value(), "all", "turns", 1));
        }
        calibration.bothSaid(ids, 2, one, other);
        as(one).get("/api/v1/calibration/thresholds")
                .then()
                .statusCode(200)
                .body("find { it.criterion == 'turns' }.most", equalTo(3f))
                .body("find { it.criterion == 'turns' }.proposed", equalTo(1f))
                .body("find { it.criterion == 'turns' }.wrong", equalTo(ThresholdFit.LEAST))
                .body("find { it.criterion == 'turns' }.wrongThen", equalTo(0));
        as(one).get("/api/v1/score-criteria").then().body("version", equalTo(1));
    }

    @Test
    void a_week_is_drawn_once() {
        ended(agent);
        var week = WeeklyDraw.lastWeek(HomeZone.today().plusDays(7));
        database.preparedQuery("delete from calibration_week where week = $1")
                .execute(Tuple.of(week))
                .await()
                .indefinitely();
        calibration.draw(week);
        long drawn = cases();
        assertThat(drawn).isPositive();
        database.query("delete from calibration_case where criterion = 'greeting'")
                .execute()
                .await()
                .indefinitely();
        long left = cases();
        calibration.draw(week);
        assertThat(cases()).isEqualTo(left);
    }

    @Test
    void the_rule_is_kept_and_checked() {
        String rule = "{\"floor\": %s, \"least\": 20, \"random\": 3, \"doubtful\": 2}";
        as(one).body(rule.formatted("0.65"))
                .put("/api/v1/calibration/rule")
                .then()
                .statusCode(200)
                .body("floor", equalTo(0.65f));
        as(one).body(rule.formatted("1.5"))
                .put("/api/v1/calibration/rule")
                .then()
                .statusCode(400);
        as(one).body(rule.formatted("0.6"))
                .put("/api/v1/calibration/rule")
                .then()
                .statusCode(200);
    }

    private void rule(int least) {
        as(one).body("{\"floor\": 0.6, \"least\": %d, \"random\": 3, \"doubtful\": 2}".formatted(least))
                .put("/api/v1/calibration/rule")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse score(Conversation of) {
        return as(third).get("/api/v1/scores/" + of.id().value()).then().statusCode(200);
    }

    private int compliance(Conversation of) {
        return score(of).extract().path("scores.find { it.who == 'all' }.compliance");
    }

    private UUID theCase(Conversation served) {
        return calibration.drawn(served.id().value(), agent.id().value().toString(), "forbidden", 2);
    }

    private Conversation ended(Staff by) {
        var served = queue.pick(scene.waiting(Code.WISH_FOR_HUMAN).id(), by.id())
                .await()
                .indefinitely();
        conversations
                .appendFromAgent(served.id(), by.id(), UUID.randomUUID().toString(), RUDE)
                .await()
                .indefinitely();
        conversations.close(served.id(), served.epoch()).await().indefinitely();
        scores.round();
        return served;
    }

    private String shown(Staff staff, UUID id) {
        return as(staff).get(CASES + id).then().statusCode(200).extract().asString();
    }

    private Map<String, Object> waiting(Staff staff, UUID id) {
        return as(staff)
                .get("/api/v1/calibration/cases")
                .then()
                .statusCode(200)
                .extract()
                .path("find { it.id == '" + id + "' }");
    }

    private Map<String, Object> difference(Staff staff, UUID id) {
        return as(staff)
                .get("/api/v1/calibration/differences")
                .then()
                .statusCode(200)
                .extract()
                .path("find { it.id == '" + id + "' }");
    }

    private ValidatableResponse judged(Staff staff, UUID id, int verdict) {
        return as(staff)
                .body(Map.of("verdict", verdict))
                .put(CASES + id + "/judgement")
                .then();
    }

    private ValidatableResponse resolved(Staff staff, UUID id, int verdict) {
        return as(staff)
                .body(Map.of("verdict", verdict))
                .put(CASES + id + "/resolution")
                .then();
    }

    private void handedIn(Staff staff) {
        as(staff).post("/api/v1/calibration/hand-in").then().statusCode(200).body("judgements", equalTo(1));
    }

    private long cases() {
        return number("select count(*) from calibration_case", Tuple.tuple());
    }

    private long audited(String kind, Staff by) {
        return number(
                "select count(*) from audit_event where kind = $1 and actor = $2",
                Tuple.of(kind, by.id().value()));
    }

    private long number(String sql, Tuple parameters) {
        return database.preparedQuery(sql)
                .execute(parameters)
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    private RequestSpecification as(Staff staff) {
        return given().cookie("yiwen_session", people.token(staff)).contentType("application/json");
    }
}
