package dev.yiwen.command.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.yiwen.command.wechat.platform.AccountSettings.Quirk;
import dev.yiwen.command.wechat.platform.ApiFault;
import dev.yiwen.command.wechat.platform.CustomerPhone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** WeCom kf: fetching by cursor, states, the five messages, events and their codes. */
@NullUnmarked // a field that is missing fails the test
class WechatKfRulesTest {
    private static final String SEND = "/cgi-bin/kf/send_msg";

    static Stream<WechatRule> fetching() {
        return Stream.of(
                new WechatRule("a message is fetched with its ids, sender and time", bench -> {
                    var phone = bench.phone(bench.kf);
                    var done = phone.text("你好");
                    var message = bench.sync("").path("msg_list").get(0);
                    assertThat(message.path("msgid").asText()).isEqualTo(done.messageId());
                    assertThat(message.path("open_kfid").asText()).isEqualTo(WechatSimulator.LINE);
                    assertThat(message.path("external_userid").asText()).isEqualTo(phone.id());
                    assertThat(message.path("origin").asInt()).isEqualTo(3);
                    assertThat(message.path("send_time").asLong()).isEqualTo(WechatBench.START.getEpochSecond());
                    assertThat(message.path("text").path("content").asText()).isEqualTo("你好");
                }),
                new WechatRule("a cursor brings what came after it, has_more says whether to go on", bench -> {
                    var phone = bench.phone(bench.kf);
                    IntStream.range(0, 25).forEach(i -> phone.text("第 " + i));
                    var texts = new ArrayList<String>();
                    var cursor = "";
                    var pages = 0;
                    JsonNode page;
                    do {
                        page = bench.kf(
                                "sync_msg", Map.of("open_kfid", WechatSimulator.LINE, "cursor", cursor, "limit", 10));
                        page.path("msg_list")
                                .forEach(it -> texts.add(
                                        it.path("text").path("content").asText()));
                        cursor = page.path("next_cursor").asText();
                        pages++;
                    } while (page.path("has_more").asInt() == 1);
                    assertThat(pages).isEqualTo(3);
                    assertThat(texts)
                            .isEqualTo(IntStream.range(0, 25)
                                    .mapToObj(i -> "第 " + i)
                                    .toList());
                    assertThat(bench.sync(cursor).path("msg_list")).isEmpty();
                    assertThat(cursor.length()).isLessThanOrEqualTo(64);
                }),
                new WechatRule("a page may be empty although there is more", bench -> {
                    bench.kf.change(it -> it.with(Quirk.EMPTY_PAGES));
                    bench.phone(bench.kf).text("你好");
                    var first = bench.sync("");
                    assertThat(first.path("msg_list")).isEmpty();
                    assertThat(first.path("has_more").asInt()).isEqualTo(1);
                    assertThat(bench.sync(first.path("next_cursor").asText()).path("msg_list"))
                            .hasSize(1);
                }),
                new WechatRule(
                        "a limit beyond 1,000 is refused",
                        bench -> assertThat(WechatBench.code(
                                        bench.kf("sync_msg", Map.of("open_kfid", WechatSimulator.LINE, "limit", 1001))))
                                .isEqualTo(40058)),
                new WechatRule(
                        "without open_kfid: 95000",
                        bench -> assertThat(WechatBench.code(bench.kf("sync_msg", Map.of("cursor", ""))))
                                .isEqualTo(95000)),
                new WechatRule("three days are kept", bench -> {
                    bench.phone(bench.kf).text("旧");
                    bench.pass(Duration.ofDays(3).minusSeconds(1));
                    assertThat(bench.sync("").path("msg_list")).hasSize(1);
                    bench.pass(Duration.ofSeconds(1));
                    assertThat(bench.sync("").path("msg_list")).isEmpty();
                }),
                new WechatRule("the callback's token is good for ten minutes", bench -> {
                    bench.phone(bench.kf).text("你好");
                    var token = bench.received(bench.kf).getFirst().get("Token");
                    bench.pass(Duration.ofMinutes(10).minusSeconds(1));
                    assertThat(WechatBench.code(synced(bench, token))).isZero();
                    bench.pass(Duration.ofSeconds(1));
                    assertThat(WechatBench.code(synced(bench, token))).isEqualTo(95007);
                }),
                new WechatRule("without a token few fetches are allowed", bench -> {
                    for (int i = 0; i < 10; i++) {
                        assertThat(WechatBench.code(bench.sync(""))).isZero();
                    }
                    assertThat(WechatBench.code(bench.sync(""))).isEqualTo(45009);
                    bench.pass(Duration.ofMinutes(1));
                    assertThat(WechatBench.code(bench.sync(""))).isZero();
                }),
                new WechatRule("what was sent by the interface never comes back", bench -> {
                    var phone = bench.phone(bench.kf);
                    phone.text("你好");
                    assertThat(WechatBench.code(bench.kfSend(phone, "m1", "您好")))
                            .isZero();
                    assertThat(bench.sync("").path("msg_list")).hasSize(1);
                    assertThat(phone.bubbles().getLast().text()).isEqualTo("您好");
                }),
                new WechatRule("a person in WeCom writes with origin 5", bench -> {
                    var phone = bench.phone(bench.kf);
                    phone.text("你好");
                    people(bench).takes(bench.kf, WechatSimulator.LINE, phone, "zhang");
                    people(bench).says(bench.kf, WechatSimulator.LINE, phone, "我是小张");
                    var said = last(bench);
                    assertThat(said.path("origin").asInt()).isEqualTo(5);
                    assertThat(said.path("servicer_userid").asText()).isEqualTo("zhang");
                    assertThat(said.path("text").path("content").asText()).isEqualTo("我是小张");
                }),
                new WechatRule("an event has its ids within it alone, and origin 4", bench -> {
                    var phone = bench.phone(bench.kf);
                    phone.enter("shop", "a=1");
                    var event = last(bench);
                    assertThat(event.has("open_kfid")).isFalse();
                    assertThat(event.has("external_userid")).isFalse();
                    assertThat(event.path("origin").asInt()).isEqualTo(4);
                    assertThat(event.path("event").path("event_type").asText()).isEqualTo("enter_session");
                    assertThat(event.path("event").path("open_kfid").asText()).isEqualTo(WechatSimulator.LINE);
                    assertThat(event.path("event").path("external_userid").asText())
                            .isEqualTo(phone.id());
                    assertThat(event.path("event").path("scene").asText()).isEqualTo("shop");
                    assertThat(event.path("event").path("scene_param").asText()).isEqualTo("a=1");
                }),
                new WechatRule("a menu's click is text with menu_id", bench -> {
                    bench.phone(bench.kf).tap("101", "查账单");
                    assertThat(last(bench).path("text").path("menu_id").asText())
                            .isEqualTo("101");
                }),
                new WechatRule("voice is fetched as AMR or, by voice_format 1, as Silk", bench -> {
                    bench.phone(bench.kf).voice("#!AMR\nx".getBytes());
                    var amr = last(bench).path("voice").path("media_id").asText();
                    var silk = bench.kf("sync_msg", Map.of("open_kfid", WechatSimulator.LINE, "voice_format", 1))
                            .path("msg_list")
                            .get(0)
                            .path("voice")
                            .path("media_id")
                            .asText();
                    assertThat(new String(bench.download(bench.kf, amr).body())).startsWith("#!AMR");
                    assertThat(new String(bench.download(bench.kf, silk).body()))
                            .contains("#!SILK_V3");
                }),
                new WechatRule("a picture of more than 2 MB arrives as a text that says so", bench -> {
                    bench.phone(bench.kf).image(new byte[(2 << 20) + 1], "image/jpeg");
                    assertThat(last(bench).path("msgtype").asText()).isEqualTo("text");
                    bench.phone(bench.kf).image(new byte[2 << 20], "image/jpeg");
                    assertThat(last(bench).path("msgtype").asText()).isEqualTo("image");
                }),
                new WechatRule("location, link, page, file, recalled and unknown kinds", bench -> {
                    var phone = bench.phone(bench.kf);
                    phone.location(23.1, 113.2, "天河路");
                    phone.link("标题", "说明", "https://example.com");
                    phone.page("wx1", "账单", "pages/bill");
                    phone.document(new byte[20], "账单.pdf");
                    phone.unknown("hologram", Map.of());
                    phone.recall("m9");
                    var kinds = new ArrayList<String>();
                    bench.sync("")
                            .path("msg_list")
                            .forEach(it -> kinds.add(it.path("msgtype").asText()));
                    assertThat(kinds).containsExactly("location", "link", "miniprogram", "file", "hologram", "event");
                    assertThat(last(bench).path("event").path("recall_msgid").asText())
                            .isEqualTo("m9");
                }),
                new WechatRule("who was active in 48 h can be looked up; unionid only if it is bound", bench -> {
                    var phone = bench.phone(bench.kf);
                    phone.text("你好");
                    var asked = Map.of("external_userid_list", List.of(phone.id(), "wmNobody"));
                    var found = bench.kf("customer/batchget", asked);
                    assertThat(found.path("customer_list")).hasSize(1);
                    assertThat(found.path("customer_list").get(0).has("unionid"))
                            .isFalse();
                    assertThat(found.path("invalid_external_userid").get(0).asText())
                            .isEqualTo("wmNobody");
                    bench.kf.change(it -> it.with(Quirk.UNIONID_BOUND));
                    assertThat(bench.kf("customer/batchget", asked)
                                    .path("customer_list")
                                    .get(0)
                                    .path("unionid")
                                    .asText())
                            .isEqualTo(phone.unionId());
                    bench.pass(Duration.ofHours(48));
                    assertThat(bench.kf("customer/batchget", asked).path("customer_list"))
                            .isEmpty();
                    assertThat(WechatBench.code(bench.kf(
                                    "customer/batchget",
                                    Map.of(
                                            "external_userid_list",
                                            IntStream.range(0, 101)
                                                    .mapToObj(Integer::toString)
                                                    .toList()))))
                            .isEqualTo(40058);
                }));
    }

    static Stream<WechatRule> states() {
        return Stream.of(
                new WechatRule("before the first message a session is closed, with it untreated", bench -> {
                    var phone = bench.phone(bench.kf);
                    assertThat(bench.state(phone).path("service_state").asInt()).isEqualTo(4);
                    phone.text("你好");
                    assertThat(bench.state(phone).path("service_state").asInt()).isZero();
                }),
                new WechatRule("0 goes to 1, 2, 3", bench -> moves(bench, 0, false, 1, 2, 3)),
                new WechatRule("1 goes to 2, 3", bench -> moves(bench, 1, false, 2, 3)),
                new WechatRule("2 goes to 3", bench -> moves(bench, 2, false, 3)),
                new WechatRule("3 goes to another servicer, 4", bench -> moves(bench, 3, false, 3, 4)),
                new WechatRule("4 goes nowhere by the interface, by a message to 0", bench -> {
                    var phone = moved(bench, 3);
                    bench.change(phone, 4);
                    for (int target = 0; target < 5; target++) {
                        assertThat(WechatBench.code(bench.change(phone, target)))
                                .isEqualTo(95013);
                    }
                    phone.text("还在吗");
                    assertThat(bench.state(phone).path("service_state").asInt()).isZero();
                }),
                new WechatRule("by the third-party list any state but 4 goes to 4", bench -> {
                    bench.kf.change(it -> it.with(Quirk.CLOSES_FROM_ANY_STATE));
                    moves(bench, 0, true, 1, 2, 3, 4);
                }),
                new WechatRule("to a person only who serves and receives: 95014", bench -> {
                    people(bench).servicer(bench.kf, WechatSimulator.LINE, WechatSimulator.SERVICER, false);
                    var phone = bench.phone(bench.kf);
                    phone.text("你好");
                    assertThat(WechatBench.code(bench.change(phone, 3))).isEqualTo(95014);
                }),
                new WechatRule("state 3 tells who serves", bench -> {
                    var phone = moved(bench, 3);
                    assertThat(bench.state(phone).path("servicer_userid").asText())
                            .isEqualTo(WechatSimulator.SERVICER);
                }),
                new WechatRule("a message is sent in states 0 and 1 only: else 95018", bench -> {
                    var phone = bench.phone(bench.kf);
                    phone.text("你好");
                    assertThat(WechatBench.code(bench.kfSend(phone, "m0", "a"))).isZero();
                    bench.change(phone, 1);
                    assertThat(WechatBench.code(bench.kfSend(phone, "m1", "a"))).isZero();
                    bench.change(phone, 2);
                    assertThat(WechatBench.code(bench.kfSend(phone, "m2", "a"))).isEqualTo(95018);
                    bench.change(phone, 3);
                    assertThat(WechatBench.code(bench.kfSend(phone, "m3", "a"))).isEqualTo(95018);
                    bench.change(phone, 4);
                    assertThat(WechatBench.code(bench.kfSend(phone, "m4", "a"))).isEqualTo(95018);
                }),
                new WechatRule("a person in WeCom who takes the session: 95018, and an event", bench -> {
                    var phone = bench.phone(bench.kf);
                    phone.text("你好");
                    people(bench).takes(bench.kf, WechatSimulator.LINE, phone, "zhang");
                    assertThat(WechatBench.code(bench.kfSend(phone, "m1", "a"))).isEqualTo(95018);
                    var event = last(bench).path("event");
                    assertThat(event.path("event_type").asText()).isEqualTo("session_status_change");
                    assertThat(event.path("change_type").asInt()).isEqualTo(1);
                    assertThat(event.path("new_servicer_userid").asText()).isEqualTo("zhang");
                    people(bench).takes(bench.kf, WechatSimulator.LINE, phone, "wang");
                    assertThat(last(bench).path("event").path("change_type").asInt())
                            .isEqualTo(2);
                    people(bench).ends(bench.kf, WechatSimulator.LINE, phone);
                    assertThat(last(bench).path("event").path("change_type").asInt())
                            .isEqualTo(3);
                    assertThat(bench.state(phone).path("service_state").asInt()).isEqualTo(4);
                }),
                new WechatRule("the interface's own change is no event", bench -> {
                    var phone = moved(bench, 3);
                    assertThat(phone.bubbles()).hasSize(1);
                }),
                new WechatRule("a company that is not verified: 95018", bench -> {
                    bench.kf.change(it -> it.with(Quirk.UNVERIFIED));
                    var phone = bench.phone(bench.kf);
                    phone.text("你好");
                    assertThat(WechatBench.code(bench.kfSend(phone, "m1", "a"))).isEqualTo(95018);
                }));
    }

    static Stream<WechatRule> sending() {
        return Stream.of(
                new WechatRule("five within 48 h: 95001, then out of time 95002", bench -> {
                    var phone = bench.phone(bench.kf);
                    phone.text("你好");
                    for (int i = 0; i < 5; i++) {
                        assertThat(WechatBench.code(bench.kfSend(phone, "m" + i, "a")))
                                .isZero();
                    }
                    assertThat(WechatBench.code(bench.kfSend(phone, "m5", "a"))).isEqualTo(95001);
                    phone.text("还有");
                    assertThat(WechatBench.code(bench.kfSend(phone, "m6", "a"))).isZero();
                    bench.pass(Duration.ofHours(48));
                    assertThat(WechatBench.code(bench.kfSend(phone, "m7", "a"))).isEqualTo(95002);
                }),
                new WechatRule("where it fails later: 0, then msg_send_fail 6 over five and 4 over 48 h", bench -> {
                    bench.kf.change(it -> it.with(Quirk.FAILS_LATER));
                    var phone = bench.phone(bench.kf);
                    phone.text("你好");
                    for (int i = 0; i < 6; i++) {
                        assertThat(WechatBench.code(bench.kfSend(phone, "m" + i, "a")))
                                .isZero();
                    }
                    assertFailed(bench, "m5", 6);
                    bench.pass(Duration.ofHours(48));
                    assertThat(WechatBench.code(bench.kfSend(phone, "m6", "a"))).isZero();
                    assertFailed(bench, "m6", 4);
                }),
                new WechatRule("who refuses: 0, then msg_send_fail 10", bench -> {
                    var phone = bench.phone(bench.kf);
                    phone.text("你好");
                    phone.refuses(true);
                    assertThat(WechatBench.code(bench.kfSend(phone, "m1", "a"))).isZero();
                    assertFailed(bench, "m1", 10);
                    assertThat(phone.bubbles().stream().filter(it -> it.text().equals("a")))
                            .isEmpty();
                }),
                new WechatRule("by the script: any fail_type", bench -> {
                    var phone = bench.phone(bench.kf);
                    phone.text("你好");
                    bench.simulator.script().next(ApiFault.FAIL_LATER, SEND, 5);
                    assertThat(WechatBench.code(bench.kfSend(phone, "m1", "a"))).isZero();
                    assertFailed(bench, "m1", 5);
                }),
                new WechatRule("a msgid is good once, so that a retry after a cut is safe", bench -> {
                    var phone = bench.phone(bench.kf);
                    phone.text("你好");
                    bench.simulator.script().next(ApiFault.DONE_THEN_CUT, SEND, 0);
                    org.assertj.core.api.Assertions.assertThatThrownBy(() -> bench.kfSend(phone, "m1", "a"))
                            .isInstanceOf(java.io.UncheckedIOException.class);
                    assertThat(WechatBench.code(bench.kfSend(phone, "m1", "a"))).isEqualTo(95900);
                    assertThat(phone.bubbles().stream().filter(it -> it.text().equals("a")))
                            .hasSize(1);
                    assertThat(phone.left().getFirst().left()).isEqualTo(4);
                }),
                new WechatRule("a msgid has up to 32 of letters, digits, _ and -", bench -> {
                    var phone = bench.phone(bench.kf);
                    phone.text("你好");
                    assertThat(WechatBench.code(bench.kfSend(phone, "a_B-9" + "x".repeat(27), "a")))
                            .isZero();
                    assertThat(WechatBench.code(bench.kfSend(phone, "x".repeat(33), "a")))
                            .isEqualTo(40058);
                    assertThat(WechatBench.code(bench.kfSend(phone, "消息", "a"))).isEqualTo(40058);
                }),
                new WechatRule("without a msgid it gives one", bench -> {
                    var phone = bench.phone(bench.kf);
                    phone.text("你好");
                    var sent = bench.kf(
                            "send_msg",
                            Map.of(
                                    "touser",
                                    phone.id(),
                                    "open_kfid",
                                    WechatSimulator.LINE,
                                    "msgtype",
                                    "text",
                                    "text",
                                    Map.of("content", "a")));
                    assertThat(sent.path("msgid").asText()).hasSize(32);
                }),
                new WechatRule("an unknown open_kfid: 95000; an unknown customer: 40096", bench -> {
                    assertThat(WechatBench.code(bench.kf(
                                    "send_msg", Map.of("touser", "wm", "open_kfid", "wkX", "msgtype", "text"))))
                            .isEqualTo(95000);
                    assertThat(WechatBench.code(bench.kf(
                                    "send_msg",
                                    Map.of("touser", "wm", "open_kfid", WechatSimulator.LINE, "msgtype", "text"))))
                            .isEqualTo(40096);
                }),
                new WechatRule("text has up to 2,048 bytes", bench -> {
                    var phone = bench.phone(bench.kf);
                    phone.text("你好");
                    assertThat(WechatBench.code(bench.kfSend(phone, "m1", "字".repeat(682) + "ab")))
                            .isZero();
                    assertThat(WechatBench.code(bench.kfSend(phone, "m2", "字".repeat(683))))
                            .isEqualTo(45002);
                }),
                new WechatRule("a menu has up to 10 entries, its head 1,024 bytes, ids 64, contents 128", bench -> {
                    var phone = bench.phone(bench.kf);
                    phone.text("你好");
                    assertThat(menu(bench, phone, "字".repeat(341), 10, "i".repeat(64), "字".repeat(42)))
                            .isZero();
                    assertThat(menu(bench, phone, "字".repeat(342), 10, "i", "a"))
                            .isEqualTo(45002);
                    assertThat(menu(bench, phone, "a", 11, "i", "a")).isEqualTo(95008);
                    assertThat(menu(bench, phone, "a", 1, "i".repeat(65), "a")).isEqualTo(45002);
                    assertThat(menu(bench, phone, "a", 1, "i", "字".repeat(43))).isEqualTo(45002);
                }),
                new WechatRule("a welcome code comes when there was neither welcome nor message for 48 h", bench -> {
                    var phone = bench.phone(bench.kf);
                    phone.enter("a", "");
                    assertThat(last(bench).path("event").has("welcome_code")).isTrue();
                    phone.enter("a", "");
                    assertThat(last(bench).path("event").has("welcome_code")).isFalse();
                    phone.text("你好");
                    bench.pass(Duration.ofHours(48).minusSeconds(1));
                    phone.enter("a", "");
                    assertThat(last(bench).path("event").has("welcome_code")).isFalse();
                    bench.pass(Duration.ofSeconds(1));
                    phone.enter("a", "");
                    assertThat(last(bench).path("event").has("welcome_code")).isTrue();
                }),
                new WechatRule("a welcome is one text or menu within 20 s, none of the five", bench -> {
                    var phone = bench.phone(bench.kf);
                    phone.enter("a", "");
                    var code = last(bench).path("event").path("welcome_code").asText();
                    bench.pass(Duration.ofSeconds(19));
                    assertThat(onEvent(bench, code, "image")).isEqualTo(40008);
                    assertThat(onEvent(bench, code, "text")).isZero();
                    assertThat(onEvent(bench, code, "text")).isEqualTo(40029);
                    assertThat(phone.bubbles().getLast().text()).isEqualTo("欢迎");
                    assertThat(phone.left()).isEmpty();
                }),
                new WechatRule("a welcome after 20 s is too late", bench -> {
                    bench.phone(bench.kf).enter("a", "");
                    var code = last(bench).path("event").path("welcome_code").asText();
                    bench.pass(Duration.ofSeconds(20));
                    assertThat(onEvent(bench, code, "text")).isEqualTo(40029);
                }),
                new WechatRule("into the pool: one text within 48 h", bench -> {
                    var phone = bench.phone(bench.kf);
                    phone.text("你好");
                    var code = bench.change(phone, 2).path("msg_code").asText();
                    assertThat(onEvent(bench, code, "msgmenu")).isEqualTo(40008);
                    bench.pass(Duration.ofHours(48).minusSeconds(1));
                    assertThat(onEvent(bench, code, "text")).isZero();
                }),
                new WechatRule("at the end: one text or menu within 20 s", bench -> {
                    var phone = moved(bench, 3);
                    var code = bench.change(phone, 4).path("msg_code").asText();
                    assertThat(onEvent(bench, code, "msgmenu")).isZero();
                    assertThat(phone.bubbles().getLast().kind()).isEqualTo("msgmenu");
                }),
                new WechatRule("a person's end has a code too", bench -> {
                    var phone = bench.phone(bench.kf);
                    phone.text("你好");
                    people(bench).takes(bench.kf, WechatSimulator.LINE, phone, "zhang");
                    people(bench).ends(bench.kf, WechatSimulator.LINE, phone);
                    var code = last(bench).path("event").path("msg_code").asText();
                    bench.pass(Duration.ofSeconds(20));
                    assertThat(onEvent(bench, code, "msgmenu")).isEqualTo(40029);
                }));
    }

    private static dev.yiwen.command.wechat.platform.KfPeople people(WechatBench bench) {
        return bench.simulator.platform().kf().people();
    }

    private static JsonNode synced(WechatBench bench, String token) {
        return bench.kf("sync_msg", Map.of("open_kfid", WechatSimulator.LINE, "token", token));
    }

    private static JsonNode last(WechatBench bench) {
        var all = bench.sync("").path("msg_list");
        return all.get(all.size() - 1);
    }

    private static void assertFailed(WechatBench bench, String messageId, int type) {
        var event = last(bench).path("event");
        assertThat(event.path("event_type").asText()).isEqualTo("msg_send_fail");
        assertThat(event.path("fail_msgid").asText()).isEqualTo(messageId);
        assertThat(event.path("fail_type").asInt()).isEqualTo(type);
    }

    private static CustomerPhone moved(WechatBench bench, int state) {
        var phone = bench.simulator.phone(bench.kf, "客户 " + System.nanoTime());
        phone.text("你好");
        if (state > 0) {
            assertThat(WechatBench.code(bench.change(phone, state))).isZero();
        }
        return phone;
    }

    private static void moves(WechatBench bench, int from, boolean closes, int... targets) {
        for (int target = 0; target < 5; target++) {
            int wanted = target;
            boolean allowed = IntStream.of(targets).anyMatch(it -> it == wanted);
            assertThat(WechatBench.code(bench.change(moved(bench, from), target)))
                    .as("%d to %d, closes %s", from, target, closes)
                    .isEqualTo(allowed ? 0 : 95016);
        }
    }

    private static int onEvent(WechatBench bench, String code, String kind) {
        var body = switch (kind) {
            case "text" -> Map.of("content", "欢迎");
            case "msgmenu" -> Map.of("head_content", "满意吗", "list", List.of());
            default -> Map.of("media_id", "x");
        };
        return WechatBench.code(bench.kf("send_msg_on_event", Map.of("code", code, "msgtype", kind, kind, body)));
    }

    private static int menu(
            WechatBench bench, CustomerPhone phone, String head, int entries, String id, String content) {
        var list = IntStream.range(0, entries)
                .mapToObj(i -> Map.of("type", "click", "click", Map.of("id", id, "content", content)))
                .toList();
        return WechatBench.code(bench.kf(
                "send_msg",
                Map.of(
                        "touser",
                        phone.id(),
                        "open_kfid",
                        WechatSimulator.LINE,
                        "msgtype",
                        "msgmenu",
                        "msgmenu",
                        Map.of("head_content", head, "list", list, "tail_content", "尾"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"fetching", "states", "sending"})
    void the_rule_holds(WechatRule rule) throws Exception {
        rule.holds();
    }
}
