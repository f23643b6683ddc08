package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.yiwen.browser.Browser.Screen;
import dev.yiwen.channel.wechat.WeChatConfig;
import dev.yiwen.channel.wechat.WithWeChat;
import dev.yiwen.command.wechat.WechatSimulator;
import dev.yiwen.command.wechat.platform.Bubble.From;
import dev.yiwen.command.wechat.platform.CustomerPhone;
import dev.yiwen.handoff.Scene;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A customer in WeChat asks for a person, who sees what may still be said and what became of it. */
@QuarkusTest
@TestProfile(WithWeChat.class)
class WeChatJourneyTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Inject
    People people;

    @Inject
    Scene scene;

    @Inject
    WeChatConfig config;

    @Inject
    Pool database;

    @TestHTTPResource("/")
    URI here;

    private WechatSimulator wechat;
    private String account;
    private String admin;

    @BeforeEach
    void an_official_account() throws IOException {
        scene.startsEmpty();
        wechat = WechatSimulator.running(URI.create(config.api()).getPort(), System.nanoTime());
        admin = people.token(people.staff(Role.ADMIN));
        given().auth()
                .oauth2(admin)
                .get("/api/v1/wechat/accounts")
                .jsonPath()
                .getList("accounts.findAll { it.appId == '" + wechat.mp().id() + "' }.id", String.class)
                .forEach(this::remove);
        var settings = wechat.mp().settings();
        account = given().auth()
                .oauth2(admin)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "version", 0,
                        "kind", "MP",
                        "name", "云桥服务号",
                        "appId", wechat.mp().id(),
                        "secret", settings.secret(),
                        "token", settings.token(),
                        "aesKey", settings.aesKey()))
                .post("/api/v1/wechat/accounts")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        wechat.mp().change(it -> it.withCallback(here.resolve("/wechat/" + account)));
    }

    @AfterEach
    void nobody_writes_any_more() {
        wechat.close();
        remove(account);
        scene.startsEmpty();
    }

    @Test
    void a_person_answers_from_the_console() {
        var agent = browser.staff(Screen.DESKTOP, people.staff(Role.AGENT).login(), People.PASSWORD);
        button(agent, "开始接待");
        var phone = wechat.phone(wechat.mp(), "小李");
        phone.text("转人工");
        button(agent, "接受");
        var line = agent.locator("yw-wechat-line");
        assertThat(line).containsText("公众号 云桥服务号");
        assertThat(line).containsText("还能发");

        agent.locator("yw-composer textarea").fill("您好，我是小林，马上为您查。");
        agent.keyboard().press("Enter");

        await().atMost(Duration.ofSeconds(30)).until(() -> hears(phone, "您好，我是小林，马上为您查。"));
        assertThat(agent.locator(".message.agent .under")).containsText("微信已收下");
        browser.picture(agent, "wechat-console");
    }

    @Test
    void who_may_not_be_written_to_any_more_is_told_by_a_subscribe_message() {
        var template = "tmplOfAnAnswerThatWaits";
        given().auth()
                .oauth2(admin)
                .contentType(ContentType.JSON)
                .queryParam("account", account)
                .body(Map.of(
                        "templateId",
                        template,
                        "name",
                        "客服回复提醒",
                        "fields",
                        List.of(Map.of("name", "thing1", "from", "ANSWER"), Map.of("name", "time2", "from", "TIME"))))
                .post("/api/v1/wechat/templates")
                .then()
                .statusCode(200);
        var agent = browser.staff(Screen.DESKTOP, people.staff(Role.AGENT).login(), People.PASSWORD);
        button(agent, "开始接待");
        var phone = wechat.phone(wechat.mp(), "小李");
        phone.consent(template, true);
        phone.text("转人工");
        button(agent, "接受");
        assertThat(agent.locator("yw-wechat-line")).containsText("还能发");
        run("update wechat_contact set budget = '[]' where open_id = '" + phone.id() + "'");
        run(
                "insert into wechat_consent (template, customer_id, remaining) select t.id, c.customer_id, 1 from wechat_template t"
                        + " join wechat_contact c on c.account_id = t.account_id where t.account_id = '" + account
                        + "' and t.removed_at is null and c.open_id = '" + phone.id() + "'");

        agent.locator("yw-composer textarea").fill("宽带已经修好了，请重启路由器。");
        agent.keyboard().press("Enter");

        assertThat(agent.locator("yw-wechat-line")).containsText("已用订阅消息提醒客户回来看");
        assertThat(agent.locator("yw-wechat-line")).containsText("条等待发出");
        assertThat(agent.locator(".message.agent .under")).containsText("等待发出");
        browser.picture(agent, "wechat-reminded");
        agent.setViewportSize(390, 844);
        browser.picture(agent, "wechat-reminded-phone");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> phone.bubbles().stream()
                        .anyMatch(it -> it.kind().equals("subscribe")
                                && "宽带已经修好了，请重启路由器。".equals(it.fields().get("thing1"))));
    }

    private void run(String sql) {
        database.query(sql).execute().await().indefinitely();
    }

    private void remove(String id) {
        given().auth().oauth2(admin).delete("/api/v1/wechat/accounts/" + id);
    }

    private static boolean hears(CustomerPhone phone, String words) {
        return phone.bubbles().stream()
                .anyMatch(it -> it.from() == From.SERVICE && it.text().equals(words));
    }

    private static void button(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }
}
