package dev.yiwen.command.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.command.wechat.platform.ApiFault;
import dev.yiwen.command.wechat.platform.MediaRules;
import dev.yiwen.command.wechat.platform.PlatformScript.Rule;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Media and their expiry, subscribe messages, and what goes wrong by the script. */
@NullUnmarked // a field that is missing fails the test
class WechatMediaRulesTest {
    private static final int MB = 1 << 20;
    private static final String SEND = "/cgi-bin/message/custom/send";

    static Stream<WechatRule> media() {
        return Stream.of(
                new WechatRule("what was uploaded comes down the same", bench -> {
                    var bytes = new byte[1000];
                    for (int i = 0; i < bytes.length; i++) {
                        bytes[i] = (byte) (i * 7);
                    }
                    var id = bench.upload(bench.ma, "image", bytes)
                            .path("media_id")
                            .asText();
                    var answer = bench.download(bench.ma, id);
                    assertThat(answer.body()).isEqualTo(bytes);
                    assertThat(answer.headers().firstValue("Content-disposition"))
                            .isPresent();
                }),
                new WechatRule("a name and a kind of file that would break a header do not", bench -> {
                    bench.phone(bench.kf).document(new byte[20], "账\"单\r\nX: y.pdf");
                    bench.phone(bench.ma).image(new byte[] {1}, "image/jpeg\r\nX: y");
                    bench.simulator.settle();
                    var file = bench.sync("").path("msg_list").get(0).path("file");
                    var answer = bench.download(bench.kf, file.path("media_id").asText());
                    assertThat(answer.body()).hasSize(20);
                    assertThat(answer.headers().firstValue("Content-disposition"))
                            .hasValue("attachment; filename=\"_____X: y.pdf\"");
                    var picture = bench.service.received.stream()
                            .filter(it -> it.query().containsKey("openid"))
                            .findFirst()
                            .orElseThrow();
                    var image = bench.download(bench.ma, picture.read(bench.ma).get("MediaId"));
                    assertThat(image.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
                    assertThat(image.headers().firstValue("X")).isEmpty();
                }),
                new WechatRule("media live three days: then 40007", bench -> {
                    var id = bench.upload(bench.mp, "image", new byte[10])
                            .path("media_id")
                            .asText();
                    bench.pass(Duration.ofDays(3).minusSeconds(1));
                    assertThat(bench.download(bench.mp, id).body()).hasSize(10);
                    bench.pass(Duration.ofSeconds(1));
                    assertThat(WechatBench.code(WechatBench.json(bench.download(bench.mp, id))))
                            .isEqualTo(40007);
                }),
                new WechatRule("another account's media are not found", bench -> {
                    var id = bench.upload(bench.mp, "image", new byte[10])
                            .path("media_id")
                            .asText();
                    assertThat(WechatBench.code(WechatBench.json(bench.download(bench.ma, id))))
                            .isEqualTo(40007);
                }),
                new WechatRule("a customer's picture is fetched by its media_id", bench -> {
                    bench.phone(bench.ma).image(new byte[] {9, 8}, "image/jpeg");
                    var id = bench.received(bench.ma).getFirst().get("MediaId");
                    assertThat(bench.download(bench.ma, id).body()).isEqualTo(new byte[] {9, 8});
                }),
                new WechatRule("a message with media that are gone: 40007", bench -> {
                    var phone = bench.phone(bench.ma);
                    phone.text("你好");
                    assertThat(WechatBench.code(bench.post(
                                    SEND + "?access_token=" + bench.token(bench.ma),
                                    Map.of(
                                            "touser",
                                            phone.id(),
                                            "msgtype",
                                            "image",
                                            "image",
                                            Map.of("media_id", "gone")))))
                            .isEqualTo(40007);
                }),
                new WechatRule("mp and ma: image 10 MB, voice 2 MB of AMR or MP3, video 10 MB", bench -> {
                    assertThat(uploaded(bench, "image", new byte[10 * MB])).isZero();
                    assertThat(uploaded(bench, "image", new byte[10 * MB + 1])).isEqualTo(45001);
                    assertThat(uploaded(bench, "video", new byte[10 * MB + 1])).isEqualTo(45001);
                    assertThat(uploaded(bench, "voice", MediaRules.silence())).isZero();
                    assertThat(uploaded(bench, "voice", "ID3 mp3".getBytes(StandardCharsets.US_ASCII)))
                            .isZero();
                    assertThat(uploaded(bench, "voice", Arrays.copyOf(MediaRules.silence(), 2 * MB + 1)))
                            .isEqualTo(45001);
                    assertThat(uploaded(bench, "voice", "RIFF wav".getBytes(StandardCharsets.US_ASCII)))
                            .isEqualTo(40005);
                    assertThat(uploaded(bench, "file", new byte[10])).isEqualTo(40004);
                }),
                new WechatRule("WeCom: image 10, voice 2 of AMR only, video 10, file 20 MB", bench -> {
                    assertThat(WechatBench.code(bench.upload(bench.kf, "file", new byte[20 * MB])))
                            .isZero();
                    assertThat(WechatBench.code(bench.upload(bench.kf, "file", new byte[20 * MB + 1])))
                            .isEqualTo(40006);
                    assertThat(WechatBench.code(bench.upload(bench.kf, "image", new byte[10 * MB + 1])))
                            .isEqualTo(40006);
                    assertThat(WechatBench.code(
                                    bench.upload(bench.kf, "voice", "ID3 mp3".getBytes(StandardCharsets.US_ASCII))))
                            .isEqualTo(40005);
                    assertThat(bench.upload(bench.kf, "voice", MediaRules.silence())
                                    .path("created_at")
                                    .isTextual())
                            .isTrue();
                }));
    }

    static Stream<WechatRule> subscribing() {
        return Stream.of(
                new WechatRule("one consent is one message, without an end", bench -> {
                    var phone = bench.phone(bench.ma);
                    phone.consent("T1", true);
                    bench.pass(Duration.ofDays(400));
                    assertThat(subscribed(bench, "send", "T1", Map.of("thing1", "已受理")))
                            .isZero();
                    assertThat(subscribed(bench, "send", "T1", Map.of("thing1", "已受理")))
                            .isEqualTo(43101);
                    assertThat(phone.bubbles().getLast().fields()).containsEntry("thing1", "已受理");
                }),
                new WechatRule("consents add up, each of its template", bench -> {
                    var phone = bench.phone(bench.ma);
                    phone.consent("T1", true);
                    phone.consent("T1", true);
                    phone.consent("T1", false);
                    assertThat(phone.consents("T1")).isEqualTo(2);
                    assertThat(subscribed(bench, "send", "T2", Map.of("thing1", "a")))
                            .isEqualTo(43101);
                }),
                new WechatRule("a consent is told as an event", bench -> {
                    bench.phone(bench.mp).consent("T1", false);
                    assertThat(bench.received(bench.mp).getFirst())
                            .containsEntry("Event", "subscribe_msg_popup_event")
                            .containsEntry("SubscribeMsgPopupEvent.List.TemplateId", "T1")
                            .containsEntry("SubscribeMsgPopupEvent.List.SubscribeStatusString", "reject");
                }),
                new WechatRule("what became of a message, and a consent withdrawn, are told as events", bench -> {
                    var phone = bench.phone(bench.ma);
                    phone.consent("T1", true);
                    phone.consent("T1", true);
                    assertThat(subscribed(bench, "send", "T1", Map.of("thing1", "a")))
                            .isZero();
                    assertThat(bench.received(bench.ma).getLast())
                            .containsEntry("Event", "subscribe_msg_sent_event")
                            .containsEntry("SubscribeMsgSentEvent.List.ErrorCode", "0");
                    phone.withdraw("T1");
                    assertThat(bench.received(bench.ma).getLast())
                            .containsEntry("Event", "subscribe_msg_change_event")
                            .containsEntry("SubscribeMsgChangeEvent.List.SubscribeStatusString", "reject");
                    assertThat(subscribed(bench, "send", "T1", Map.of("thing1", "a")))
                            .isEqualTo(43101);
                }),
                new WechatRule("a thing has up to 20 characters, fields have known kinds: 47003", bench -> {
                    bench.phone(bench.ma).consent("T1", true);
                    assertThat(subscribed(bench, "send", "T1", Map.of("thing1", "字".repeat(21))))
                            .isEqualTo(47003);
                    assertThat(subscribed(bench, "send", "T1", Map.of("anything", "a")))
                            .isEqualTo(47003);
                    assertThat(subscribed(bench, "send", "T1", Map.of("number2", "a")))
                            .isEqualTo(47003);
                    assertThat(subscribed(bench, "send", "T1", Map.of("thing1", "字".repeat(20))))
                            .isZero();
                }),
                new WechatRule("it needs no window, and takes nothing from one", bench -> {
                    var phone = bench.phone(bench.ma);
                    phone.text("你好");
                    phone.consent("T1", true);
                    assertThat(subscribed(bench, "send", "T1", Map.of("thing1", "a")))
                            .isZero();
                    assertThat(phone.left().getFirst().left()).isEqualTo(5);
                }));
    }

    static Stream<WechatRule> faults() {
        return Stream.of(
                new WechatRule("an error code once, nothing done", bench -> {
                    var phone = bench.phone(bench.mp);
                    phone.text("你好");
                    bench.simulator.script().next(ApiFault.CODE, SEND, -1);
                    assertThat(bench.send(bench.mp, phone, "a")).isEqualTo(-1);
                    assertThat(phone.bubbles()).hasSize(1);
                    assertThat(bench.send(bench.mp, phone, "a")).isZero();
                }),
                new WechatRule("cut: nothing done", bench -> {
                    var phone = bench.phone(bench.mp);
                    phone.text("你好");
                    bench.simulator.script().next(ApiFault.CUT, SEND, 0);
                    assertCut(bench, phone);
                    assertThat(phone.left().getFirst().left()).isEqualTo(5);
                }),
                new WechatRule("done, then cut: the caller cannot know", bench -> {
                    var phone = bench.phone(bench.mp);
                    phone.text("你好");
                    bench.simulator.script().next(ApiFault.DONE_THEN_CUT, SEND, 0);
                    assertCut(bench, phone);
                    assertThat(phone.bubbles().getLast().text()).isEqualTo("a");
                    assertThat(phone.left().getFirst().left()).isEqualTo(4);
                }),
                new WechatRule("status 500, and a page instead of JSON", bench -> {
                    bench.simulator.script().next(ApiFault.STATUS, SEND, 500).next(ApiFault.GARBAGE, SEND, 0);
                    var broken = bench.send(bench.request(SEND).GET());
                    assertThat(broken.statusCode()).isEqualTo(500);
                    var garbage = bench.send(bench.request(SEND).GET());
                    assertThat(garbage.statusCode()).isEqualTo(200);
                    assertThat(new String(garbage.body(), StandardCharsets.UTF_8))
                            .startsWith("<html>");
                }),
                new WechatRule("slow: done in the end", bench -> {
                    var phone = bench.phone(bench.mp);
                    phone.text("你好");
                    bench.simulator.script().next(ApiFault.SLOW, SEND, 300);
                    assertThat(bench.send(bench.mp, phone, "a")).isZero();
                    assertThat(phone.bubbles()).hasSize(2);
                }),
                new WechatRule("a rule with a chance befalls the same calls for the same seed", bench -> {
                    try (var other = new WechatBench()) {
                        assertThat(befallen(bench)).isEqualTo(befallen(other)).contains(0, 45009);
                    }
                }),
                new WechatRule("any path of any account, until it is cleared", bench -> {
                    bench.simulator.script().add(new Rule<>(ApiFault.CODE, "*", 45009, -1, 1));
                    assertThat(WechatBench.code(bench.stable(bench.mp, false))).isEqualTo(45009);
                    assertThat(WechatBench.code(bench.stable(bench.mp, false))).isEqualTo(45009);
                    bench.simulator.script().clear();
                    assertThat(WechatBench.code(bench.stable(bench.mp, false))).isZero();
                }));
    }

    private static java.util.List<Integer> befallen(WechatBench bench) {
        bench.simulator.script().add(new Rule<>(ApiFault.CODE, "/cgi-bin/stable_token", 45009, -1, 0.3));
        return IntStream.range(0, 30)
                .mapToObj(i -> WechatBench.code(bench.stable(bench.mp, false)))
                .toList();
    }

    private static void assertCut(WechatBench bench, dev.yiwen.command.wechat.platform.CustomerPhone phone) {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> bench.send(bench.mp, phone, "a"))
                .isInstanceOf(UncheckedIOException.class);
    }

    private static int uploaded(WechatBench bench, String kind, byte[] bytes) {
        return WechatBench.code(bench.upload(bench.mp, kind, bytes));
    }

    private static int subscribed(WechatBench bench, String call, String template, Map<String, String> data) {
        var fields = new java.util.TreeMap<String, Map<String, String>>();
        data.forEach((name, value) -> fields.put(name, Map.of("value", value)));
        return WechatBench.code(bench.post(
                "/cgi-bin/message/subscribe/" + call + "?access_token=" + bench.token(bench.ma),
                Map.of(
                        "touser",
                        bench.phone(bench.ma).id(),
                        "template_id",
                        template,
                        "page",
                        "pages/index",
                        "data",
                        fields)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"media", "subscribing", "faults"})
    void the_rule_holds(WechatRule rule) throws Exception {
        rule.holds();
    }
}
