package dev.yiwen.channel.wechat;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.yiwen.command.pictures.DrawnPicture;
import dev.yiwen.command.pictures.Wear;
import dev.yiwen.command.wechat.WechatSimulator;
import dev.yiwen.command.wechat.platform.ApiFault;
import dev.yiwen.command.wechat.platform.Bubble.From;
import dev.yiwen.command.wechat.platform.CustomerPhone;
import dev.yiwen.command.wechat.platform.PlatformAccount;
import dev.yiwen.file.sound.AmrVoice;
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
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever customers send in WeChat that is no text is there for people, over real sockets from the platform's stand-in. */
@QuarkusTest
@TestProfile(WithWeChat.class)
@SuppressWarnings("NullAway.Init")
class WeChatMediaTest {
    private static final String ACCOUNTS = "/api/v1/wechat/accounts";
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Inject
    People people;

    @Inject
    Pool database;

    @Inject
    WeChatConfig config;

    @TestHTTPResource("/")
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
    void places_links_cards_and_what_nobody_knows_are_said_in_words_and_the_customer_is_told_who_looks() {
        for (var account : List.of(wechat.mp(), wechat.kf())) {
            add(account);
            var phone = wechat.phone(account, "小周" + Ids.next());

            phone.location(30.27, 120.15, "云桥路 7 号");
            said(phone, 1);
            phone.link("套餐说明", "资费一览", "https://example.com/a?b=1");
            said(phone, 2);
            phone.unknown("hologram", Map.of("Title", "一张全息图", "HologramId", "h-1"));

            var said = said(phone, 3);
            assertThat(said.get(0)).contains("[位置]", "云桥路 7 号", "30.27", "120.15");
            assertThat(said.get(1)).contains("[链接]", "套餐说明", "资费一览", "https://example.com/a?b=1");
            assertThat(said.get(2)).contains("hologram");
            await().atMost(PATIENCE).until(() -> answers(phone).stream().anyMatch(it -> it.contains("人工")));
        }
        assertThat(said(wechat.phone(wechat.mp(), "谁" + Ids.next()), 0)).isEmpty();
    }

    @Test
    void a_card_of_a_mini_program_is_said_by_its_title() {
        add(wechat.kf());
        var phone = wechat.phone(wechat.kf(), "小周" + Ids.next());

        phone.page("wx1", "我的订单", "pages/order");

        assertThat(said(phone, 1).getFirst()).contains("[小程序卡片]", "我的订单", "pages/order");
    }

    @Test
    void voices_films_and_documents_are_kept_as_they_came() {
        add(wechat.kf());
        var phone = wechat.phone(wechat.kf(), "小周" + Ids.next());

        phone.voice(AmrVoice.seconds(4));
        said(phone, 1);
        phone.video(film());
        said(phone, 2);
        phone.document("客户的说明".getBytes(StandardCharsets.UTF_8), "说明.txt");

        assertThat(said(phone, 3)).first().isEqualTo("[语音] 4 秒");
        assertThat(files(phone)).containsExactly("audio/amr", "video/mp4", "text/plain");
    }

    @Test
    void a_voice_that_is_none_is_said_to_be_damaged() {
        add(wechat.mp());
        var phone = wechat.phone(wechat.mp(), "小周" + Ids.next());

        phone.voice(new byte[] {0, 1, 2, 3, 4, 5, 6, 7});

        assertThat(said(phone, 1).getFirst()).contains("语音.amr", "没能");
    }

    @Test
    void a_picture_is_answered_and_one_that_is_broken_or_gone_is_said_to_be() throws IOException {
        add(wechat.mp());
        var phone = wechat.phone(wechat.mp(), "小周" + Ids.next());
        byte[] bill = Wear.PHOTO.on(
                DrawnPicture.page(DrawnPicture.font().orElseThrow(), List.of("云桥缴费单", "本期合计 66.10元"))
                        .picture(),
                3);

        phone.image(bill, "image/jpeg");
        said(phone, 1);
        await().atMost(PATIENCE).until(() -> answers(phone).stream().anyMatch(it -> it.contains("云桥缴费单")));
        phone.image(Arrays.copyOf(bill, 200), "image/jpeg");
        assertThat(said(phone, 2).get(1)).contains("图片.jpg", "损坏");
        wechat.script().next(ApiFault.CODE, "/cgi-bin/media/get", 40007);
        phone.image(bill, "image/jpeg");

        assertThat(said(phone, 3).get(2)).contains("图片.jpg", "三天");
    }

    @Test
    void a_picture_that_does_not_come_at_once_is_fetched_again() throws IOException {
        add(wechat.mp());
        var phone = wechat.phone(wechat.mp(), "小周" + Ids.next());
        wechat.script().next(ApiFault.CUT, "/cgi-bin/media/get", 0);
        byte[] page = Wear.CLEAN.on(
                DrawnPicture.page(DrawnPicture.font().orElseThrow(), List.of("云桥缴费单"))
                        .picture(),
                3);

        phone.image(page, "image/jpeg");

        assertThat(said(phone, 1)).containsExactly("[图片] 图片.jpg");
        assertThat(files(phone)).containsExactly("image/jpeg");
    }

    private static byte[] film() {
        return ByteBuffer.allocate(44)
                .putInt(24)
                .put("ftypisom".getBytes(StandardCharsets.US_ASCII))
                .putInt(512)
                .put("isommp41".getBytes(StandardCharsets.US_ASCII))
                .putInt(20)
                .put("mdat............".getBytes(StandardCharsets.US_ASCII))
                .array();
    }

    private List<String> said(CustomerPhone phone, int count) {
        await().atMost(PATIENCE).until(() -> column(phone, "m.body ->> 'text'").size() >= count);
        return column(phone, "m.body ->> 'text'");
    }

    private List<String> files(CustomerPhone phone) {
        return column(phone, "m.body #>> '{file,mediaType}'");
    }

    private static List<String> answers(CustomerPhone phone) {
        return phone.bubbles().stream()
                .filter(it -> it.from() == From.SERVICE)
                .map(it -> it.text())
                .toList();
    }

    private List<String> column(CustomerPhone phone, String what) {
        var all = new ArrayList<String>();
        database.query("select " + what
                        + " from message m join wechat_leg l on l.conversation_id = m.conversation_id"
                        + " join wechat_contact c on c.id = l.contact_id where m.author = 'customer' and c.open_id = '"
                        + phone.id() + "' order by m.seq")
                .execute()
                .await()
                .indefinitely()
                .forEach(row -> all.add(row.getString(0)));
        return all;
    }

    private void add(PlatformAccount account) {
        as().get(ACCOUNTS)
                .jsonPath()
                .<String>getList("accounts.findAll { it.appId == '" + account.id() + "' }.id")
                .forEach(id -> as().delete(ACCOUNTS + "/" + id));
        var settings = account.settings();
        var form = new HashMap<String, Object>(Map.of(
                "version", 0,
                "kind", account.kind().name(),
                "name", settings.name(),
                "appId", account.id(),
                "secret", settings.secret(),
                "token", settings.token(),
                "aesKey", settings.aesKey()));
        if (account.kind() == PlatformAccount.Kind.KF) {
            form.put("openKfid", WechatSimulator.LINE);
        }
        String id =
                as().body(form).post(ACCOUNTS).then().statusCode(200).extract().path("id");
        added.add(id);
        account.change(it -> it.withCallback(here.resolve("/wechat/" + id)));
    }

    private RequestSpecification as() {
        return given().auth().oauth2(people.token(admin)).contentType(ContentType.JSON);
    }
}
