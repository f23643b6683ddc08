package dev.yiwen.channel.wechat;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.yiwen.command.wechat.WechatSimulator;
import dev.yiwen.command.wechat.platform.AccountSettings.Quirk;
import dev.yiwen.command.wechat.platform.Bubble;
import dev.yiwen.command.wechat.platform.Bubble.From;
import dev.yiwen.command.wechat.platform.CustomerPhone;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import dev.yiwen.shared.Ids;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** At the end of a consultation in WeCom the customer is asked once how it was, and a tap is the rating. */
@QuarkusTest
@TestProfile(WithWeChat.class)
class WeChatSatisfactionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ACCOUNTS = "/api/v1/wechat/accounts";

    @Inject
    People people;

    @Inject
    WeChatConfig config;

    @Inject
    Pool database;

    @Inject
    Conversations conversations;

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init")
    URI here;

    private WechatSimulator wechat;
    private CustomerPhone phone;
    private String account;
    private String admin;

    @BeforeEach
    void a_companys_customer_service() throws IOException {
        wechat = WechatSimulator.running(URI.create(config.api()).getPort(), System.nanoTime());
        admin = people.token(people.staff(Role.ADMIN));
        var settings = wechat.kf().settings();
        asAdmin()
                .get(ACCOUNTS)
                .jsonPath()
                .getList("accounts.findAll { it.appId == '" + wechat.kf().id() + "' }.id", String.class)
                .forEach(it -> asAdmin().delete(ACCOUNTS + "/" + it));
        account = asAdmin()
                .body(Map.of(
                        "version",
                        0,
                        "kind",
                        "KF",
                        "name",
                        "微信客服",
                        "appId",
                        wechat.kf().id(),
                        "openKfid",
                        WechatSimulator.LINE,
                        "secret",
                        settings.secret(),
                        "token",
                        settings.token(),
                        "aesKey",
                        settings.aesKey()))
                .post(ACCOUNTS)
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        wechat.kf().change(it -> it.withCallback(here.resolve("/wechat/" + account)));
        phone = wechat.phone(wechat.kf(), "小王" + Ids.next());
    }

    @AfterEach
    void nothing_is_pushed_any_more() {
        wechat.close();
        asAdmin().delete(ACCOUNTS + "/" + account);
    }

    @Test
    void people_in_weCom_end_it_and_a_tap_on_the_question_is_the_rating() {
        var conversation = asks();
        var kf = wechat.platform().kf();
        kf.people().change(wechat.kf(), WechatSimulator.LINE, phone.id(), 3, WechatSimulator.SERVICER);
        kf.people().says(wechat.kf(), WechatSimulator.LINE, phone, "我来处理");
        kf.people().ends(wechat.kf(), WechatSimulator.LINE, phone);

        var menu = menus(1).getFirst();
        phone.tap("rate/5/" + conversation.value(), "非常满意");

        assertThat(menu.toString()).contains("您满意吗").contains("rate/1/" + conversation.value());
        await().atMost(PATIENCE).until(() -> scores(conversation).equals(List.of(5)));
        await().atMost(PATIENCE)
                .until(() -> phone.bubbles().stream().anyMatch(it -> it.text().contains("谢谢您的评价")));
        assertThat(wechat.codes()).doesNotContainKeys(95001, 95018, 95900);
    }

    @Test
    void our_agent_ends_it_and_the_question_costs_nothing_where_weCom_gives_a_code() {
        wechat.kf().change(it -> it.with(Quirk.CLOSES_FROM_ANY_STATE));
        var conversation = served(asks());
        int left = phone.left().getFirst().left();

        conversations
                .load(conversation)
                .chain(it -> conversations.close(conversation, it.epoch()))
                .await()
                .indefinitely();

        menus(1);
        // The notice that it is over was one, the question none.
        assertThat(phone.left().getFirst().left()).isBetween(left - 2, left - 1);
        phone.tap("rate/2/" + conversation.value(), "不满意");
        await().atMost(PATIENCE).until(() -> scores(conversation).equals(List.of(2)));
    }

    @Test
    void where_weCom_gives_no_code_the_question_is_one_of_those_that_are_left() {
        var conversation = served(asks());

        conversations
                .load(conversation)
                .chain(it -> conversations.close(conversation, it.epoch()))
                .await()
                .indefinitely();

        menus(1);
        phone.tap("rate/4/" + conversation.value(), "满意");
        await().atMost(PATIENCE).until(() -> scores(conversation).equals(List.of(4)));
        assertThat(wechat.codes()).doesNotContainKeys(95001, 95018);
    }

    @Test
    void who_met_the_bot_alone_is_not_asked() {
        var conversation = asks();

        conversations
                .load(conversation)
                .chain(it -> conversations.close(conversation, it.epoch()))
                .await()
                .indefinitely();
        phone.text("再问一个");

        await().atMost(PATIENCE).until(() -> shown().size() >= 2);
        assertThat(shown()).noneMatch(it -> it.kind().equals("msgmenu"));
    }

    private ConversationId asks() {
        phone.text("你好");
        await().atMost(PATIENCE).until(() -> !shown().isEmpty());
        var all = new ArrayList<ConversationId>();
        database.query(
                        "select l.conversation_id from wechat_leg l join wechat_contact c on c.id = l.contact_id where c.open_id = '"
                                + phone.id() + "'")
                .execute()
                .await()
                .indefinitely()
                .forEach(row -> all.add(ConversationId.of(row.getUUID(0))));
        return all.getLast();
    }

    private ConversationId served(ConversationId id) {
        Staff agent = people.staff(Role.AGENT);
        conversations
                .load(id)
                .chain(it -> conversations.requestHuman(
                        id, it.epoch(), new HandoffReason(HandoffReason.Code.WISH_FOR_HUMAN, "测试", List.of())))
                .chain(it -> conversations.assign(id, it.orElseThrow().epoch(), agent.id()))
                .chain(() -> conversations.appendFromAgent(id, agent.id(), "a" + id.value(), "办好了"))
                .await()
                .indefinitely();
        await().atMost(PATIENCE)
                .until(() -> shown().stream().anyMatch(it -> it.text().contains("办好了")));
        return id;
    }

    private List<Bubble> menus(int count) {
        await().atMost(PATIENCE)
                .until(() -> shown().stream()
                                .filter(it -> it.kind().equals("msgmenu"))
                                .count()
                        == count);
        return shown().stream().filter(it -> it.kind().equals("msgmenu")).toList();
    }

    private List<Bubble> shown() {
        return phone.bubbles().stream().filter(it -> it.from() == From.SERVICE).toList();
    }

    private List<Integer> scores(ConversationId conversation) {
        var all = new ArrayList<Integer>();
        database.query("select score from satisfaction where conversation_id = '" + conversation.value() + "'")
                .execute()
                .await()
                .indefinitely()
                .forEach(row -> all.add((int) row.getShort(0)));
        return all;
    }

    private RequestSpecification asAdmin() {
        return given().auth().oauth2(admin).contentType(ContentType.JSON);
    }
}
