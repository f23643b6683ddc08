package dev.yiwen.channel.wechat;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.yiwen.command.wechat.WechatSimulator;
import dev.yiwen.command.wechat.platform.ApiFault;
import dev.yiwen.identity.CustomerIdentities;
import dev.yiwen.identity.CustomerIdentities.Outside;
import dev.yiwen.identity.IdentityKind;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.shared.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From {@code wx.login}'s code to a customer's token, against the shipped simulator. */
@QuarkusTest
@TestProfile(WithWeChat.class)
class MiniProgramLoginTest {
    private static final String ACCOUNTS = "/api/v1/wechat/accounts";

    @Inject
    People people;

    @Inject
    WeChatConfig config;

    @Inject
    CustomerIdentities identities;

    private WechatSimulator wechat;
    private String admin;
    private String account;

    @BeforeEach
    void a_mini_program() throws IOException {
        wechat = WechatSimulator.running(URI.create(config.api()).getPort(), System.nanoTime());
        admin = people.token(people.staff(Role.ADMIN));
        account = added(wechat.ma().settings().secret());
    }

    @AfterEach
    void nothing_is_asked_any_more() {
        removed(account);
        wechat.close();
    }

    @Test
    void the_same_person_is_the_same_customer_with_each_code_and_may_chat() {
        var phone = wechat.phone(wechat.ma(), "李" + Ids.next());
        var first = login(phone.login()).statusCode(200).extract().jsonPath();

        var second = login(phone.login()).statusCode(200).extract().jsonPath();

        assertThat(second.getString("customerId")).isEqualTo(first.getString("customerId"));
        var other = wechat.phone(wechat.ma(), "王" + Ids.next());
        login(other.login()).statusCode(200).body("customerId", not(first.getString("customerId")));
        given().auth()
                .oauth2(first.getString("token"))
                .get("/api/v1/chat/tickets")
                .then()
                .statusCode(200);
    }

    @Test
    void who_was_met_in_another_account_of_the_same_owner_is_the_same_customer() {
        var phone = wechat.phone(wechat.ma(), "吴" + Ids.next());
        var elsewhere = new Outside(IdentityKind.MP, "wx" + Ids.next(), "o" + Ids.next());
        identities
                .writer(elsewhere)
                .chain(() -> identities.sameUnion(elsewhere, phone.unionId()))
                .await()
                .indefinitely();

        String customer = login(phone.login()).statusCode(200).extract().path("customerId");

        var known = identities.find(elsewhere).await().indefinitely().orElseThrow();
        assertThat(customer).isEqualTo(known.customer().value().toString());
    }

    @Test
    void a_code_that_was_used_or_never_was_is_refused() {
        var code = wechat.phone(wechat.ma(), "赵" + Ids.next()).login();
        login(code).statusCode(200);

        login(code).statusCode(401).body("type", endsWith(":unauthenticated"));
        login("nonsense").statusCode(401);
        login("").statusCode(400);
        login("x".repeat(300)).statusCode(400);
    }

    @Test
    void where_wechat_is_slow_busy_or_knows_another_secret_the_customer_is_asked_to_come_again() {
        var phone = wechat.phone(wechat.ma(), "钱" + Ids.next());
        wechat.script().next(ApiFault.CODE, "/sns/jscode2session", 45011);
        login(phone.login()).statusCode(429).header("Retry-After", equalTo("60"));
        wechat.script().next(ApiFault.CUT, "/sns/jscode2session", 0);
        login(phone.login()).statusCode(503);
        removed(account);
        account = added("a-secret-that-is-wrong");

        login(phone.login()).statusCode(503).body("detail", containsString("40125"));
    }

    @Test
    void a_mini_program_that_was_not_added_or_is_disabled_signs_nobody_in() {
        var phone = wechat.phone(wechat.ma(), "孙" + Ids.next());
        login("wx0000000000000000", phone.login()).statusCode(404);
        given().auth()
                .oauth2(admin)
                .contentType(ContentType.JSON)
                .body(Map.of("enabled", false))
                .put(ACCOUNTS + "/" + account + "/enabled")
                .then()
                .statusCode(200);

        login(phone.login()).statusCode(404);
    }

    private ValidatableResponse login(String code) {
        return login(wechat.ma().id(), code);
    }

    private static ValidatableResponse login(String appId, String code) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("appId", appId, "code", code))
                .post("/api/v1/wechat/login")
                .then();
    }

    /** Its id, in the place of one that a test left behind. */
    static String added(String admin, String appId, String secret) {
        for (String id : given().auth()
                .oauth2(admin)
                .get(ACCOUNTS)
                .jsonPath()
                .<String>getList("accounts.findAll { it.appId == '" + appId + "' }.id")) {
            given().auth().oauth2(admin).delete(ACCOUNTS + "/" + id);
        }
        return given().auth()
                .oauth2(admin)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "version",
                        0,
                        "kind",
                        "MA",
                        "name",
                        "小程序",
                        "appId",
                        appId,
                        "secret",
                        secret,
                        "token",
                        "atokenofcallbacks"))
                .post(ACCOUNTS)
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    private String added(String secret) {
        return added(admin, wechat.ma().id(), secret);
    }

    private void removed(String id) {
        given().auth().oauth2(admin).delete(ACCOUNTS + "/" + id);
    }
}
