package dev.yiwen.command.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiwen.command.wechat.AnsweringService.Answer;
import dev.yiwen.command.wechat.platform.Bubble.From;
import dev.yiwen.command.wechat.platform.CallbackFault;
import dev.yiwen.command.wechat.platform.PushDelivery;
import dev.yiwen.command.wechat.push.PushCipher;
import dev.yiwen.command.wechat.push.PushFields;
import dev.yiwen.command.wechat.push.PushForm.Format;
import dev.yiwen.command.wechat.push.PushForm.Mode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the platform pushes, in which form, how it is signed, and what it does with the answer. */
@NullUnmarked // a field that is missing fails the test
class WechatCallbackRulesTest {
    private static final String NEXT_KEY = "bmV4dEtleTAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDE";

    static Stream<Arguments> forms() {
        return Stream.of(Format.values())
                .flatMap(format -> Stream.of(Mode.values()).map(mode -> Arguments.of(format, mode)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("forms")
    void a_message_arrives_in_each_of_the_six_forms(Format format, Mode mode) throws Exception {
        try (var bench = new WechatBench()) {
            bench.form(bench.ma, format, mode);

            var done = bench.phone(bench.ma).text("宽带]]>断了 & <急>");

            var fields = bench.received(bench.ma).getFirst();
            assertThat(fields)
                    .containsEntry("ToUserName", bench.ma.receiver())
                    .containsEntry("FromUserName", bench.phone(bench.ma).id())
                    .containsEntry("CreateTime", Long.toString(WechatBench.START.getEpochSecond()))
                    .containsEntry("MsgType", "text")
                    .containsEntry("Content", "宽带]]>断了 & <急>")
                    .containsEntry("MsgId", done.messageId());
            var call = bench.service.received.getFirst();
            assertThat(call.contentType()).contains(format == Format.XML ? "xml" : "json");
            assertThat(call.body()).startsWith(format == Format.XML ? "<xml>" : "{");
            var outside = PushFields.read(call.body()).keySet();
            switch (mode) {
                case PLAIN -> {
                    assertThat(call.query()).doesNotContainKeys("encrypt_type", "msg_signature");
                    assertThat(outside).contains("Content").doesNotContain("Encrypt");
                }
                case COMPATIBLE -> {
                    assertThat(call.query()).containsEntry("encrypt_type", "aes");
                    assertThat(outside).contains("Content", "MsgId", "Encrypt");
                }
                case SAFE -> {
                    assertThat(call.query()).containsEntry("encrypt_type", "aes");
                    assertThat(outside).isEqualTo(Set.of("ToUserName", "Encrypt"));
                }
            }
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("forms")
    void a_reply_is_shown_in_each_of_the_six_forms(Format format, Mode mode) throws Exception {
        try (var bench = new WechatBench()) {
            bench.form(bench.mp, format, mode);
            var phone = bench.phone(bench.mp);
            bench.service.answers = it -> new Answer(200, reply(bench, format, mode, phone.id()));

            phone.text("在吗");
            bench.simulator.settle();

            assertThat(phone.bubbles()).hasSize(2);
            assertThat(phone.bubbles().getLast().from()).isEqualTo(From.SERVICE);
            assertThat(phone.bubbles().getLast().text()).isEqualTo("您好");
            assertThat(phone.left().getFirst().left()).isEqualTo(5);
        }
    }

    private static String reply(WechatBench bench, Format format, Mode mode, String openid) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("ToUserName", openid);
        fields.put("FromUserName", bench.mp.receiver());
        fields.put("CreateTime", 1);
        fields.put("MsgType", "text");
        fields.put("Content", "您好");
        var plain = PushFields.write(format, fields);
        if (mode != Mode.SAFE) {
            return plain;
        }
        var settings = bench.mp.settings();
        var cipher = new PushCipher(settings.token(), settings.aesKey(), bench.mp.id());
        var encrypted = cipher.encrypt("abcdefghijklmnop", plain);
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("Encrypt", encrypted);
        envelope.put("MsgSignature", cipher.signature("1", "n", encrypted));
        envelope.put("TimeStamp", 1);
        envelope.put("Nonce", "n");
        return PushFields.write(format, envelope);
    }

    static Stream<WechatRule> rules() {
        return Stream.of(
                new WechatRule("an address is asked for an echo before it is entered", bench -> {
                    bench.service.answers = it -> new Answer(200, it.query().get("echostr"));
                    assertThat(bench.simulator.platform().verify(bench.ma)).isTrue();
                    var query = bench.service.received.getFirst().query();
                    assertThat(query.get("signature"))
                            .isEqualTo(PushCipher.sign(
                                    bench.ma.settings().token(), query.get("timestamp"), query.get("nonce")));
                    bench.service.answers = it -> new Answer(200, "success");
                    assertThat(bench.simulator.platform().verify(bench.ma)).isFalse();
                }),
                new WechatRule("WeCom's question is encrypted, its answer is not", bench -> {
                    var cipher = new PushCipher(
                            bench.kf.settings().token(), bench.kf.settings().aesKey(), bench.kf.id());
                    bench.service.answers = it -> {
                        try {
                            return new Answer(200, cipher.decrypt(it.query().get("echostr")));
                        } catch (PushCipher.Unreadable e) {
                            return new Answer(500, "");
                        }
                    };
                    assertThat(bench.simulator.platform().verify(bench.kf)).isTrue();
                    bench.service.answers = it -> new Answer(200, it.query().get("echostr"));
                    assertThat(bench.simulator.platform().verify(bench.kf)).isFalse();
                }),
                new WechatRule("WeCom kf is XML and safe whatever is set, its receiver the CorpID", bench -> {
                    bench.form(bench.kf, Format.JSON, Mode.PLAIN);
                    bench.phone(bench.kf).text("你好");
                    assertThat(bench.received(bench.kf).getFirst())
                            .containsEntry("ToUserName", bench.kf.id())
                            .containsEntry("Event", "kf_msg_or_event")
                            .containsEntry("OpenKfId", WechatSimulator.LINE)
                            .containsKey("Token")
                            .doesNotContainKeys("Content", "FromUserName");
                    assertThat(bench.service.received.getFirst().body())
                            .startsWith("<xml>")
                            .contains("<Encrypt>");
                }),
                new WechatRule(
                        "no answer: again after five seconds, three times in all, as the same message", bench -> {
                            bench.service.answers = it -> new Answer(0, "");
                            var done = bench.phone(bench.mp).text("你好");
                            bench.simulator.settle();
                            assertThat(bench.service.received).hasSize(1);
                            bench.pass(Duration.ofMillis(4999));
                            assertThat(bench.service.received).hasSize(1);
                            bench.pass(Duration.ofMillis(1));
                            assertThat(bench.service.received).hasSize(2);
                            bench.pass(Duration.ofMinutes(10));
                            assertThat(bench.received(bench.mp))
                                    .hasSize(3)
                                    .allSatisfy(it -> assertThat(it).containsEntry("MsgId", done.messageId()));
                            assertThat(bench.service.received.stream()
                                            .map(it -> it.query().get("nonce"))
                                            .collect(Collectors.toSet()))
                                    .hasSize(3);
                            assertThat(done.delivery().attempts().stream().map(it -> it.at()))
                                    .containsExactly(
                                            WechatBench.START,
                                            WechatBench.START.plusSeconds(5),
                                            WechatBench.START.plusSeconds(10));
                            assertThat(done.delivery().state()).isEqualTo(PushDelivery.State.GIVEN_UP);
                        }),
                new WechatRule("three times no answer: the customer of an official account reads of a fault", bench -> {
                    bench.service.answers = it -> new Answer(500, "");
                    bench.phone(bench.mp).text("你好");
                    bench.pass(Duration.ofSeconds(10));
                    assertThat(bench.phone(bench.mp).bubbles().getLast().kind()).isEqualTo("service_fault");
                }),
                new WechatRule("an answer in the second attempt ends it", bench -> {
                    bench.service.answers = it -> new Answer(bench.service.received.size() < 2 ? 500 : 200, "success");
                    var done = bench.phone(bench.mp).text("你好");
                    bench.pass(Duration.ofMinutes(1));
                    assertThat(done.delivery().attempts()).hasSize(2);
                    assertThat(done.delivery().state()).isEqualTo(PushDelivery.State.TAKEN);
                    assertThat(bench.phone(bench.mp).bubbles()).hasSize(1);
                }),
                new WechatRule("success and nothing are the same to it", bench -> {
                    bench.service.answers = it -> new Answer(200, "");
                    var done = bench.phone(bench.mp).text("你好");
                    bench.simulator.settle();
                    assertThat(done.delivery().state()).isEqualTo(PushDelivery.State.TAKEN);
                }),
                new WechatRule("an answer of anything else is a fault", bench -> {
                    bench.service.answers = it -> new Answer(200, "error");
                    var done = bench.phone(bench.mp).text("你好");
                    bench.simulator.settle();
                    assertThat(done.delivery().state()).isEqualTo(PushDelivery.State.WRONG);
                    assertThat(bench.phone(bench.mp).bubbles().getLast().kind()).isEqualTo("service_fault");
                }),
                new WechatRule("a reply in clear is a fault in safe mode", bench -> {
                    var phone = bench.phone(bench.mp);
                    bench.service.answers = it -> new Answer(200, reply(bench, Format.XML, Mode.PLAIN, phone.id()));
                    phone.text("你好");
                    bench.simulator.settle();
                    assertThat(phone.bubbles().getLast().kind()).isEqualTo("service_fault");
                }),
                new WechatRule("a reply with another signature is a fault", bench -> {
                    var phone = bench.phone(bench.mp);
                    bench.service.answers = it -> new Answer(
                            200,
                            reply(bench, Format.XML, Mode.SAFE, phone.id())
                                    .replaceFirst("<TimeStamp>1<", "<TimeStamp>2<"));
                    phone.text("你好");
                    bench.simulator.settle();
                    assertThat(phone.bubbles().getLast().kind()).isEqualTo("service_fault");
                    assertThat(phone.bubbles().getLast().fields().get("why")).contains("signature");
                }),
                new WechatRule("a reply to somebody else is a fault", bench -> {
                    bench.service.answers = it -> new Answer(200, reply(bench, Format.XML, Mode.SAFE, "oSomebody"));
                    bench.phone(bench.mp).text("你好");
                    bench.simulator.settle();
                    assertThat(bench.phone(bench.mp).bubbles().getLast().kind()).isEqualTo("service_fault");
                }),
                new WechatRule("a mini-program's customer gets no reply from the callback", bench -> {
                    bench.form(bench.ma, Format.XML, Mode.PLAIN);
                    var phone = bench.phone(bench.ma);
                    bench.service.answers = it -> new Answer(200, reply(bench, Format.XML, Mode.PLAIN, phone.id()));
                    phone.text("你好");
                    bench.simulator.settle();
                    assertThat(phone.bubbles().getLast().kind()).isEqualTo("unseen_fault");
                }),
                new WechatRule("kinds of an official account: voice with empty Recognition", bench -> {
                    bench.phone(bench.mp).voice("#!AMR\nx".getBytes());
                    assertThat(bench.received(bench.mp).getFirst())
                            .containsEntry("MsgType", "voice")
                            .containsEntry("Format", "amr")
                            .containsEntry("Recognition", "")
                            .containsKey("MediaId");
                }),
                new WechatRule("kinds of an official account: image, video, location, link", bench -> {
                    var phone = bench.phone(bench.mp);
                    phone.image(new byte[] {1, 2}, "image/png");
                    bench.simulator.settle();
                    phone.video(new byte[] {3});
                    bench.simulator.settle();
                    phone.location(23.1, 113.2, "天河路");
                    bench.simulator.settle();
                    phone.link("标题", "说明", "https://example.com/a");
                    var all = bench.received(bench.mp);
                    assertThat(all.get(0)).containsKeys("PicUrl", "MediaId", "MsgId");
                    assertThat(all.get(1)).containsKeys("MediaId", "ThumbMediaId");
                    assertThat(all.get(2))
                            .containsEntry("Location_X", "23.1")
                            .containsEntry("Location_Y", "113.2")
                            .containsEntry("Label", "天河路");
                    assertThat(all.get(3)).containsEntry("Url", "https://example.com/a");
                    var picture = bench.send(bench.request(all.get(0)
                                    .get("PicUrl")
                                    .substring(bench.simulator.url().length()))
                            .GET());
                    assertThat(picture.body()).isEqualTo(new byte[] {1, 2});
                }),
                new WechatRule("events of an official account: click, follow with a scene, scan, unfollow", bench -> {
                    var phone = bench.phone(bench.mp);
                    phone.menu("bill");
                    bench.simulator.settle();
                    phone.follow("shop12");
                    bench.simulator.settle();
                    phone.scan("shop13");
                    bench.simulator.settle();
                    phone.unfollow();
                    var all = bench.received(bench.mp);
                    assertThat(all.get(0)).containsEntry("Event", "CLICK").containsEntry("EventKey", "bill");
                    assertThat(all.get(1))
                            .containsEntry("Event", "subscribe")
                            .containsEntry("EventKey", "qrscene_shop12")
                            .containsKey("Ticket");
                    assertThat(all.get(2)).containsEntry("Event", "SCAN").containsEntry("EventKey", "shop13");
                    assertThat(all.get(3)).containsEntry("Event", "unsubscribe").doesNotContainKey("MsgId");
                }),
                new WechatRule("a tap on a message menu is text with the entry's id", bench -> {
                    bench.phone(bench.mp).tap("101", "查账单");
                    assertThat(bench.received(bench.mp).getFirst())
                            .containsEntry("MsgType", "text")
                            .containsEntry("Content", "查账单")
                            .containsEntry("bizmsgmenuid", "101");
                }),
                new WechatRule("a mini-program's page arrives as a card, and there is no voice", bench -> {
                    var phone = bench.phone(bench.ma);
                    phone.page("wx5d0f0a5e00000002", "我的账单", "pages/bill?id=1");
                    assertThat(bench.received(bench.ma).getFirst())
                            .containsEntry("MsgType", "miniprogrampage")
                            .containsEntry("AppId", "wx5d0f0a5e00000002")
                            .containsEntry("PagePath", "pages/bill?id=1")
                            .containsKeys("Title", "ThumbUrl", "ThumbMediaId");
                    assertThatThrownBy(() -> phone.voice(new byte[] {1})).isInstanceOf(IllegalArgumentException.class);
                }),
                new WechatRule("the context at entering a mini-program's service is cut at 1,000 bytes", bench -> {
                    bench.phone(bench.ma).enter("单".repeat(400));
                    assertThat(bench.received(bench.ma).getFirst())
                            .containsEntry("Event", "user_enter_tempsession")
                            .containsEntry("SessionFrom", "单".repeat(333));
                }),
                new WechatRule("what nobody has heard of arrives all the same", bench -> {
                    bench.phone(bench.mp).unknown("hologram", Map.of("Depth", 3));
                    assertThat(bench.received(bench.mp).getFirst())
                            .containsEntry("MsgType", "hologram")
                            .containsEntry("Depth", "3");
                }),
                new WechatRule("what was on its way when the key was changed keeps the one before", bench -> {
                    bench.service.answers = it -> new Answer(500, "");
                    bench.phone(bench.mp).text("旧");
                    bench.simulator.settle();
                    var old = bench.mp.settings();
                    bench.mp.change(it -> it.withKeys(old.token(), NEXT_KEY));
                    bench.service.answers = it -> new Answer(200, "success");
                    bench.phone(bench.mp).text("新");
                    bench.simulator.settle();
                    bench.pass(Duration.ofSeconds(5));
                    var cipher = new PushCipher(old.token(), old.aesKey(), bench.mp.id());
                    var next = new PushCipher(old.token(), NEXT_KEY, bench.mp.id());
                    var all = bench.service.received;
                    assertThat(cipher.decrypt(PushFields.read(all.get(0).body()).get("Encrypt")))
                            .contains("旧");
                    assertThat(next.decrypt(PushFields.read(all.get(1).body()).get("Encrypt")))
                            .contains("新");
                    assertThat(cipher.decrypt(PushFields.read(all.get(2).body()).get("Encrypt")))
                            .contains("旧");
                }),
                new WechatRule("by the script: twice", bench -> {
                    bench.simulator.script().next(CallbackFault.DUPLICATE, bench.mp);
                    bench.phone(bench.mp).text("你好");
                    var all = bench.received(bench.mp);
                    assertThat(all).hasSize(2);
                    assertThat(all.get(0)).isEqualTo(all.get(1));
                }),
                new WechatRule("by the script: the second before the first", bench -> {
                    bench.simulator.script().next(CallbackFault.HOLD, bench.mp);
                    bench.phone(bench.mp).text("一");
                    bench.phone(bench.mp).text("二");
                    assertThat(bench.received(bench.mp).stream().map(it -> it.get("Content")))
                            .containsExactly("二", "一");
                }),
                new WechatRule("by the script: held, and nothing comes after it", bench -> {
                    bench.simulator.script().next(CallbackFault.HOLD, bench.mp);
                    bench.phone(bench.mp).text("一");
                    bench.pass(Duration.ofSeconds(1));
                    assertThat(bench.received(bench.mp)).hasSize(1);
                }),
                new WechatRule("by the script: answered in time and sent again all the same", bench -> {
                    bench.simulator.script().next(CallbackFault.IMPATIENT, bench.mp);
                    bench.phone(bench.mp).text("你好");
                    bench.pass(Duration.ofMinutes(1));
                    assertThat(bench.received(bench.mp)).hasSize(2);
                }),
                new WechatRule("by the script: lost, forged, for another AppID", bench -> {
                    var phone = bench.phone(bench.mp);
                    bench.simulator
                            .script()
                            .next(CallbackFault.LOSE, bench.mp)
                            .next(CallbackFault.FORGE, bench.mp)
                            .next(CallbackFault.FOREIGN, bench.mp);
                    phone.text("失");
                    phone.text("伪");
                    bench.simulator.settle();
                    phone.text("他");
                    bench.simulator.settle();
                    assertThat(bench.service.received).hasSize(2);
                    var forged = bench.service.received.get(0);
                    assertThatThrownBy(() -> forged.read(bench.mp)).isInstanceOf(SecurityException.class);
                    var foreign = bench.service.received.get(1);
                    assertThatThrownBy(() -> foreign.read(bench.mp))
                            .isInstanceOf(PushCipher.Unreadable.class)
                            .hasMessageContaining("wx0000000000000000");
                }),
                new WechatRule("the same bytes once more", bench -> {
                    var done = bench.phone(bench.mp).text("你好");
                    bench.simulator.settle();
                    assertThat(bench.simulator.platform().replay(done.delivery()))
                            .isEqualTo(200);
                    var all = bench.service.received;
                    assertThat(all.get(1)).isEqualTo(all.get(0));
                }),
                new WechatRule("without a callback nothing is pushed", bench -> {
                    bench.mp.change(it -> it.withCallback(null));
                    assertThat(bench.phone(bench.mp).text("你好").delivery()).isNull();
                    bench.simulator.settle();
                    assertThat(bench.service.received).isEmpty();
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void the_rule_holds(WechatRule rule) throws Exception {
        rule.holds();
    }

    @Test
    void the_same_seed_makes_the_same_ids_and_requests() throws Exception {
        assertThat(course()).isEqualTo(course());
    }

    private static List<String> course() throws Exception {
        try (var bench = new WechatBench()) {
            var phone = bench.phone(bench.ma);
            for (var text : List.of("一", "二", "三")) {
                phone.text(text);
                bench.simulator.settle();
            }
            return bench.service.received.stream()
                    .map(it -> it.query() + it.body())
                    .toList();
        }
    }
}
