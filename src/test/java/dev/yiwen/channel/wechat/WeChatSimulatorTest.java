package dev.yiwen.channel.wechat;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.yiwen.command.wechat.WechatSimulator;
import dev.yiwen.command.wechat.platform.AccountSettings;
import dev.yiwen.command.wechat.platform.ApiFault;
import dev.yiwen.command.wechat.platform.Bubble;
import dev.yiwen.command.wechat.platform.Bubble.From;
import dev.yiwen.command.wechat.platform.CallbackFault;
import dev.yiwen.command.wechat.platform.CustomerPhone;
import dev.yiwen.command.wechat.platform.PlatformAccount;
import dev.yiwen.command.wechat.platform.PlatformScript.Rule;
import dev.yiwen.command.wechat.push.PushForm;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The channel against the shipped simulator, which was written from the platforms' pages and knows nothing of the channel. */
@QuarkusTest
@TestProfile(WithWeChat.class)
class WeChatSimulatorTest {
    private static final String ACCOUNTS = "/api/v1/wechat/accounts";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    People people;

    @Inject
    WeChatConfig config;

    @Inject
    Pool database;

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init")
    URI here;

    private final List<String> added = new ArrayList<>();
    private WechatSimulator wechat;
    private Staff admin;

    @BeforeEach
    void a_platform() throws IOException {
        wechat = WechatSimulator.running(URI.create(config.api()).getPort(), System.nanoTime());
        admin = people.staff(Role.ADMIN);
    }

    @AfterEach
    void nothing_is_pushed_any_more() {
        wechat.close();
        added.forEach(id -> as().delete(ACCOUNTS + "/" + id));
    }

    @Test
    void each_of_the_six_forms_is_answered() {
        for (var mode : PushForm.Mode.values()) {
            for (var format : PushForm.Format.values()) {
                wechat.ma().change(it -> it.withForm(new PushForm(format, mode)));
                var id = add(wechat.ma(), mode == PushForm.Mode.PLAIN);
                var phone = wechat.phone(wechat.ma(), "客户" + mode + format);

                phone.text("你好");

                assertThat(answers(phone, 1))
                        .as("%s %s", format, mode)
                        .first()
                        .satisfies(it -> assertThat(it.text()).startsWith("【"));
                as().delete(ACCOUNTS + "/" + id);
            }
        }
    }

    @Test
    void an_official_accounts_customer_is_answered_although_everything_comes_twice_and_an_answer_is_cut() {
        add(wechat.mp(), false);
        var phone = wechat.phone(wechat.mp(), "小李" + Ids.next());
        wechat.script().next(CallbackFault.DUPLICATE, wechat.mp());
        wechat.script().next(ApiFault.DONE_THEN_CUT, "/cgi-bin/message/custom/send", 0);

        phone.text("你好");
        assertThat(answers(phone, 1)).hasSize(1);
        phone.text("谢谢");

        assertThat(answers(phone, 2)).hasSize(2);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(states(phone))
                        .containsOnly("UNKNOWN", "SENT")
                        .hasSize(2));
    }

    @Test
    void weComs_customer_is_greeted_answered_and_left_to_people_in_weCom_while_these_serve() {
        add(wechat.kf(), false);
        var phone = wechat.phone(wechat.kf(), "小王" + Ids.next());
        wechat.script().next(ApiFault.DONE_THEN_CUT, "/cgi-bin/kf/send_msg", 0);
        phone.text("你好");
        assertThat(answers(phone, 1)).hasSize(1);

        var kf = wechat.platform().kf();
        kf.people().change(wechat.kf(), WechatSimulator.LINE, phone.id(), 3, WechatSimulator.SERVICER);
        kf.people().says(wechat.kf(), WechatSimulator.LINE, phone, "我来处理");
        await().atMost(PATIENCE).until(() -> said(phone).stream().anyMatch(it -> it.contains("我来处理")));
        phone.text("流量用超了怎么收费");
        await().atMost(PATIENCE).until(() -> said(phone).contains("流量用超了怎么收费"));

        assertThat(answers(phone, 1)).hasSize(1);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(states(phone)).containsOnly("SENT"));
    }

    @Test
    void one_person_in_an_official_account_and_in_weCom_has_one_conversation() {
        wechat.kf().change(it -> it.with(AccountSettings.Quirk.UNIONID_BOUND));
        add(wechat.kf(), false);
        add(wechat.mp(), false);
        var name = "小赵" + Ids.next();
        var inWeCom = wechat.phone(wechat.kf(), name);
        var inAccount = wechat.phone(wechat.mp(), name);

        inWeCom.text("你好");
        answers(inWeCom, 1);
        inAccount.text("谢谢");
        answers(inAccount, 1);

        assertThat(said(inWeCom)).contains("你好", "谢谢").isEqualTo(said(inAccount));
        assertThat(shown(inWeCom)).hasSize(1);
        assertThat(wechat.codes().keySet()).doesNotContain(45015, 45047, 95001);
    }

    @Test
    void a_crowd_is_answered_with_nothing_lost_doubled_or_beyond_what_is_allowed() {
        add(wechat.kf(), false);
        add(wechat.mp(), false);
        wechat.script().addCallback(new Rule<>(CallbackFault.DUPLICATE, "*", 0, -1, 0.05));
        wechat.script().add(new Rule<>(ApiFault.DONE_THEN_CUT, "/cgi-bin/kf/send_msg", 0, -1, 0.05));
        wechat.script().add(new Rule<>(ApiFault.DONE_THEN_CUT, "/cgi-bin/message/custom/send", 0, -1, 0.05));
        var phones = IntStream.range(0, 40)
                .mapToObj(i -> wechat.phone(i % 2 == 0 ? wechat.kf() : wechat.mp(), "众" + i + Ids.next()))
                .toList();

        for (int round = 0; round < 3; round++) {
            var words = List.of("你好", "谢谢", "你好呀").get(round);
            phones.forEach(it -> it.text(words));
            // The platform pushes side by side; what overtook another would come in that order.
            wechat.settle();
        }

        await().atMost(PATIENCE.multipliedBy(2))
                .untilAsserted(() -> assertThat(phones)
                        .allSatisfy(it -> assertThat(said(it)).contains("你好", "谢谢", "你好呀"))
                        .allSatisfy(it -> assertThat(states(it))
                                .isNotEmpty()
                                .containsAnyOf("SENT", "UNKNOWN")
                                .doesNotContain("PLANNED", "SENDING")));
        assertThat(phones)
                .allSatisfy(it -> assertThat(said(it).stream().filter(List.of("你好", "谢谢", "你好呀")::contains))
                        .containsExactly("你好", "谢谢", "你好呀"));
        assertThat(phones)
                .allSatisfy(it -> assertThat(shown(it)).extracting(Bubble::id).doesNotHaveDuplicates());
        assertThat(wechat.codes().keySet()).doesNotContain(45015, 45047, 95001, 95002);
    }

    private List<Bubble> answers(CustomerPhone phone, int count) {
        await().atMost(PATIENCE).until(() -> shown(phone).size() >= count);
        return shown(phone);
    }

    private static List<Bubble> shown(CustomerPhone phone) {
        return phone.bubbles().stream().filter(it -> it.from() == From.SERVICE).toList();
    }

    private List<String> said(CustomerPhone phone) {
        return column(
                "select m.body ->> 'text' from message m join wechat_leg l on l.conversation_id = m.conversation_id"
                        + " join wechat_contact c on c.id = l.contact_id where m.author in ('customer', 'system') and c.open_id = '"
                        + phone.id() + "' order by m.seq");
    }

    private List<String> states(CustomerPhone phone) {
        return column("select o.state from wechat_outbox o join wechat_contact c on c.id = o.contact_id"
                + " where o.state <> 'MERGED' and c.open_id = '" + phone.id() + "' order by o.number");
    }

    private List<String> column(String sql) {
        var all = new ArrayList<String>();
        database.query(sql).execute().await().indefinitely().forEach(row -> all.add(row.getString(0)));
        return all;
    }

    private String add(PlatformAccount account, boolean plain) {
        leftOver(account.id()).forEach(id -> as().delete(ACCOUNTS + "/" + id));
        var settings = account.settings();
        var form = new HashMap<String, Object>(Map.of(
                "version", 0,
                "kind", account.kind().name(),
                "name", settings.name(),
                "appId", account.id(),
                "secret", settings.secret(),
                "token", settings.token()));
        if (!plain) {
            form.put("aesKey", settings.aesKey());
        }
        if (account.kind() == PlatformAccount.Kind.KF) {
            form.put("openKfid", WechatSimulator.LINE);
        }
        String id =
                as().body(form).post(ACCOUNTS).then().statusCode(200).extract().path("id");
        added.add(id);
        account.change(it -> it.withCallback(here.resolve("/wechat/" + id)));
        return id;
    }

    /** Of a test that was broken off. */
    private List<String> leftOver(String appId) {
        return as().get(ACCOUNTS).jsonPath().getList("accounts.findAll { it.appId == '" + appId + "' }.id");
    }

    private RequestSpecification as() {
        return given().auth().oauth2(people.token(admin)).contentType(ContentType.JSON);
    }
}
