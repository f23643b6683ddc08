package dev.yiwen.channel.wechat;

import static io.restassured.RestAssured.given;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import dev.yiwen.shared.Ids;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.StreamSupport;
import me.chanjar.weixin.common.util.crypto.SHA1;

/** An account of its own and a customer who writes to it, for tests with {@link FakeWeChat}. */
final class WeChatCustomer {
    static final String TOKEN = "atokenofcallbacks";
    private static final String ACCOUNTS = "/api/v1/wechat/accounts";
    private static final AtomicLong MESSAGE = new AtomicLong(System.currentTimeMillis());

    final String openId = "o" + Ids.next().toString().replace("-", "");
    final String account;
    final Staff admin;
    final Staff supervisor;
    final Staff agent;

    private final People people;
    private final Pool database;

    WeChatCustomer(People people, Pool database, Map<String, ?> fields) {
        this.people = people;
        this.database = database;
        admin = people.staff(Role.ADMIN);
        supervisor = people.staff(Role.SUPERVISOR);
        agent = people.staff(Role.AGENT);
        var form = new HashMap<String, Object>(fields);
        form.put("version", 0);
        form.put("appId", "wx" + Ids.next().toString().replace("-", "").substring(16));
        form.put("secret", "a secret of the account");
        form.put("token", TOKEN);
        account = as(admin)
                .body(form)
                .post(ACCOUNTS)
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    /** A message with an id of its own. */
    String text(String words) {
        return body("<MsgType>text</MsgType><Content><![CDATA[" + words + "]]></Content><MsgId>"
                + MESSAGE.incrementAndGet() + "</MsgId>");
    }

    String body(String fields) {
        return "<xml><ToUserName>gh_1</ToUserName><FromUserName>" + openId + "</FromUserName><CreateTime>"
                + Instant.now().getEpochSecond() + "</CreateTime>" + fields + "</xml>";
    }

    /** In plain text, signed. */
    Response push(String body) {
        return given().contentType("text/xml")
                .body(body)
                .queryParams("signature", SHA1.gen(TOKEN, "1", "2"), "timestamp", "1", "nonce", "2")
                .post("/wechat/" + account);
    }

    /** Likewise, with the words as they are: where what is said matters. */
    Response says(String words) {
        return pushed(text(words));
    }

    Response pushed(String body) {
        return given().contentType("text/xml; charset=UTF-8")
                .body(body)
                .queryParams("signature", SHA1.gen(TOKEN, "1", "2"), "timestamp", "1", "nonce", "2")
                .post("/wechat/" + account);
    }

    String contact() {
        return "(select id from wechat_contact where open_id = '" + openId + "')";
    }

    /** Empty before anything was dealt with. */
    List<UUID> conversations() {
        return rows(
                        "select l.conversation_id from wechat_leg l join conversation c on c.id = l.conversation_id where l.contact_id = "
                                + contact() + " order by c.id")
                .stream()
                .map(row -> row.getUUID(0))
                .toList();
    }

    UUID conversation() {
        return conversations().getLast();
    }

    JsonPath desk() {
        return as(supervisor)
                .get("/api/v1/conversations/" + conversation() + "/wechat")
                .jsonPath();
    }

    /** The agent has the customer. */
    ConversationId served(Conversations conversations) {
        var id = new ConversationId(conversation());
        return conversations
                .load(id)
                .chain(it -> conversations.requestHuman(
                        id, it.epoch(), new HandoffReason(HandoffReason.Code.WISH_FOR_HUMAN, "测试", List.of())))
                .chain(it -> conversations.assign(id, it.orElseThrow().epoch(), agent.id()))
                .await()
                .indefinitely()
                .orElseThrow()
                .id();
    }

    List<String> states() {
        return rows("select state from wechat_outbox where state <> 'MERGED' and contact_id = " + contact()
                        + " order by number")
                .stream()
                .map(row -> row.getString(0))
                .toList();
    }

    List<Row> rows(String sql) {
        return StreamSupport.stream(
                        database.query(sql).execute().await().indefinitely().spliterator(), false)
                .toList();
    }

    RequestSpecification as(Staff staff) {
        return given().auth().oauth2(people.token(staff)).contentType(ContentType.JSON);
    }

    void leave() {
        as(admin).delete(ACCOUNTS + "/" + account);
    }
}
