package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.yiwen.browser.Browser.Screen;
import dev.yiwen.channel.wechat.WeChatConfig;
import dev.yiwen.channel.wechat.WithWeChat;
import dev.yiwen.command.wechat.WechatSimulator;
import dev.yiwen.command.wechat.platform.Bubble.From;
import dev.yiwen.command.wechat.platform.CustomerPhone;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.handoff.Scene;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.CustomerIdentities;
import dev.yiwen.identity.CustomerIdentities.Outside;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.shared.Ids;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody begins in WeChat and goes on in the app: the agent has one thread; another customer is found to be the same, and is not. */
@QuarkusTest
@TestProfile(WithWeChat.class)
class ConsultationJourneyTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Inject
    People people;

    @Inject
    Scene scene;

    @Inject
    Pool database;

    @Inject
    Conversations conversations;

    @Inject
    CustomerIdentities identities;

    @Inject
    WeChatConfig config;

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
    void who_began_in_wechat_goes_on_in_the_app_and_an_agent_joins_and_parts_another() {
        var agent = browser.staff(Screen.DESKTOP, people.staff(Role.AGENT).login(), People.PASSWORD);
        button(agent, "开始接待");
        var phone = wechat.phone(wechat.mp(), "小李" + Ids.next());
        phone.text("我家宽带断了，转人工");
        button(agent, "接受");
        var member = people.member("李晓", 3);
        signedIn(member, phone);
        var app = browser.person(Screen.PHONE);
        app.addInitScript("localStorage.setItem('yiwen.visitor', '" + people.token(member) + "')");
        app.navigate("/chat");
        assertThat(app.locator("article.mine")).containsText("我家宽带断了");
        assertThat(app.locator("article.mine .state").first()).containsText("来自微信");

        app.locator("yw-composer textarea").fill("我换到 App 里说：光猫亮红灯。");
        app.keyboard().press("Enter");
        assertThat(agent.locator(".message.customer .where").last()).containsText("在线");
        assertThat(agent.locator(".message.customer .where").first()).containsText("微信");
        agent.locator("yw-composer textarea").fill("好的，我在这边接着为您处理。");
        agent.keyboard().press("Enter");

        assertThat(app.locator("article.message").last()).containsText("我在这边接着为您处理");
        browser.picture(agent, "legs-console");
        browser.picture(app, "legs-app-phone");
        assertThat(hears(phone, "好的，我在这边接着为您处理。")).isFalse();

        var visitor = "王芳" + Ids.next().toString().substring(30);
        var other = other(visitor);
        var panel = agent.locator("yw-identities");
        panel.scrollIntoViewIfNeeded();
        assertThat(panel).containsText("微信公众号");
        assertThat(panel).containsText("App 会员");
        panel.getByText("合并客户…").click();
        agent.locator("yw-merge input[name=q]").fill(visitor);
        agent.locator("yw-merge").getByText("查找").click();
        assertThat(agent.locator("yw-merge fieldset")).containsText(visitor);
        agent.locator("yw-merge textarea").fill("电话里核对了证件号后四位");
        browser.picture(agent, "merge-dialog");
        agent.locator("yw-merge .primary").click();
        assertThat(panel.locator(".merges")).containsText(visitor);
        assertThat(agent.locator("yw-context")).containsText("上月话费多了三十元");
        assertThat(owner(other)).isEqualTo(member.value());
        panel.scrollIntoViewIfNeeded();
        browser.picture(agent, "merge-console");

        panel.getByText("拆分…").first().click();
        agent.locator("yw-merge textarea").fill("不是同一个人");
        browser.picture(agent, "split-dialog");
        agent.locator("yw-merge .primary").click();
        await().atMost(Duration.ofSeconds(20)).until(() -> !owner(other).equals(member.value()));
        assertThat(agent.locator("yw-context")).not().containsText("上月话费多了三十元");
    }

    /** Somebody with a conversation of another day, who is not signed in. */
    private UUID other(String name) {
        var customer = people.visitor();
        database.preparedQuery("update customer set name = $2 where id = $1")
                .execute(Tuple.of(customer.value(), name))
                .await()
                .indefinitely();
        var begun = conversations.openOrResume(customer, Channel.WEB).await().indefinitely();
        conversations
                .appendForPeople(begun.id(), UUID.randomUUID().toString(), "上月话费多了三十元")
                .await()
                .indefinitely();
        conversations.close(begun.id(), begun.epoch()).await().indefinitely();
        return begun.id().value();
    }

    /** As the host application's token says it. */
    private void signedIn(CustomerId member, CustomerPhone phone) {
        var external = database.preparedQuery("select external_id from customer where id = $1")
                .execute(Tuple.of(member.value()))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getString(0);
        identities.sameUnion(Outside.host(external), phone.unionId()).await().indefinitely();
    }

    private UUID owner(UUID conversation) {
        return database.preparedQuery("select customer_id from conversation where id = $1")
                .execute(Tuple.of(conversation))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getUUID(0);
    }

    private void remove(String id) {
        given().auth().oauth2(admin).delete("/api/v1/wechat/accounts/" + id);
    }

    private static boolean hears(CustomerPhone phone, String words) {
        return phone.bubbles().stream()
                .anyMatch(it -> it.from() == From.SERVICE && it.text().contains(words));
    }

    private static void button(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }
}
