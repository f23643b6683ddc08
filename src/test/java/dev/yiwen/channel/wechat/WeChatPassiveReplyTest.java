package dev.yiwen.channel.wechat;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.yiwen.conversation.Conversations;
import dev.yiwen.identity.People;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import me.chanjar.weixin.common.util.crypto.SHA1;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An official account's callback is answered with the bot's answer, each time with the same, and nothing goes twice. */
@QuarkusTest
@TestProfile(WithPassiveReplies.class)
class WeChatPassiveReplyTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";

    @Inject
    People people;

    @Inject
    Pool database;

    @Inject
    WeChatConfig config;

    @Inject
    Conversations conversations;

    private FakeWeChat wechat;
    private WeChatCustomer customer;

    @BeforeEach
    void an_official_account() throws IOException {
        wechat = new FakeWeChat(config.api());
        customer = new WeChatCustomer(people, database, Map.of("kind", "MP", "name", "公众号"));
    }

    @AfterEach
    void nothing_is_asked_any_more() {
        customer.leave();
        wechat.close();
    }

    @Test
    void the_answer_stands_in_the_callbacks_own_and_nothing_is_sent_besides() {
        var pushed = customer.text("你好");

        var answered = customer.push(pushed).then().statusCode(200).extract().asString();

        assertThat(answered)
                .contains("<MsgType><![CDATA[text]]></MsgType>")
                .contains("<ToUserName><![CDATA[" + customer.openId + "]]></ToUserName>")
                .contains("<FromUserName><![CDATA[gh_1]]></FromUserName>")
                .contains("【");
        assertThat(customer.states()).containsExactly("SENT");
        assertThat(customer.desk().getInt("left")).isEqualTo(5);
        assertThat(customer.desk().getString("messages[0].state")).isEqualTo("SENT");
        assertThat(content(customer.push(pushed).asString())).isEqualTo(content(answered));
        assertThat(wechat.to(customer.openId)).isEmpty();
    }

    @Test
    void a_repetition_while_the_first_still_waits_gets_the_same_answer() throws Exception {
        var pushed = customer.text("你好");
        try (var both = Executors.newFixedThreadPool(3)) {
            var first =
                    CompletableFuture.supplyAsync(() -> customer.push(pushed).asString(), both);
            var second =
                    CompletableFuture.supplyAsync(() -> customer.push(pushed).asString(), both);
            var third =
                    CompletableFuture.supplyAsync(() -> customer.push(pushed).asString(), both);

            assertThat(content(second.get())).isEqualTo(content(first.get())).contains("【");
            assertThat(content(third.get())).isEqualTo(content(first.get()));
        }
        assertThat(customer.states()).containsExactly("SENT");
        assertThat(wechat.to(customer.openId)).isEmpty();
    }

    @Test
    void whom_people_serve_is_told_at_once_that_it_came() {
        customer.push(customer.text("你好"));
        customer.served(conversations);

        assertThat(customer.push(customer.text("还在吗")).asString()).contains("success");
    }

    @Test
    void whose_answer_takes_longer_sees_somebody_type_and_is_answered_once() {
        customer.push(customer.text("你好"));
        await().atMost(PATIENCE).until(() -> customer.states().equals(List.of("SENT")));
        // Another instance has the customer.
        leased("now() + interval '1 minute'");

        var answered = customer.push(customer.text("还在吗")).asString();

        assertThat(answered).contains("success");
        await().atMost(PATIENCE).until(() -> wechat.typing(customer.openId) == 1);
        leased("null");
        await().atMost(PATIENCE).until(() -> wechat.to(customer.openId).size() == 1);
        assertThat(customer.states()).containsExactly("SENT", "SENT");
    }

    @Test
    void in_safe_mode_the_answer_is_encrypted_with_the_key_of_the_push() {
        customer.leave();
        customer = new WeChatCustomer(people, database, Map.of("kind", "MP", "name", "安全", "aesKey", KEY));
        String appId = customer.as(customer.admin)
                .get("/api/v1/wechat/accounts")
                .jsonPath()
                .getString("accounts.find { it.id == '" + customer.account + "' }.appId");
        var crypt = new WxCryptUtil(WeChatCustomer.TOKEN, KEY, appId);
        var encrypted = crypt.encrypt("0123456789abcdef", customer.text("你好"));

        var answered = given().contentType("text/xml")
                .body("<xml><ToUserName>gh_1</ToUserName><Encrypt>" + encrypted + "</Encrypt></xml>")
                .queryParams(
                        "msg_signature",
                        SHA1.gen(WeChatCustomer.TOKEN, "1", "2", encrypted),
                        "timestamp",
                        "1",
                        "nonce",
                        "2")
                .post("/wechat/" + customer.account)
                .asString();

        assertThat(answered).doesNotContain("【");
        assertThat(crypt.decryptXml(
                        element(answered, "MsgSignature"),
                        element(answered, "TimeStamp"),
                        element(answered, "Nonce"),
                        answered))
                .contains("【");
    }

    @Test
    void what_no_instance_lived_to_answer_is_sent_once() {
        customer.push(customer.text("你好"));
        // As an instance leaves it that has put the reply there and is gone before anybody was given it.
        customer.rows(
                "update wechat_inbox set passive_until = now() - interval '1 minute', replied_at = null where source = '"
                        + customer.openId + "'");

        await().atMost(PATIENCE).until(() -> wechat.to(customer.openId).size() == 1);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(customer.states()).containsExactly("SENT"));
        assertThat(wechat.to(customer.openId))
                .singleElement()
                .satisfies(it -> assertThat(it.text()).startsWith("【"));
    }

    @Test
    void who_asks_for_a_person_goes_to_the_own_desk_and_the_bot_is_silent_until_it_lets_them_go() {
        customer.leave();
        customer = new WeChatCustomer(
                people, database, Map.of("kind", "MP", "name", "公众号", "ownDesk", true, "deskAccount", "kf1@gh"));
        assertThat(customer.says("你好").asString()).contains("【");

        var wish = customer.text("转人工");
        assertThat(customer.pushed(wish).asString())
                .contains("transfer_customer_service", "<KfAccount><![CDATA[kf1@gh]]></KfAccount>")
                .contains("<ToUserName><![CDATA[" + customer.openId + "]]></ToUserName>");
        assertThat(customer.pushed(wish).asString()).contains("transfer_customer_service");
        assertThat(customer.says("你好").asString()).contains("transfer_customer_service");
        assertThat(customer.desk().getBoolean("atOwnDesk")).isTrue();
        event("kf_create_session");
        event("kf_close_session");
        await().atMost(PATIENCE).until(() -> !customer.desk().getBoolean("atOwnDesk"));

        assertThat(customer.says("你好").asString()).contains("【");
        assertThat(customer.rows("select body from message where conversation_id = '" + customer.conversation()
                        + "' and author = 'customer'"))
                .hasSize(4);
        assertThat(customer.rows("select owner from conversation where id = '" + customer.conversation() + "'")
                        .getFirst()
                        .getString(0))
                .isEqualTo("bot");
    }

    @Test
    void a_mini_programs_customer_goes_there_too_and_is_answered_afterwards_otherwise() {
        customer.leave();
        customer = new WeChatCustomer(people, database, Map.of("kind", "MA", "name", "小程序", "ownDesk", true));

        assertThat(customer.says("你好").asString()).isEqualTo("success");
        await().atMost(PATIENCE).until(() -> customer.states().equals(List.of("SENT")));
        assertThat(customer.says("我要找人工客服").asString()).contains("transfer_customer_service");
        // Whoever is with people here stays with them.
        customer.rows("update wechat_contact set desk_until = null where open_id = '" + customer.openId + "'");
        customer.served(conversations);
        assertThat(customer.says("转人工").asString()).isEqualTo("success");
    }

    private void event(String event) {
        customer.push(
                customer.body("<MsgType>event</MsgType><Event>" + event + "</Event><KfAccount>kf1@gh</KfAccount>"));
    }

    private void leased(String until) {
        customer.rows("update wechat_contact set lease_until = " + until + " where id = " + customer.contact());
    }

    private static String content(String xml) {
        return element(xml, "Content");
    }

    private static String element(String xml, String name) {
        return xml.replaceAll("(?s).*<" + name + ">(?:<!\\[CDATA\\[)?(.*?)(?:]]>)?</" + name + ">.*", "$1");
    }
}
