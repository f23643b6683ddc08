package dev.yiwen.command.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.yiwen.command.wechat.AnsweringService.Answer;
import dev.yiwen.command.wechat.platform.CallbackFault;
import dev.yiwen.command.wechat.platform.PlatformAccount.Kind;
import dev.yiwen.command.wechat.platform.PlatformScript.Rule;
import dev.yiwen.command.wechat.platform.PushDelivery;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The simulator as it is led: over HTTP, with a running clock, by many at once. */
@NullUnmarked // a field that is missing fails the test
class WechatSimulatorTest {
    private static final int CUSTOMERS = 200;
    private static final int MESSAGES = 10;

    static Stream<WechatRule> led() {
        return Stream.of(
                new WechatRule("the clock is moved, and the time is told", bench -> {
                    var state = bench.post("/simulator/clock", Map.of("advance", "PT48H"));
                    assertThat(state.path("now").asText())
                            .isEqualTo(
                                    WechatBench.START.plus(Duration.ofHours(48)).toString());
                    assertThat(bench.post("/simulator/clock", Map.of("advance", "-PT1H"))
                                    .path("why")
                                    .asText())
                            .isNotEmpty();
                    assertThat(bench.post("/simulator/clock", Map.of("advance", "soon"))
                                    .path("why")
                                    .asText())
                            .isNotEmpty();
                }),
                new WechatRule("a phone is used, and shows what may still be sent", bench -> {
                    var shown = bench.post(phone(bench, "小王"), Map.of("do", "text", "text", "你好"));
                    assertThat(shown.path("bubbles")
                                    .get(0)
                                    .path("fields")
                                    .path("content")
                                    .asText())
                            .isEqualTo("你好");
                    assertThat(shown.path("left").get(0).path("left").asInt()).isEqualTo(5);
                    assertThat(bench.post(phone(bench, "小王"), Map.of("do", "fly"))
                                    .path("why")
                                    .asText())
                            .isNotEmpty();
                    assertThat(bench.get(phone(bench, "小赵")).path("bubbles")).isEmpty();
                }),
                new WechatRule(
                        "what an account of that kind lacks is refused",
                        bench -> assertThat(bench.post(phone(bench, "a"), Map.of("do", "voice"))
                                        .path("why")
                                        .asText())
                                .contains("MA")),
                new WechatRule("settings that are not said stay as they are", bench -> {
                    var before = bench.ma.settings();
                    bench.post("/simulator/accounts", Map.of("id", bench.ma.id(), "mode", "PLAIN"));
                    assertThat(bench.ma.settings().form().mode().name()).isEqualTo("PLAIN");
                    assertThat(bench.ma.settings().aesKey()).isEqualTo(before.aesKey());
                    assertThat(bench.ma.settings().callback()).isEqualTo(before.callback());
                    bench.post("/simulator/accounts", Map.of("id", bench.ma.id(), "callback", ""));
                    assertThat(bench.ma.settings().callback()).isNull();
                }),
                new WechatRule("a second account of a kind, and a second line of WeCom kf", bench -> {
                    bench.post("/simulator/accounts", Map.of("id", "wxSecond", "kind", "MP"));
                    var second = bench.simulator.platform().account("wxSecond").orElseThrow();
                    assertThat(second.kind()).isEqualTo(Kind.MP);
                    assertThat(bench.token(second)).isNotEmpty();
                    bench.post("/simulator/lines", Map.of("id", bench.kf.id(), "line", "wkSecond"));
                    var one = bench.simulator.phone(bench.kf, "小李");
                    var other = bench.simulator.platform().phone(bench.kf, "wkSecond", "小李");
                    assertThat(other.id()).isEqualTo(one.id());
                    other.text("另一个窗口");
                    assertThat(bench.sync("").path("msg_list")).isEmpty();
                    assertThat(bench.kf("sync_msg", Map.of("open_kfid", "wkSecond"))
                                    .path("msg_list"))
                            .hasSize(1);
                }),
                new WechatRule("another page in the browser does not lead it", bench -> {
                    var answer = bench.send(bench.request("/simulator/clock")
                            .header("Origin", "https://example.com")
                            .POST(BodyPublishers.ofString("{\"advance\":\"PT1H\"}")));
                    assertThat(answer.statusCode()).isEqualTo(403);
                    assertThat(bench.simulator.clock().instant()).isEqualTo(WechatBench.START);
                }),
                new WechatRule(
                        "a body beyond 25 MB is refused",
                        bench -> assertThat(bench.send(bench.request("/cgi-bin/media/upload?type=image")
                                                .POST(BodyPublishers.ofByteArray(new byte[(25 << 20) + 1])))
                                        .statusCode())
                                .isEqualTo(413)),
                new WechatRule("what came is listed, and sent again byte by byte", bench -> {
                    bench.phone(bench.mp).text("你好");
                    bench.simulator.settle();
                    var listed = bench.get("/simulator/deliveries")
                            .path("deliveries")
                            .get(0);
                    assertThat(listed.path("state").asText()).isEqualTo("TAKEN");
                    assertThat(bench.post(
                                            "/simulator/replay",
                                            Map.of(
                                                    "number",
                                                    listed.path("number").asLong()))
                                    .path("status")
                                    .asInt())
                            .isEqualTo(200);
                    assertThat(bench.service.received).hasSize(2);
                    assertThat(calls(bench)).isEmpty();
                    bench.token(bench.mp);
                    assertThat(calls(bench)).hasSize(1);
                }),
                new WechatRule("the page and its parts are there", bench -> {
                    for (var path : new String[] {"/", "/phone.js", "/texts.js", "/phone.css"}) {
                        assertThat(bench.send(bench.request(path).GET()).statusCode())
                                .isEqualTo(200);
                    }
                }),
                new WechatRule("a scene's parameter is cut at 128 bytes, and found with the customer", bench -> {
                    var phone = bench.phone(bench.kf);
                    phone.enter("shop", "参".repeat(60));
                    phone.text("你好");
                    var asked =
                            Map.of("external_userid_list", new String[] {phone.id()}, "need_enter_session_context", 1);
                    var context = bench.kf("customer/batchget", asked)
                            .path("customer_list")
                            .get(0)
                            .path("enter_session_context");
                    assertThat(context.path("scene").asText()).isEqualTo("shop");
                    assertThat(context.path("scene_param").asText()).isEqualTo("参".repeat(42));
                }),
                new WechatRule("a menu's page is an event and opens no window", bench -> {
                    var phone = bench.phone(bench.mp);
                    phone.view("https://example.com/bill");
                    assertThat(bench.received(bench.mp).getFirst())
                            .containsEntry("Event", "VIEW")
                            .containsEntry("EventKey", "https://example.com/bill");
                    assertThat(phone.left()).isEmpty();
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("led")
    void it_is_led_over_http(WechatRule rule) throws Exception {
        rule.holds();
    }

    private static String phone(WechatBench bench, String person) {
        return "/simulator/phone?account=" + bench.ma.id() + "&person="
                + java.net.URLEncoder.encode(person, java.nio.charset.StandardCharsets.UTF_8);
    }

    private static JsonNode calls(WechatBench bench) {
        return bench.get("/simulator/calls").path("calls");
    }

    @Test
    void a_running_clock_can_be_moved_ahead_with_its_retries() throws Exception {
        try (var service = new AnsweringService();
                var simulator = WechatSimulator.running(0, 1)) {
            service.answers = it -> new Answer(500, "");
            simulator.mp().change(it -> it.withCallback(service.address()));

            var done = simulator.phone(simulator.mp(), "a").text("你好");
            simulator.clock().advance(Duration.ofSeconds(11));

            assertThat(service.received).hasSize(3);
            assertThat(done.delivery().state()).isEqualTo(PushDelivery.State.GIVEN_UP);
        }
    }

    @Test
    void many_customers_at_once_with_duplicates_and_lost_answers_all_arrive() throws Exception {
        try (var bench = new WechatBench()) {
            bench.simulator.script().addCallback(new Rule<>(CallbackFault.DUPLICATE, "*", 0, -1, 0.05));
            bench.simulator.script().addCallback(new Rule<>(CallbackFault.IMPATIENT, "*", 0, -1, 0.05));

            IntStream.range(0, CUSTOMERS).parallel().forEach(customer -> {
                var phone = bench.simulator.phone(bench.mp, "客户 " + customer);
                IntStream.range(0, MESSAGES).forEach(i -> phone.text(customer + " " + i));
            });
            bench.pass(Duration.ofSeconds(20));

            var received = bench.received(bench.mp);
            assertThat(received).hasSizeGreaterThan(CUSTOMERS * MESSAGES);
            assertThat(received.stream().map(it -> it.get("MsgId")).collect(Collectors.toSet()))
                    .hasSize(CUSTOMERS * MESSAGES);
            assertThat(received.stream().map(it -> it.get("Content")).collect(Collectors.toSet()))
                    .hasSize(CUSTOMERS * MESSAGES);
        }
    }
}
