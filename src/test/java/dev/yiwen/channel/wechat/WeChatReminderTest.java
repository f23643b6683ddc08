package dev.yiwen.channel.wechat;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.yiwen.channel.wechat.FakeWeChat.Sent;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.People;
import dev.yiwen.shared.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An answer that may not be sent is told of by a subscribe message, where the customer has consented to one. */
@QuarkusTest
@TestProfile(WithWeChat.class)
class WeChatReminderTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ADDRESS = "/cgi-bin/message/subscribe/send";

    @Inject
    People people;

    @Inject
    Pool database;

    @Inject
    WeChatConfig config;

    @Inject
    Conversations conversations;

    private final String template = "tmpl" + Ids.next().toString().replace("-", "");
    private FakeWeChat wechat;
    private WeChatCustomer customer;
    private ConversationId conversation;
    private String row;

    @BeforeEach
    void an_agent_serves_somebody_whose_window_is_closed() throws IOException {
        wechat = new FakeWeChat(config.api());
        customer = new WeChatCustomer(people, database, Map.of("kind", "MA", "name", "小程序"));
        customer.push(customer.text("你好"));
        await().atMost(PATIENCE).until(() -> customer.states().contains("SENT"));
        row = customer.as(customer.admin)
                .body(Map.of(
                        "templateId",
                        template,
                        "name",
                        "客服回复提醒",
                        "page",
                        "pages/chat/chat",
                        "fields",
                        List.of(
                                Map.of("name", "thing1", "from", "ANSWER"),
                                Map.of("name", "time2", "from", "TIME"),
                                Map.of("name", "thing3", "from", "TEXT", "text", "点击查看完整回复"))))
                .post("/api/v1/wechat/templates?account=" + customer.account)
                .then()
                .statusCode(200)
                .body("name", equalTo("客服回复提醒"))
                .extract()
                .path("id");
        conversation = customer.served(conversations);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(customer.states()).containsOnly("SENT"));
        customer.rows("update wechat_contact set budget = '[]' where open_id = '" + customer.openId + "'");
    }

    @AfterEach
    void nothing_is_asked_any_more() {
        customer.leave();
        wechat.close();
    }

    @Test
    void a_consent_is_one_message_and_a_waiting_answer_is_told_of_once() {
        consents("accept");

        says("a", "您的宽带已经修好了，请重启路由器后再试，如果还不行请回复我");
        var told = await().atMost(PATIENCE)
                .until(this::reminders, it -> it.size() == 1)
                .getFirst();
        says("b", "还有一句");

        assertThat(told.body().path("template_id").asText()).isEqualTo(template);
        assertThat(told.body().path("page").asText()).isEqualTo("pages/chat/chat");
        assertThat(told.body().at("/data/thing1/value").asText()).isEqualTo("您的宽带已经修好了，请重启路由器后再试…");
        assertThat(told.body().at("/data/time2/value").asText()).matches("20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d");
        assertThat(told.body().at("/data/thing3/value").asText()).isEqualTo("点击查看完整回复");
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(customer.desk().getString("reminder.state")).isEqualTo("SENT");
            assertThat(customer.desk().getInt("waiting")).isEqualTo(2);
            assertThat(customer.desk().getInt("consents")).isZero();
        });
        assertThat(reminders()).hasSize(1);

        customer.push(customer.text("我来看了"));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(customer.desk().getInt("waiting")).isZero());
        assertThat(wechat.to(customer.openId).getLast().text()).contains("您的宽带已经修好了", "还有一句");
    }

    @Test
    void who_has_not_consented_is_told_nothing_and_the_agent_sees_it() {
        consents("reject");

        says("a", "您的宽带已经修好了");

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(customer.desk().getInt("waiting")).isEqualTo(1));
        assertThat(customer.desk().getInt("consents")).isZero();
        assertThat(customer.desk().<Object>get("reminder")).isNull();
        assertThat(reminders()).isEmpty();
    }

    @Test
    void what_wechat_knows_of_consents_counts_more_than_what_we_counted() {
        consents("accept");
        consents("acceptWithAudio");
        wechat.answers.add("{\"errcode\":43101,\"errmsg\":\"user refuse to accept the msg\"}");

        says("a", "您的宽带已经修好了");

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(customer.desk().getString("reminder.state")).isEqualTo("FAILED");
            assertThat(customer.desk().<Integer>get("reminder.code")).isEqualTo(43101);
            assertThat(customer.desk().getInt("consents")).isZero();
        });
        assertThat(customer.as(customer.admin)
                        .get("/api/v1/wechat/errors")
                        .jsonPath()
                        .getList("code"))
                .contains("43101", "47003");
    }

    @Test
    void what_wechat_tells_of_consents_and_results_counts() {
        told("subscribe_msg_popup_event", "accept");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(customer.desk().getInt("consents")).isEqualTo(1));
        // The page on the phone has told of the same tap.
        told("subscribe_msg_popup_event", "accept");
        told("subscribe_msg_change_event", "reject");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(customer.desk().getInt("consents")).isZero());

        consents("accept");
        says("a", "您的宽带已经修好了");
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(customer.desk().getString("reminder.state")).isEqualTo("SENT"));
        customer.push(customer.body("<MsgType>event</MsgType><Event>subscribe_msg_sent_event</Event>"
                + "<SubscribeMsgSentEvent><List><TemplateId>" + template
                + "</TemplateId><MsgID>1</MsgID><ErrorCode>43101</ErrorCode></List></SubscribeMsgSentEvent>"));

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(customer.desk().getString("reminder.state")).isEqualTo("FAILED");
            assertThat(customer.desk().getInt("reminder.code")).isEqualTo(43101);
        });
    }

    private void told(String event, String status) {
        var element = event.equals("subscribe_msg_popup_event") ? "SubscribeMsgPopupEvent" : "SubscribeMsgChangeEvent";
        customer.push(
                customer.body("<MsgType>event</MsgType><Event>" + event + "</Event><" + element + "><List><TemplateId>"
                        + template + "</TemplateId><SubscribeStatusString>" + status
                        + "</SubscribeStatusString></List></" + element
                        + ">"));
    }

    @Test
    void a_field_that_wechat_refuses_costs_no_consent() {
        consents("accept");
        wechat.answers.add("{\"errcode\":47003,\"errmsg\":\"argument invalid! data.thing1.value invalid\"}");

        says("a", "您的宽带已经修好了");

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(customer.desk().<Integer>get("reminder.code")).isEqualTo(47003);
            assertThat(customer.desk().getInt("consents")).isEqualTo(1);
        });
    }

    @Test
    void a_template_is_checked_removed_and_had_back() {
        var templates = "/api/v1/wechat/templates?account=" + customer.account;
        customer.as(customer.admin)
                .body(Map.of(
                        "templateId",
                        template + "x",
                        "name",
                        "太长",
                        "fields",
                        List.of(Map.of("name", "thing1", "from", "TEXT", "text", "二十一个字太长了微信不收二十一个字太长了微"))))
                .post(templates)
                .then()
                .statusCode(400);
        customer.as(customer.admin)
                .body(Map.of(
                        "templateId",
                        template,
                        "name",
                        "又来",
                        "fields",
                        List.of(Map.of("name", "time2", "from", "TIME"))))
                .post(templates)
                .then()
                .statusCode(409);
        assertThat(wanted()).containsExactly(template);

        customer.as(customer.admin)
                .delete("/api/v1/wechat/templates/" + row)
                .then()
                .statusCode(204);
        customer.as(customer.admin).get(templates).then().body("templates", hasSize(0));
        assertThat(wanted()).isEmpty();

        customer.as(customer.admin).post("/api/v1/wechat/templates/" + row + "/restoring");
        customer.as(customer.admin).get(templates).then().body("templates", hasSize(1));
    }

    private List<String> wanted() {
        String appId = customer.rows("select app_id from wechat_account where id = '" + customer.account + "'")
                .getFirst()
                .getString(0);
        return given().auth()
                .oauth2(people.token(writer()))
                .queryParam("appId", appId)
                .get("/api/v1/wechat/consents")
                .jsonPath()
                .getList("templates");
    }

    private void consents(String answer) {
        given().auth()
                .oauth2(people.token(writer()))
                .contentType(ContentType.JSON)
                .body(Map.of("templates", Map.of(template, answer, "another-template-of-nobody", "accept")))
                .post("/api/v1/wechat/consents")
                .then()
                .statusCode(204);
    }

    private CustomerId writer() {
        return CustomerId.of(
                customer.rows("select customer_id from wechat_contact where open_id = '" + customer.openId + "'")
                        .getFirst()
                        .getUUID(0));
    }

    private List<Sent> reminders() {
        return wechat.to(customer.openId).stream()
                .filter(it -> it.path().equals(ADDRESS))
                .toList();
    }

    private void says(String id, String words) {
        conversations
                .appendFromAgent(conversation, customer.agent.id(), id + customer.openId, words)
                .await()
                .indefinitely();
    }
}
