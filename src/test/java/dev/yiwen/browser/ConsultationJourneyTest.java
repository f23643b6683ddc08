package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.yiwen.browser.SimulatedAccount.hears;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import dev.yiwen.browser.Browser.Screen;
import dev.yiwen.channel.wechat.WeChatConfig;
import dev.yiwen.channel.wechat.WithWeChat;
import dev.yiwen.command.wechat.platform.CustomerPhone;
import dev.yiwen.command.wechat.platform.PlatformAccount;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.handoff.Scene;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.CustomerIdentities;
import dev.yiwen.identity.CustomerIdentities.Outside;
import dev.yiwen.identity.Customers;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.shared.Ids;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
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
    Customers customers;

    @Inject
    WeChatConfig config;

    @TestHTTPResource("/")
    URI here;

    private SimulatedAccount account;

    @BeforeEach
    void an_official_account() throws IOException {
        scene.startsEmpty();
        account = new SimulatedAccount(PlatformAccount.Kind.MP, "云桥服务号", people, config, here);
    }

    @AfterEach
    void nobody_writes_any_more() {
        account.close();
        scene.startsEmpty();
    }

    @Test
    void who_began_in_wechat_goes_on_in_the_app_and_an_agent_joins_and_parts_another() {
        var agent = browser.staff(Screen.DESKTOP, people.staff(Role.AGENT).login(), People.PASSWORD);
        button(agent, "开始接待");
        var phone = account.phone("小李" + Ids.next());
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

        proves(app);
        browser.picture(app, "phone-proof-done");
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

    @Test
    void whoever_is_known_by_a_verified_number_is_the_same_person_by_one_press() {
        var agent = browser.staff(Screen.DESKTOP, people.staff(Role.AGENT).login(), People.PASSWORD);
        button(agent, "开始接待");
        var phone = account.phone("小李" + Ids.next());
        phone.text("转人工");
        button(agent, "接受");
        var digits = "+86139" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);
        var caller = customers.caller(digits).await().indefinitely().id();
        database.preparedQuery("""
                        insert into phone_proof (id, customer_id, number)
                        select gen_random_uuid(), customer_id, $2 from wechat_contact where open_id = $1
                        """)
                .execute(Tuple.of(phone.id(), digits))
                .await()
                .indefinitely();
        phone.text("号码已经验证了");
        var panel = agent.locator("yw-identities");
        assertThat(panel.locator(".proven")).containsText("…" + digits.substring(10));
        panel.scrollIntoViewIfNeeded();
        browser.picture(agent, "phone-proved-console");

        button(agent, "是同一人，合并");

        assertThat(panel.locator(".merges")).containsText("手机号已用短信验证码核实");
        assertThat(panel.locator(".proven button")).hasCount(0);
        assertThat(database.preparedQuery(
                                "select merged_into is not null or exists (select from customer o where o.merged_into = c.id)"
                                        + " from customer c where id = $1")
                        .execute(Tuple.of(caller.value()))
                        .await()
                        .indefinitely()
                        .iterator()
                        .next()
                        .getBoolean(0))
                .isTrue();
    }

    /** The service sends no messages here; what it would answer is said in its place. */
    private static void proves(Page app) {
        app.route(
                "**/api/v1/phone-number",
                route -> route.fulfill(
                        json(route.request().method().equals("GET") ? "{\"possible\":true}" : "{\"seconds\":300}")));
        app.route(
                "**/api/v1/phone-number/code",
                route -> route.fulfill(json(
                        route.request().postData().contains("123456")
                                ? "{\"proved\":true,\"number\":\"…5678\"}"
                                : "{\"proved\":false,\"left\":4}")));
        app.getByText("设置").first().click();
        app.getByText("验证手机号").click();
        var dialog = app.locator("yw-phone-proof");
        dialog.locator("input[name=number]").fill("138 1234 5678");
        app.keyboard().press("Enter");
        dialog.locator("input[name=code]").fill("000000");
        app.keyboard().press("Enter");
        assertThat(dialog).containsText("还可以试 4 次");
        browser.picture(app, "phone-proof");
        dialog.locator("input[name=code]").fill("123456");
        app.keyboard().press("Enter");
        assertThat(dialog).containsText("已验证手机号 …5678");
        dialog.getByText("关闭").click();
        assertThat(dialog).hasCount(0);
    }

    private static Route.FulfillOptions json(String body) {
        return new Route.FulfillOptions().setContentType("application/json").setBody(body);
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

    private static void button(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }
}
