package dev.yiwen.channel.wechat;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import dev.yiwen.TestSocket;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.CustomerIdentities;
import dev.yiwen.identity.CustomerIdentities.Outside;
import dev.yiwen.identity.CustomerMerges;
import dev.yiwen.identity.Customers;
import dev.yiwen.identity.IdentityProof;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import dev.yiwen.shared.Ids;
import dev.yiwen.shared.Problem;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.StreamSupport;
import me.chanjar.weixin.common.util.crypto.SHA1;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One person in two accounts of WeChat and in the app: one conversation, and each reply where they spoke last. */
@QuarkusTest
@TestProfile(WithWeChat.class)
class ConsultationLegsTest {
    private static final String ACCOUNTS = "/api/v1/wechat/accounts";
    private static final String TOKEN = "atokenofcallbacks";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final AtomicLong MESSAGE = new AtomicLong(System.currentTimeMillis());

    @Inject
    People people;

    @Inject
    Pool database;

    @Inject
    WeChatConfig config;

    @Inject
    Conversations conversations;

    @Inject
    CustomerIdentities identities;

    @Inject
    CustomerMerges merges;

    @Inject
    Customers customers;

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init")
    URI here;

    private FakeWeChat wechat;
    private Staff admin;
    private Account one;
    private Account other;
    private String unionId;

    private record Account(String id, String appId) {}

    @BeforeEach
    void two_accounts_of_one_owner() throws IOException {
        wechat = new FakeWeChat(config.api());
        admin = people.staff(Role.ADMIN);
        one = add("公众号一");
        other = add("公众号二");
        unionId = "u" + Ids.next();
    }

    @AfterEach
    void nothing_is_asked_any_more() {
        List.of(one, other)
                .forEach(it -> given().auth().oauth2(people.token(admin)).delete(ACCOUNTS + "/" + it.id()));
        wechat.close();
    }

    @Test
    void who_is_known_by_a_union_id_goes_on_in_another_account_in_the_same_conversation() {
        var first = someone(unionId);
        var second = someone(unionId);
        says(one, first, "你好");
        await().atMost(PATIENCE).until(() -> !wechat.to(first).isEmpty());
        int before = wechat.to(first).size();

        says(other, second, "谢谢");

        await().atMost(PATIENCE).until(() -> !wechat.to(second).isEmpty());
        assertThat(conversationsOf(first)).hasSize(1).isEqualTo(conversationsOf(second));
        assertThat(wechat.to(first)).hasSize(before);
        assertThat(said(conversationsOf(first).getFirst())).containsExactly("你好", "谢谢");
    }

    @Test
    void who_has_no_union_id_stays_alone() {
        var first = someone("");
        var second = someone("");
        says(one, first, "你好");
        says(other, second, "你好");

        await().atMost(PATIENCE)
                .until(() -> !wechat.to(first).isEmpty() && !wechat.to(second).isEmpty());
        assertThat(conversationsOf(first)).doesNotContainAnyElementsOf(conversationsOf(second));
    }

    @Test
    void who_goes_on_in_the_app_reads_the_reply_there_and_in_wechat_when_they_are_gone() {
        var openId = someone(unionId);
        says(one, openId, "你好");
        await().atMost(PATIENCE).until(() -> !wechat.to(openId).isEmpty());
        var conversation = conversationsOf(openId).getFirst();
        int before = wechat.to(openId).size();
        var member = signedIn();

        try (var app = TestSocket.open(here, "/ws/v1/chat", people.token(member))) {
            app.send(Map.of("type", "hello", "afterSeq", 0));
            assertThat(app.next("welcome").at("/conversation/id").asText()).isEqualTo(conversation.toString());
            app.send(Map.of("type", "send", "clientMessageId", "a", "text", "谢谢"));
            await().atMost(PATIENCE).until(() -> authors(conversation).getLast().equals("bot"));
            // The signal, and the look each second, had time.
            await().during(Duration.ofSeconds(3))
                    .atMost(PATIENCE)
                    .until(() -> wechat.to(openId).size() == before);
            app.send(Map.of("type", "read", "seq", lastSeq(conversation)));
            await().atMost(PATIENCE)
                    .until(() -> !rows("select from conversation_read where side = 'customer' and conversation_id = '"
                                    + conversation + "'")
                            .isEmpty());
        }
        assertThat(rows("select via from message where author = 'customer' and conversation_id = '" + conversation
                                + "' order by seq")
                        .stream()
                        .map(it -> String.valueOf(it.getString(0))))
                .containsExactly("null", "WEB");

        // As though a while had passed since.
        rows("update message set at = at - interval '5 minutes' where conversation_id = '" + conversation + "'");
        rows("update wechat_leg set look_at = null where conversation_id = '" + conversation + "'");
        conversations
                .appendNotice(ConversationId.of(conversation), new Body.Notice("note", "您的申请已办好。", Map.of()))
                .await()
                .indefinitely();

        await().atMost(PATIENCE).until(() -> wechat.to(openId).size() > before);
        assertThat(wechat.to(openId)).hasSize(before + 1);
        assertThat(wechat.to(openId).getLast().text()).contains("已办好");
    }

    @Test
    void two_open_conversations_become_one_and_who_waits_keeps_their_place() {
        var openId = someone("");
        says(one, openId, "转人工");
        await().atMost(PATIENCE)
                .until(() -> !rows("select from conversation where owner = 'queue' and id = any(array["
                                + "(select l.conversation_id from wechat_leg l join wechat_contact c on c.id = l.contact_id"
                                + " where c.open_id = '" + openId + "')])")
                        .isEmpty());
        var waiting = conversationsOf(openId).getFirst();
        var member = people.member("李", 1);
        try (var app = TestSocket.open(here, "/ws/v1/chat", people.token(member))) {
            app.send(Map.of("type", "hello", "afterSeq", 0));
            var before = app.next("welcome").at("/conversation/id").asText();

            joined(customerOf(openId), member);

            try (var again = TestSocket.open(here, "/ws/v1/chat", people.token(member))) {
                again.send(Map.of("type", "hello", "conversationId", before, "afterSeq", 0));
                assertThat(again.next("welcome").at("/conversation/id").asText())
                        .isEqualTo(waiting.toString());
            }
        }
        assertThat(rows("select id from conversation where owner <> 'nobody' and customer_id = '" + member.value()
                        + "'"))
                .singleElement()
                .satisfies(row -> assertThat(row.getUUID(0)).isEqualTo(waiting));
    }

    @Test
    void those_who_are_parted_have_their_own_again_and_are_not_joined_by_themselves_a_second_time() {
        var openId = someone(unionId);
        says(one, openId, "你好");
        await().atMost(PATIENCE).until(() -> !wechat.to(openId).isEmpty());
        var before = customerOf(openId);
        var conversation = conversationsOf(openId).getFirst();
        var member = signedIn();
        assertThat(customerOf(openId)).isEqualTo(member);
        assertThat(owner(conversation)).isEqualTo(member.value());
        var merge = rows("select id from customer_merge where survivor = '" + member.value() + "'")
                .getFirst()
                .getUUID(0);

        merges.split(member, merge, "另一个人", admin.id()).await().indefinitely();

        assertThat(customerOf(openId)).isEqualTo(before);
        assertThat(owner(conversation)).isEqualTo(before.value());
        says(one, openId, "谢谢");
        await().atMost(PATIENCE).until(() -> said(conversation).contains("谢谢"));
        identities.sameUnion(host(member), unionId).await().indefinitely();
        assertThat(customerOf(openId)).isEqualTo(before);
        assertThat(rows("select kind from audit_event where subject = 'customer:" + member.value()
                                + "' and kind like 'customer.%' order by id")
                        .stream()
                        .map(it -> it.getString(0)))
                .containsExactly("customer.joined", "customer.parted");
    }

    @Test
    void a_call_from_a_number_that_is_known_to_be_theirs_goes_with_the_open_chat() {
        var openId = someone(unionId);
        says(one, openId, "宽带断了怎么办");
        await().atMost(PATIENCE).until(() -> !wechat.to(openId).isEmpty());
        var chat = conversationsOf(openId).getFirst();
        var member = signedIn();
        var number = "+86138" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);
        identities
                .vouched(member, Outside.phone(number), IdentityProof.HOST_TOKEN)
                .await()
                .indefinitely();

        var caller = customers.caller(number).await().indefinitely().id();
        var call = conversations.openCall(caller, number).await().indefinitely();

        assertThat(caller).isEqualTo(member);
        assertThat(rows("select goes_with from conversation where id = '"
                                + call.id().value() + "'")
                        .getFirst()
                        .getUUID(0))
                .isEqualTo(chat);
        as(people.staff(Role.SUPERVISOR))
                .get("/api/v1/conversations/" + call.id().value() + "/caller")
                .then()
                .statusCode(200)
                .body("number", equalTo(number))
                .body("contacts[0].conversationId", equalTo(chat.toString()))
                .body("contacts[0].open", equalTo(true));
        conversations.close(call.id(), call.epoch()).await().indefinitely();
    }

    @Test
    void what_a_person_said_and_wechat_does_not_take_is_told_once_to_who_can_send_a_text_message() {
        var openId = someone(unionId);
        says(one, openId, "转人工");
        await().atMost(PATIENCE).until(() -> !wechat.to(openId).isEmpty());
        var member = signedIn();
        var conversation = conversationsOf(openId).getFirst();
        String hook = as(admin)
                .body(Map.of("url", "http://127.0.0.1:9/told", "events", List.of("reply.waiting")))
                .post("/api/v1/webhooks")
                .then()
                .statusCode(200)
                .extract()
                .path("endpoint.id");
        rows("insert into wechat_outbox (id, contact_id, conversation_id, seq, part, voice, text, planned_at)"
                + " select gen_random_uuid(), id, '" + conversation
                + "', 900, 0, 'PERSON', '已为您办好', now() - interval '2 minutes'"
                + " from wechat_contact where open_id = '" + openId + "'");
        rows("update wechat_contact set pending = false, budget = '[]' where open_id = '" + openId + "'");

        var told = "select payload from webhook_delivery where endpoint_id = '" + hook + "' and payload like '%"
                + conversation + "%'";
        await().atMost(PATIENCE.multipliedBy(3)).until(() -> !rows(told).isEmpty());

        assertThat(rows(told))
                .singleElement()
                .satisfies(row -> assertThat(row.getString(0))
                        .contains(conversation.toString(), host(member).id())
                        .doesNotContain("已为您办好"));
        as(admin).delete("/api/v1/webhooks/" + hook);
    }

    @Test
    void two_members_of_the_host_application_are_never_one() {
        var member = people.member("李", 0);
        var another = people.member("王", 0);

        assertThat(merges.merge(member, another, new CustomerMerges.Basis(IdentityProof.AGENT, "同一个人", admin.id()))
                        .map(it -> "")
                        .onFailure(Problem.class)
                        .recoverWithItem(e -> ((Problem) e).kind().slug())
                        .await()
                        .indefinitely())
                .isEqualTo("two-signed-in");
    }

    @Test
    void an_agent_joins_two_by_whole_names_with_a_reason_and_parts_them_again() {
        var supervisor = people.staff(Role.SUPERVISOR);
        var openId = someone("");
        says(one, openId, "你好");
        await().atMost(PATIENCE).until(() -> !wechat.to(openId).isEmpty());
        var conversation = conversationsOf(openId).getFirst();
        var name = "李" + Ids.next().toString().substring(24);
        var member = people.member(name, 2);
        var path = "/api/v1/conversations/" + conversation + "/identities";

        as(supervisor)
                .get(path + "/candidates?q=" + name.substring(0, 5))
                .then()
                .body("size()", equalTo(0));
        as(supervisor)
                .get(path + "/candidates?q=" + name)
                .then()
                .statusCode(200)
                .body("id", equalTo(List.of(member.value().toString())))
                .body("signedIn", equalTo(List.of(true)));
        as(supervisor)
                .body(Map.of("customer", member.value(), "reason", ""))
                .post(path + "/merges")
                .then()
                .statusCode(400);
        String merge = as(supervisor)
                .body(Map.of("customer", member.value(), "reason", "核对了证件号后四位"))
                .post(path + "/merges")
                .then()
                .statusCode(200)
                .body("customer", equalTo(member.value().toString()))
                .body("identities.kind", hasItems("MP", "HOST"))
                .body("merges.reason", equalTo(List.of("核对了证件号后四位")))
                .extract()
                .path("merges[0].id");
        assertThat(owner(conversation)).isEqualTo(member.value());

        as(people.staff(Role.AGENT)).get(path).then().statusCode(403);
        as(supervisor)
                .body(Map.of("reason", "不是同一个人"))
                .post(path + "/merges/" + merge + "/split")
                .then()
                .statusCode(200);
        as(supervisor)
                .body(Map.of("reason", "再一次"))
                .post(path + "/merges/" + merge + "/split")
                .then()
                .statusCode(409);

        assertThat(owner(conversation)).isNotEqualTo(member.value());
    }

    private RequestSpecification as(Staff staff) {
        return given().auth().oauth2(people.token(staff)).contentType(ContentType.JSON);
    }

    private CustomerId signedIn() {
        var member = people.member("李", 1);
        identities.sameUnion(host(member), unionId).await().indefinitely();
        return member;
    }

    private Outside host(CustomerId member) {
        return Outside.host(rows("select external_id from customer where id = '" + member.value() + "'")
                .getFirst()
                .getString(0));
    }

    private void joined(CustomerId a, CustomerId b) {
        assertThat(merges.merge(a, b, new CustomerMerges.Basis(IdentityProof.AGENT, "电话里说是本人", admin.id()))
                        .await()
                        .indefinitely())
                .isPresent();
    }

    private String someone(String union) {
        var openId = "o" + Ids.next().toString().replace("-", "");
        wechat.unionIds.put(openId, union);
        return openId;
    }

    private void says(Account to, String openId, String words) {
        given().contentType("text/xml; charset=UTF-8")
                .body("<xml><ToUserName>gh_1</ToUserName><FromUserName>" + openId + "</FromUserName><CreateTime>"
                        + Instant.now().getEpochSecond() + "</CreateTime><MsgType>text</MsgType><Content><![CDATA["
                        + words + "]]></Content><MsgId>" + MESSAGE.incrementAndGet() + "</MsgId></xml>")
                .queryParams(Map.of("signature", SHA1.gen(TOKEN, "1", "2"), "timestamp", "1", "nonce", "2"))
                .post("/wechat/" + to.id())
                .then()
                .statusCode(200);
    }

    private Account add(String name) {
        var appId = "wx" + Ids.next().toString().replace("-", "").substring(16);
        String id = given().auth()
                .oauth2(people.token(admin))
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "version",
                        0,
                        "kind",
                        "MP",
                        "name",
                        name,
                        "appId",
                        appId,
                        "secret",
                        "a secret of it",
                        "token",
                        TOKEN))
                .post(ACCOUNTS)
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        return new Account(id, appId);
    }

    private CustomerId customerOf(String openId) {
        return CustomerId.of(rows("select coalesce(u.merged_into, u.id) as id from wechat_contact c join customer u"
                        + " on u.id = c.customer_id where c.open_id = '" + openId + "'")
                .getFirst()
                .getUUID(0));
    }

    private UUID owner(UUID conversation) {
        return rows("select customer_id from conversation where id = '" + conversation + "'")
                .getFirst()
                .getUUID(0);
    }

    private List<UUID> conversationsOf(String openId) {
        return rows(
                        "select l.conversation_id from wechat_leg l join wechat_contact c on c.id = l.contact_id where c.open_id = '"
                                + openId + "'")
                .stream()
                .map(it -> it.getUUID(0))
                .toList();
    }

    private List<String> said(UUID conversation) {
        return rows("select body ->> 'text' from message where author = 'customer' and conversation_id = '"
                        + conversation + "' order by seq")
                .stream()
                .map(it -> it.getString(0))
                .toList();
    }

    private List<String> authors(UUID conversation) {
        return rows("select author from message where conversation_id = '" + conversation + "' order by seq").stream()
                .map(it -> it.getString(0))
                .toList();
    }

    private long lastSeq(UUID conversation) {
        return rows("select last_seq from conversation where id = '" + conversation + "'")
                .getFirst()
                .getLong(0);
    }

    private List<Row> rows(String sql) {
        return StreamSupport.stream(
                        database.query(sql).execute().await().indefinitely().spliterator(), false)
                .toList();
    }
}
