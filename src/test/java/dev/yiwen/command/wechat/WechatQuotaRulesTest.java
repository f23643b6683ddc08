package dev.yiwen.command.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.command.wechat.platform.AccountSettings.Quirk;
import dev.yiwen.command.wechat.platform.Bubble.From;
import dev.yiwen.command.wechat.platform.CustomerPhone;
import dev.yiwen.command.wechat.platform.PlatformAccount;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How many messages may follow what a customer does, which are refused and how, and when typing may be shown. */
class WechatQuotaRulesTest {
    private static final Duration TWO_DAYS = Duration.ofHours(48);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int COUNT = 45047;
    private static final int TIME = 45015;

    private interface Acts {
        void by(CustomerPhone phone);
    }

    static Stream<WechatRule> rules() {
        return Stream.of(
                allows("mp: a message allows 5 within 48 h", 5, TWO_DAYS, true, it -> it.text("你好")),
                allows("ma: a message allows 5 within 48 h", 5, TWO_DAYS, false, it -> it.text("你好")),
                allows("ma: entering allows 2 within a minute", 2, MINUTE, false, it -> it.enter("")),
                allows("mp: a menu click allows 3 within a minute", 3, MINUTE, true, it -> it.menu("a")),
                allows("mp: following allows 3 within a minute", 3, MINUTE, true, it -> it.follow("a")),
                allows("mp: scanning allows 3 within a minute", 3, MINUTE, true, it -> it.scan("a")),
                allows(
                        "mp: a tap on a message menu is a click: 3 within a minute, not 5 within 48 h",
                        3,
                        MINUTE,
                        true,
                        it -> it.tap("1", "查账单")),
                new WechatRule("mp: a payment allows any number within 48 h", bench -> {
                    var phone = bench.phone(bench.mp);
                    phone.pay();
                    for (int i = 0; i < 30; i++) {
                        assertThat(bench.send(bench.mp, phone, "谢谢")).isZero();
                    }
                    bench.pass(TWO_DAYS);
                    assertThat(bench.send(bench.mp, phone, "谢谢")).isEqualTo(TIME);
                }),
                new WechatRule("the next message fills up and never adds to", bench -> {
                    var phone = bench.phone(bench.ma);
                    phone.text("一");
                    phone.text("二");
                    assertThat(bench.send(bench.ma, phone, "1")).isZero();
                    assertThat(phone.left().getFirst().left()).isEqualTo(4);
                    phone.text("三");
                    assertThat(phone.left()).hasSize(1);
                    assertThat(phone.left().getFirst().left()).isEqualTo(5);
                }),
                new WechatRule(
                        "nobody wrote: 45015",
                        bench -> assertThat(bench.send(bench.mp, bench.phone(bench.mp), "你好"))
                                .isEqualTo(TIME)),
                new WechatRule("what was refused takes nothing", bench -> {
                    var phone = bench.phone(bench.mp);
                    phone.text("你好");
                    assertThat(bench.send(bench.mp, phone, "字".repeat(683))).isEqualTo(45002);
                    assertThat(phone.left().getFirst().left()).isEqualTo(5);
                }),
                new WechatRule("20 a message was the rule until it was cut", bench -> {
                    bench.mp.change(it -> it.withPerMessage(20));
                    var phone = bench.phone(bench.mp);
                    phone.text("你好");
                    for (int i = 0; i < 20; i++) {
                        assertThat(bench.send(bench.mp, phone, "x")).isZero();
                    }
                    assertThat(bench.send(bench.mp, phone, "x")).isEqualTo(COUNT);
                }),
                new WechatRule("who does not follow any more gets nothing: 45015", bench -> {
                    var phone = bench.phone(bench.mp);
                    phone.text("你好");
                    phone.unfollow();
                    assertThat(bench.send(bench.mp, phone, "x")).isEqualTo(TIME);
                }),
                new WechatRule("who refuses gets nothing: 48002", bench -> {
                    var phone = bench.phone(bench.mp);
                    phone.text("你好");
                    phone.refuses(true);
                    assertThat(bench.send(bench.mp, phone, "x")).isEqualTo(48002);
                }),
                new WechatRule("an account that is not verified has no service messages: 48001", bench -> {
                    bench.mp.change(it -> it.with(Quirk.UNVERIFIED));
                    var phone = bench.phone(bench.mp);
                    phone.text("你好");
                    assertThat(bench.send(bench.mp, phone, "x")).isEqualTo(48001);
                }),
                new WechatRule("another account's customer: 40003", bench -> {
                    var phone = bench.phone(bench.ma);
                    phone.text("你好");
                    assertThat(bench.send(bench.mp, phone, "x")).isEqualTo(40003);
                }),
                new WechatRule("2,048 bytes of text are allowed, one more is too long: 45002", bench -> {
                    var phone = bench.phone(bench.mp);
                    phone.text("你好");
                    assertThat(bench.send(bench.mp, phone, "字".repeat(682) + "ab"))
                            .isZero();
                    assertThat(bench.send(bench.mp, phone, "字".repeat(682) + "abc"))
                            .isEqualTo(45002);
                }),
                new WechatRule("a mini-program sends text, image, link and page; news 45162, voice 40008", bench -> {
                    var phone = bench.phone(bench.ma);
                    phone.text("你好");
                    assertThat(raw(bench, bench.ma, phone, "link", Map.of("title", "t", "url", "https://example.com")))
                            .isZero();
                    assertThat(raw(bench, bench.ma, phone, "news", Map.of("a", "b")))
                            .isEqualTo(45162);
                    assertThat(raw(bench, bench.ma, phone, "voice", Map.of("media_id", "b")))
                            .isEqualTo(40008);
                    assertThat(raw(bench, bench.mp, bench.phone(bench.mp), "link", Map.of("a", "b")))
                            .isEqualTo(40008);
                }),
                new WechatRule("a message that is sent stands on the phone", bench -> {
                    var phone = bench.phone(bench.ma);
                    phone.text("你好");
                    bench.send(bench.ma, phone, "您好，请讲");
                    assertThat(phone.bubbles().getLast().from()).isEqualTo(From.SERVICE);
                    assertThat(phone.bubbles().getLast().text()).isEqualTo("您好，请讲");
                }),
                new WechatRule("the other address of the documentation does not work", bench -> {
                    var phone = bench.phone(bench.ma);
                    phone.text("你好");
                    assertThat(WechatBench.code(bench.post(
                                    "/cgi-bin/message/custom/business/send?access_token=" + bench.token(bench.ma),
                                    Map.of())))
                            .isEqualTo(40066);
                }),
                new WechatRule("typing: within 30 s, for 15 s, not while it is shown", bench -> {
                    var phone = bench.phone(bench.mp);
                    phone.text("你好");
                    assertThat(typing(bench, phone, "Typing")).isZero();
                    assertThat(phone.seesTyping()).isTrue();
                    bench.pass(Duration.ofSeconds(14));
                    assertThat(typing(bench, phone, "Typing")).isEqualTo(45081);
                    bench.pass(Duration.ofSeconds(1));
                    assertThat(phone.seesTyping()).isFalse();
                    assertThat(typing(bench, phone, "Typing")).isZero();
                    assertThat(typing(bench, phone, "CancelTyping")).isZero();
                    assertThat(phone.seesTyping()).isFalse();
                    bench.pass(Duration.ofSeconds(16));
                    assertThat(typing(bench, phone, "Typing")).isEqualTo(45080);
                    assertThat(typing(bench, phone, "typing")).isEqualTo(45072);
                }),
                new WechatRule("error codes are counted", bench -> {
                    var phone = bench.phone(bench.mp);
                    bench.send(bench.mp, phone, "x");
                    phone.text("你好");
                    bench.send(bench.mp, phone, "x");
                    assertThat(bench.simulator.codes()).containsEntry(TIME, 1).containsEntry(0, 3);
                }));
    }

    private static WechatRule allows(String says, int count, Duration within, boolean official, Acts acts) {
        return new WechatRule(says, bench -> {
            var account = official ? bench.mp : bench.ma;
            var phone = bench.phone(account);
            acts.by(phone);
            for (int i = 0; i < count; i++) {
                assertThat(bench.send(account, phone, "第 " + i)).isZero();
            }
            assertThat(bench.send(account, phone, "多")).isEqualTo(COUNT);
            bench.pass(within);
            assertThat(bench.send(account, phone, "晚")).isEqualTo(TIME);
            try (var inTime = new WechatBench()) {
                var same = official ? inTime.mp : inTime.ma;
                acts.by(inTime.phone(same));
                inTime.pass(within.minusSeconds(1));
                assertThat(inTime.send(same, inTime.phone(same), "还来得及")).isZero();
                inTime.pass(Duration.ofSeconds(1));
                assertThat(inTime.send(same, inTime.phone(same), "晚")).isEqualTo(TIME);
            }
        });
    }

    private static int typing(WechatBench bench, CustomerPhone phone, String command) {
        return WechatBench.code(bench.post(
                "/cgi-bin/message/custom/typing?access_token=" + bench.token(bench.mp),
                Map.of("touser", phone.id(), "command", command)));
    }

    private static int raw(
            WechatBench bench, PlatformAccount account, CustomerPhone phone, String kind, Map<String, String> body) {
        return WechatBench.code(bench.post(
                "/cgi-bin/message/custom/send?access_token=" + bench.token(account),
                Map.of("touser", phone.id(), "msgtype", kind, kind, body)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void the_rule_holds(WechatRule rule) throws Exception {
        rule.holds();
    }
}
