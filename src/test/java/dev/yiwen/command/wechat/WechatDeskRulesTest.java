package dev.yiwen.command.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.command.wechat.AnsweringService.Answer;
import dev.yiwen.command.wechat.platform.CustomerPhone;
import dev.yiwen.command.wechat.push.PushForm.Format;
import dev.yiwen.command.wechat.push.PushForm.Mode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The platform's own service desk: who goes there, and what is pushed meanwhile. */
@NullUnmarked // a field that is missing fails the test
class WechatDeskRulesTest {

    static Stream<WechatRule> rules() {
        return Stream.of(
                new WechatRule("a transfer to people counts for a message, not for an event", bench -> {
                    var phone = handedOver(bench, "");
                    assertThat(phone.bubbles().getLast().kind()).isEqualTo("transfer_customer_service");
                    phone.menu("people");
                    bench.simulator.settle();
                    assertThat(phone.bubbles().getLast().kind()).isEqualTo("service_fault");
                }),
                new WechatRule("who waits at the desk is pushed, whom somebody serves is not", bench -> {
                    var phone = handedOver(bench, "");
                    phone.text("还在吗");
                    assertThat(texts(bench)).containsExactly("转人工", "还在吗");
                    phone.desk().takes("kf2001@gh");
                    phone.text("您好");
                    assertThat(texts(bench)).containsExactly("转人工", "还在吗");
                    assertThat(bench.received(bench.mp).getLast())
                            .containsEntry("Event", "kf_create_session")
                            .containsEntry("KfAccount", "kf2001@gh");
                    phone.desk().ends();
                    phone.text("再问一个");
                    assertThat(texts(bench)).containsExactly("转人工", "还在吗", "再问一个");
                }),
                new WechatRule("a session that nobody ends is over after half an hour", bench -> {
                    var phone = handedOver(bench, "");
                    phone.desk().takes("kf2001@gh");
                    bench.simulator.clock().advance(Duration.ofMinutes(30));
                    phone.text("有人吗");
                    assertThat(texts(bench)).contains("有人吗");
                }),
                new WechatRule("whoever is named has the customer at once", bench -> {
                    var phone = handedOver(bench, "<TransInfo><KfAccount><![CDATA[kf7@gh]]></KfAccount></TransInfo>");
                    assertThat(bench.received(bench.mp).getLast()).containsEntry("KfAccount", "kf7@gh");
                    phone.desk().takes("kf8@gh");
                    assertThat(bench.received(bench.mp).getLast())
                            .containsEntry("Event", "kf_switch_session")
                            .containsEntry("FromKfAccount", "kf7@gh")
                            .containsEntry("ToKfAccount", "kf8@gh");
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void the_rule_holds(WechatRule rule) throws Exception {
        rule.holds();
    }

    private static CustomerPhone handedOver(WechatBench bench, String info) {
        bench.form(bench.mp, Format.XML, Mode.PLAIN);
        var phone = bench.phone(bench.mp);
        bench.service.answers = it -> new Answer(
                200,
                "<xml><ToUserName>" + phone.id() + "</ToUserName><MsgType>transfer_customer_service</MsgType>" + info
                        + "</xml>");
        phone.text("转人工");
        bench.simulator.settle();
        return phone;
    }

    private static List<String> texts(WechatBench bench) throws Exception {
        return bench.received(bench.mp).stream()
                .filter(it -> it.containsKey("Content"))
                .map((Map<String, String> it) -> it.get("Content"))
                .toList();
    }
}
