package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.yiwen.browser.SimulatedAccount.hears;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import dev.yiwen.browser.Browser.Screen;
import dev.yiwen.channel.wechat.WeChatConfig;
import dev.yiwen.channel.wechat.WithWeChat;
import dev.yiwen.command.wechat.platform.PlatformAccount;
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

    private SimulatedAccount account;

    private void added(PlatformAccount.Kind kind, String name) throws IOException {
        account = new SimulatedAccount(kind, name, people, config, here);
    }

    @BeforeEach
    void nobody_waits() {
        scene.startsEmpty();
    }

    @AfterEach
    void nobody_writes_any_more() {
        account.close();
        scene.startsEmpty();
    }

    @Test
    void a_question_in_wecom_is_answered_and_then_a_person_answers() throws IOException {
        added(PlatformAccount.Kind.KF, "云桥微信客服");
        var agent = browser.staff(Screen.DESKTOP, people.staff(Role.AGENT).login(), People.PASSWORD);
        button(agent, "开始接待");
        var phone = account.phone("小李");
        phone.enter("菜单", "");
        phone.text("你好");
        await().atMost(Duration.ofSeconds(30)).until(() -> hears(phone, "【"));
        phone.text("转人工");
        button(agent, "接受");
        assertThat(agent.locator("yw-wechat-line")).containsText("微信客服 云桥微信客服");
        assertThat(agent.locator("yw-wechat-line")).containsText("还能发");

        agent.locator("yw-composer textarea").fill("您好，我是小林，马上为您查。");
        agent.keyboard().press("Enter");

        await().atMost(Duration.ofSeconds(30)).until(() -> hears(phone, "您好，我是小林，马上为您查。"));
        assertThat(agent.locator(".message.agent .under")).containsText("微信已收下");
        browser.picture(agent, "wechat-kf-console");
        var seen = browser.person(Screen.PHONE);
        seen.navigate(account.wechat.url());
        seen.locator("#account").selectOption(new SelectOption().setIndex(2));
        seen.locator("#person").fill("小李");
        seen.locator("#person").press("Enter");
        assertThat(seen.locator("#bubbles")).containsText("马上为您查");
        browser.picture(seen, "wechat-kf-phone");
    }

    @Test
    void a_person_answers_from_the_console() throws IOException {
        added(PlatformAccount.Kind.MP, "云桥服务号");
        var agent = browser.staff(Screen.DESKTOP, people.staff(Role.AGENT).login(), People.PASSWORD);
        button(agent, "开始接待");
        var phone = account.phone("小李");
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
    void who_may_not_be_written_to_any_more_is_told_by_a_subscribe_message() throws IOException {
        added(PlatformAccount.Kind.MP, "云桥服务号");
        var template = "tmplOfAnAnswerThatWaits";
        given().auth()
                .oauth2(account.admin)
                .contentType(ContentType.JSON)
                .queryParam("account", account.id)
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
        var phone = account.phone("小李");
        phone.consent(template, true);
        phone.text("转人工");
        button(agent, "接受");
        assertThat(agent.locator("yw-wechat-line")).containsText("还能发");
        run("update wechat_contact set budget = '[]' where open_id = '" + phone.id() + "'");

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

    private static void button(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }
}
