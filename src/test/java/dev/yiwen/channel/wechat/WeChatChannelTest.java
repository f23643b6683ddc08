package dev.yiwen.channel.wechat;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.yiwen.channel.wechat.FakeWeChat.Sent;
import dev.yiwen.command.pictures.DrawnPicture;
import dev.yiwen.command.pictures.Wear;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import dev.yiwen.shared.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import me.chanjar.weixin.common.util.crypto.SHA1;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From what WeChat pushes, through a conversation, to what is sent back, and what agents see of it. */
@QuarkusTest
@TestProfile(WithWeChat.class)
class WeChatChannelTest {
    private static final String ACCOUNTS = "/api/v1/wechat/accounts";
    private static final String TOKEN = "atokenofcallbacks";
    private static final String KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final AtomicLong MESSAGE = new AtomicLong(System.currentTimeMillis());

    @Inject
    People people;

    @Inject
    Pool database;

    @Inject
    WeChatConfig config;

    private FakeWeChat wechat;
    private Staff admin;
    private Staff supervisor;
    private String account;
    private String openId;

    @BeforeEach
    void an_official_account() throws IOException {
        wechat = new FakeWeChat(config.api());
        admin = people.staff(Role.ADMIN);
        supervisor = people.staff(Role.SUPERVISOR);
        account = add(Map.of("kind", "MP", "name", "公众号"));
        openId = "o" + Ids.next().toString().replace("-", "");
    }

    @AfterEach
    void nothing_is_asked_any_more() {
        as(admin).delete(ACCOUNTS + "/" + account);
        wechat.close();
    }

    @Test
    void a_question_is_answered_once_however_often_it_is_pushed() {
        var body = text("你好");

        push(body).statusCode(200).body(equalTo("success"));
        push(body).statusCode(200).body(equalTo("success"));
        push(body).statusCode(200).body(equalTo("success"));

        var sent = await().atMost(PATIENCE).until(() -> wechat.to(openId), it -> !it.isEmpty());
        assertThat(sent.getFirst().text()).startsWith("【");
        assertThat(rows("select m.* from message m where m.conversation_id = '" + conversation()
                        + "' and m.author = 'customer'"))
                .hasSize(1);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(desk().getString("messages[0].state")).isEqualTo("SENT"));
        assertThat(desk().getInt("left")).isEqualTo(5 - wechat.to(openId).size());
        assertThat(wechat.to(openId)).extracting(Sent::path).containsOnly("/cgi-bin/message/custom/send");
    }

    @Test
    void who_does_not_know_the_token_is_refused_without_a_word() {
        given().contentType("text/xml")
                .body(text("转账"))
                .queryParam("signature", "0".repeat(40))
                .queryParam("timestamp", "1")
                .queryParam("nonce", "2")
                .post("/wechat/" + account)
                .then()
                .statusCode(403)
                .body(equalTo(""));
        given().get("/wechat/" + account).then().statusCode(403).body(equalTo(""));
        given().get("/wechat/" + UUID.randomUUID()).then().statusCode(403).body(equalTo(""));
        given().contentType("text/xml")
                .body("<xml>" + "a".repeat(70_000) + "</xml>")
                .post("/wechat/" + account)
                .then()
                .statusCode(413);
        given().queryParams(signed())
                .queryParam("echostr", "5021")
                .get("/wechat/" + account)
                .then()
                .statusCode(200)
                .body(equalTo("5021"));
    }

    @Test
    void what_wechat_does_not_answer_is_unknown_and_not_sent_again() {
        wechat.answers.add(FakeWeChat.SILENCE);

        push(text("你好"));

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(desk().getString("messages[0].state")).isEqualTo("UNKNOWN"));
        assertThat(wechat.to(openId)).hasSize(1);
    }

    @Test
    void what_is_too_much_goes_out_when_the_customer_writes_again() {
        wechat.answers.add("{\"errcode\":45047,\"errmsg\":\"out of response count limit\"}");
        push(text("你好"));
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(desk().getString("messages[0].state")).isEqualTo("PLANNED");
            assertThat(desk().<Integer>get("messages[0].code")).isEqualTo(45047);
            assertThat(desk().getInt("left")).isZero();
        });

        push(text("在吗"));

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(desk().getList("messages.state")).containsOnly("SENT"));
    }

    @Test
    void a_token_that_is_refused_is_replaced_and_the_message_sent_once_more() {
        wechat.answers.add("{\"errcode\":40001,\"errmsg\":\"invalid credential\"}");

        push(text("你好"));

        var sent = await().atMost(PATIENCE).until(() -> wechat.to(openId), it -> it.size() >= 2);
        assertThat(sent.get(0).token()).isNotEqualTo(sent.get(1).token());
        assertThat(sent.get(0).text()).isEqualTo(sent.get(1).text());
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(desk().getString("messages[0].state")).isEqualTo("SENT"));
    }

    @Test
    void a_refusal_is_told_to_agents_and_to_administrators() {
        wechat.answers.add("{\"errcode\":48001,\"errmsg\":\"api unauthorized\"}");

        push(text("你好"));

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(desk().getString("messages[0].state")).isEqualTo("FAILED");
            assertThat(desk().<Integer>get("messages[0].code")).isEqualTo(48001);
        });
        assertThat(as(admin).get("/api/v1/wechat/errors").jsonPath().getList("code"))
                .contains("48001", "95018");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(listed().<Integer>get("errorCode")).isEqualTo(48001));
    }

    @Test
    void a_picture_is_fetched_and_kept_and_the_customer_is_told_who_can_look() throws IOException {
        var picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB), "png", picture);
        wechat.media = picture.toByteArray();

        push("<MsgType>image</MsgType><MediaId>media-1</MediaId><PicUrl>https://example.com/1.jpg</PicUrl>");

        var told = await().atMost(PATIENCE).until(() -> wechat.to(openId), it -> !it.isEmpty());
        assertThat(told.getFirst().text()).contains("人工");
        assertThat(rows("select body from message where author = 'customer' and conversation_id = '" + conversation()
                        + "'"))
                .singleElement()
                .satisfies(row -> assertThat(row.getValue("body").toString()).contains("image/png"));
    }

    @Test
    void what_stands_on_a_picture_is_said_back_and_kept_beside_it() throws IOException {
        wechat.media = Wear.PHOTO.on(
                DrawnPicture.page(DrawnPicture.font().orElseThrow(), List.of("云桥电器", "型号 ZX4711 合计 93.20元"))
                        .picture(),
                1);

        push("<MsgType>image</MsgType><MediaId>media-2</MediaId><PicUrl>https://example.com/2.jpg</PicUrl>");

        var told = await().atMost(PATIENCE).until(() -> wechat.to(openId), it -> !it.isEmpty());
        assertThat(told.getFirst().text()).contains("我看到图片上写着「云桥电器，型号", "ZX4711", "人工");
        assertThat(rows(
                        "select body #>> '{file,words}' as words from message where author = 'customer' and conversation_id = '"
                                + conversation() + "'"))
                .singleElement()
                .satisfies(row -> assertThat(row.getString("words")).contains("ZX4711"));
    }

    @Test
    void what_came_while_an_account_was_disabled_is_answered_afterwards() {
        as(admin)
                .body(Map.of("enabled", false))
                .put(ACCOUNTS + "/" + account + "/enabled")
                .then()
                .statusCode(200)
                .body("enabled", equalTo(false));
        push(text("你好")).statusCode(200);
        assertThat(wechat.to(openId)).isEmpty();

        as(admin).body(Map.of("enabled", true)).put(ACCOUNTS + "/" + account + "/enabled");

        await().atMost(PATIENCE).until(() -> !wechat.to(openId).isEmpty());
    }

    @Test
    void what_was_being_sent_when_an_instance_died_is_unknown_and_what_follows_goes_on() {
        push(text("你好"));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(desk().getString("messages[0].state")).isEqualTo("SENT"));
        int before = wechat.to(openId).size();

        // As another instance leaves it that has committed to sending and is gone.
        rows("update wechat_outbox set state = 'SENDING', settled_at = null where contact_id = " + contact());
        rows("update wechat_contact set lease_until = now() - interval '1 second', pending = true where id = "
                + contact());

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(desk().getString("messages[0].state")).isEqualTo("UNKNOWN"));
        push(text("谢谢"));
        await().atMost(PATIENCE).until(() -> wechat.to(openId).size() > before);
    }

    @Test
    void secrets_are_neither_shown_nor_readable_in_the_database() {
        assertThat(as(admin).get(ACCOUNTS).asString()).doesNotContain("a secret of the account", TOKEN);
        assertThat(rows("select encode(secret, 'escape') as s, encode(token, 'escape') as t from wechat_account"))
                .noneMatch(it -> it.getString("s").contains("secret")
                        || it.getString("t").contains(TOKEN));
    }

    @Test
    void the_librarys_log_is_silent() {
        for (var name :
                List.of("me.chanjar.weixin.common", "me.chanjar.weixin.mp.api.impl", "cn.binarywang.wx.miniapp")) {
            assertThat(Logger.getLogger(name).isLoggable(Level.SEVERE)).as(name).isFalse();
        }
    }

    @Test
    void what_weCom_may_have_is_sent_again_to_the_letter_and_what_came_since_by_itself() {
        var kfid = "wk" + Ids.next().toString().replace("-", "");
        var kf = add(Map.of("kind", "KF", "name", "客服", "openKfid", kfid, "aesKey", KEY));
        wechat.pages.put(kfid + "/", page("c1", 0, item(kfid, openId, "你好")));
        wechat.pages.put(kfid + "/c1", page("c2", 0, item(kfid, openId, "谢谢")));
        wechat.answers.add(FakeWeChat.SILENCE);

        pushNews(kf, kfid);
        await().atMost(PATIENCE).until(() -> wechat.to(openId).size() == 1);
        pushNews(kf, kfid);

        await().atMost(PATIENCE).until(() -> wechat.to(openId).size() == 3);
        var sent = wechat.to(openId);
        assertThat(sent.get(1).body()).isEqualTo(sent.get(0).body());
        assertThat(sent.get(2).body().path("msgid").asText())
                .isNotEqualTo(sent.get(0).body().path("msgid").asText());
    }

    @Test
    void weComs_messages_are_fetched_page_by_page_and_answered_once_although_an_answer_was_not_heard() {
        var kfid = "wk" + Ids.next().toString().replace("-", "");
        var other = "wm" + Ids.next().toString().replace("-", "");
        var kf = add(Map.of("kind", "KF", "name", "客服", "openKfid", kfid, "aesKey", KEY));
        wechat.pages.put(kfid + "/", page("c1", 1, item(kfid, openId, "你好")));
        wechat.pages.put(kfid + "/c1", page("c2", 0, item(kfid, other, "您好")));
        wechat.answers.add(FakeWeChat.SILENCE);

        pushNews(kf, kfid);

        var first = await().atMost(PATIENCE)
                .until(() -> wechat.to(openId).size() + wechat.to(other).size(), it -> it >= 3);
        assertThat(first).isGreaterThanOrEqualTo(3);
        var repeated = wechat.to(openId).size() > wechat.to(other).size() ? openId : other;
        assertThat(wechat.to(repeated))
                .extracting(it -> it.body().path("msgid").asText())
                .containsOnly(
                        wechat.to(repeated).getFirst().body().path("msgid").asText());
        assertThat(rows("select cursor from wechat_cursor where account_id = '" + kf + "'"))
                .singleElement()
                .satisfies(row -> assertThat(row.getString("cursor")).isEqualTo("c2"));

        var lost = wechat.to(other).getFirst().body().path("msgid").asText();
        wechat.pages.put(
                kfid + "/c2",
                page(
                        "c3",
                        0,
                        "{\"msgid\":\"%s\",\"send_time\":%d,\"origin\":4,\"msgtype\":\"event\",\"event\":{\"event_type\":\"msg_send_fail\",\"open_kfid\":\"%s\",\"external_userid\":\"%s\",\"fail_msgid\":\"%s\",\"fail_type\":10}}"
                                .formatted(Ids.next(), now(), kfid, other, lost)));
        pushNews(kf, kfid);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(rows(
                                "select state, code from wechat_outbox o join wechat_contact c on c.id = o.contact_id"
                                        + " where c.open_id = '" + other + "' and state <> 'MERGED'"))
                        .anySatisfy(row -> {
                            assertThat(row.getString("state")).isEqualTo("FAILED");
                            assertThat(row.getInteger("code")).isEqualTo(10);
                        }));
        as(admin).delete(ACCOUNTS + "/" + kf);
    }

    private void pushNews(String kf, String kfid) {
        var plain =
                "<xml><ToUserName>ww1</ToUserName><CreateTime>%d</CreateTime><MsgType>event</MsgType><Event>kf_msg_or_event</Event><Token>%s</Token><OpenKfId>%s</OpenKfId></xml>"
                        .formatted(now(), Ids.next(), kfid);
        var appId = as(admin).get(ACCOUNTS).jsonPath().getString("accounts.find { it.id == '" + kf + "' }.appId");
        var encrypted = new WxCryptUtil(TOKEN, KEY, appId).encrypt("0123456789abcdef", plain);
        given().contentType("text/xml")
                .body("<xml><ToUserName>ww1</ToUserName><Encrypt>" + encrypted + "</Encrypt></xml>")
                .queryParam("msg_signature", SHA1.gen(TOKEN, "1", "2", encrypted))
                .queryParam("timestamp", "1")
                .queryParam("nonce", "2")
                .post("/wechat/" + kf)
                .then()
                .statusCode(200)
                .body(equalTo("success"));
    }

    private static String page(String next, int more, String... items) {
        return "{\"errcode\":0,\"next_cursor\":\"%s\",\"has_more\":%d,\"msg_list\":[%s]}"
                .formatted(next, more, String.join(",", items));
    }

    private static String item(String kfid, String customer, String text) {
        return "{\"msgid\":\"%s\",\"open_kfid\":\"%s\",\"external_userid\":\"%s\",\"send_time\":%d,\"origin\":3,\"msgtype\":\"text\",\"text\":{\"content\":\"%s\"}}"
                .formatted(Ids.next(), kfid, customer, now(), text);
    }

    private static long now() {
        // The account was added in the same second.
        return Instant.now().getEpochSecond() + 1;
    }

    private String add(Map<String, String> fields) {
        var form = new HashMap<String, Object>(fields);
        form.put("version", 0);
        form.put("appId", "wx" + Ids.next().toString().replace("-", "").substring(16));
        form.put("secret", "a secret of the account");
        form.put("token", TOKEN);
        return as(admin)
                .body(form)
                .post(ACCOUNTS)
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    private JsonPath listed() {
        var all = as(admin).get(ACCOUNTS).jsonPath();
        return JsonPath.from(
                new JsonObject(all.<Map<String, Object>>get("accounts.find { it.id == '" + account + "' }")).encode());
    }

    private String text(String words) {
        return "<MsgType>text</MsgType><Content><![CDATA[" + words + "]]></Content><MsgId>" + MESSAGE.incrementAndGet()
                + "</MsgId>";
    }

    private ValidatableResponse push(String fields) {
        var body = "<xml><ToUserName>gh_1</ToUserName><FromUserName>" + openId + "</FromUserName><CreateTime>"
                + Instant.now().getEpochSecond() + "</CreateTime>" + fields + "</xml>";
        return given().contentType("text/xml")
                .body(body)
                .queryParams(signed())
                .post("/wechat/" + account)
                .then();
    }

    private static Map<String, String> signed() {
        return Map.of("signature", SHA1.gen(TOKEN, "1", "2"), "timestamp", "1", "nonce", "2");
    }

    private String contact() {
        return "(select id from wechat_contact where open_id = '" + openId + "')";
    }

    private String conversation() {
        return await().atMost(PATIENCE)
                .until(this::conversations, it -> !it.isEmpty())
                .getFirst()
                .getUUID(0)
                .toString();
    }

    private List<Row> conversations() {
        return rows(
                "select l.conversation_id from wechat_leg l join wechat_contact c on c.id = l.contact_id where c.open_id = '"
                        + openId + "'");
    }

    private JsonPath desk() {
        return as(supervisor)
                .get("/api/v1/conversations/" + conversation() + "/wechat")
                .jsonPath();
    }

    private List<Row> rows(String sql) {
        return StreamSupport.stream(
                        database.query(sql).execute().await().indefinitely().spliterator(), false)
                .toList();
    }

    private RequestSpecification as(Staff staff) {
        return given().auth().oauth2(people.token(staff)).contentType(ContentType.JSON);
    }
}
