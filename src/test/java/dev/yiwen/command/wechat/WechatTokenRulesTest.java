package dev.yiwen.command.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Access tokens: how long they live, which are valid beside each other, how often they may be forced. */
class WechatTokenRulesTest {
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    static Stream<WechatRule> rules() {
        return Stream.of(
                new WechatRule("a token lives 7,200 s and has 512 characters", bench -> {
                    var grant = bench.stable(bench.mp, false);
                    assertThat(grant.path("expires_in").asInt()).isEqualTo(7200);
                    assertThat(grant.path("access_token").asText()).hasSize(512);
                    assertThat(used(bench, grant.path("access_token").asText())).isEqualTo(40003);
                    bench.pass(Duration.ofSeconds(7199));
                    assertThat(used(bench, grant.path("access_token").asText())).isEqualTo(40003);
                    bench.pass(Duration.ofSeconds(1));
                    assertThat(used(bench, grant.path("access_token").asText())).isEqualTo(42001);
                }),
                new WechatRule("the stable token stays the same until five minutes before its end", bench -> {
                    var first = bench.stable(bench.ma, false);
                    bench.pass(Duration.ofSeconds(6000));
                    var again = bench.stable(bench.ma, false);
                    assertThat(again.path("access_token")).isEqualTo(first.path("access_token"));
                    assertThat(again.path("expires_in").asInt()).isEqualTo(1200);
                    bench.pass(Duration.ofSeconds(900));
                    var next = bench.stable(bench.ma, false);
                    assertThat(next.path("access_token")).isNotEqualTo(first.path("access_token"));
                }),
                new WechatRule("a forced one leaves the one before valid for five minutes", bench -> {
                    var first =
                            bench.stable(bench.mp, false).path("access_token").asText();
                    var forced =
                            bench.stable(bench.mp, true).path("access_token").asText();
                    assertThat(forced).isNotEqualTo(first);
                    bench.pass(FIVE_MINUTES.minusSeconds(1));
                    assertThat(used(bench, first)).isEqualTo(40003);
                    bench.pass(Duration.ofSeconds(1));
                    assertThat(used(bench, first)).isEqualTo(42001);
                    assertThat(used(bench, forced)).isEqualTo(40003);
                }),
                new WechatRule("forced ones are 30 s apart", bench -> {
                    bench.stable(bench.mp, true);
                    bench.pass(Duration.ofSeconds(29));
                    assertThat(WechatBench.code(bench.stable(bench.mp, true))).isEqualTo(45011);
                    bench.pass(Duration.ofSeconds(1));
                    assertThat(WechatBench.code(bench.stable(bench.mp, true))).isZero();
                }),
                new WechatRule("forced ones are 20 a day", bench -> {
                    for (int i = 0; i < 20; i++) {
                        assertThat(WechatBench.code(bench.stable(bench.mp, true)))
                                .isZero();
                        bench.pass(Duration.ofSeconds(30));
                    }
                    assertThat(WechatBench.code(bench.stable(bench.mp, true))).isEqualTo(45009);
                    bench.pass(Duration.ofDays(1));
                    assertThat(WechatBench.code(bench.stable(bench.mp, true))).isZero();
                }),
                new WechatRule("the plain token is new each time, the one before valid for five minutes", bench -> {
                    var first = bench.token(bench.mp);
                    var second = bench.token(bench.mp);
                    assertThat(second).isNotEqualTo(first);
                    assertThat(used(bench, first)).isEqualTo(40003);
                    bench.pass(FIVE_MINUTES);
                    assertThat(used(bench, first)).isEqualTo(42001);
                }),
                new WechatRule("a plain token does not touch the stable one", bench -> {
                    var stable =
                            bench.stable(bench.mp, false).path("access_token").asText();
                    bench.token(bench.mp);
                    bench.token(bench.mp);
                    bench.pass(FIVE_MINUTES.plusSeconds(1));
                    assertThat(used(bench, stable)).isEqualTo(40003);
                }),
                new WechatRule("WeCom hands out the same until its end", bench -> {
                    var first = bench.token(bench.kf);
                    bench.pass(Duration.ofSeconds(7000));
                    assertThat(bench.token(bench.kf)).isEqualTo(first);
                    bench.pass(Duration.ofSeconds(200));
                    assertThat(bench.token(bench.kf)).isNotEqualTo(first);
                }),
                new WechatRule("another's refresh, or a reset secret: 40001, of WeCom 40014", bench -> {
                    var mp = bench.token(bench.mp);
                    var kf = bench.token(bench.kf);
                    bench.simulator.platform().revokeTokens(bench.mp);
                    bench.simulator.platform().revokeTokens(bench.kf);
                    assertThat(used(bench, mp)).isEqualTo(40001);
                    assertThat(WechatBench.code(bench.get("/cgi-bin/kf/account/list?access_token=" + kf)))
                            .isEqualTo(40014);
                    assertThat(bench.token(bench.kf)).isNotEqualTo(kf);
                }),
                new WechatRule("no token: 41001; nobody's: 40001", bench -> {
                    assertThat(used(bench, "")).isEqualTo(41001);
                    assertThat(used(bench, "x")).isEqualTo(40001);
                }),
                new WechatRule("a token of one kind does not open the other", bench -> {
                    assertThat(used(bench, bench.token(bench.kf))).isEqualTo(40001);
                    assertThat(WechatBench.code(
                                    bench.get("/cgi-bin/kf/account/list?access_token=" + bench.token(bench.mp))))
                            .isEqualTo(40014);
                }),
                new WechatRule("another secret: 40125, of WeCom 40001; another id: 40013", bench -> {
                    assertThat(WechatBench.code(bench.get("/cgi-bin/token?grant_type=client_credential&appid="
                                    + bench.mp.id() + "&secret=x")))
                            .isEqualTo(40125);
                    assertThat(WechatBench.code(
                                    bench.get("/cgi-bin/gettoken?corpid=" + bench.kf.id() + "&corpsecret=x")))
                            .isEqualTo(40001);
                    assertThat(WechatBench.code(
                                    bench.get("/cgi-bin/token?grant_type=client_credential&appid=wx0&secret=x")))
                            .isEqualTo(40013);
                }),
                new WechatRule("a stable token is asked for by POST and JSON", bench -> {
                    assertThat(WechatBench.code(bench.get("/cgi-bin/stable_token")))
                            .isEqualTo(43002);
                    assertThat(WechatBench.code(bench.post("/cgi-bin/stable_token", "x")))
                            .isEqualTo(47001);
                }),
                new WechatRule("a login code is good once, for five minutes, and brings openid and unionid", bench -> {
                    var phone = bench.phone(bench.ma);
                    var code = phone.login();
                    var session = login(bench, code);
                    assertThat(session.path("openid").asText()).isEqualTo(phone.id());
                    assertThat(session.path("unionid").asText()).isEqualTo(phone.unionId());
                    assertThat(WechatBench.code(login(bench, code))).isEqualTo(40163);
                    var late = phone.login();
                    bench.pass(FIVE_MINUTES);
                    assertThat(WechatBench.code(login(bench, late))).isEqualTo(40029);
                }),
                new WechatRule("one person has an openid of each account and one unionid", bench -> {
                    var mp = bench.phone(bench.mp);
                    var ma = bench.phone(bench.ma);
                    assertThat(mp.id()).isNotEqualTo(ma.id()).hasSize(28);
                    assertThat(mp.unionId()).isEqualTo(ma.unionId());
                    assertThat(bench.get("/cgi-bin/user/info?access_token=" + bench.token(bench.mp) + "&openid="
                                            + mp.id())
                                    .path("unionid")
                                    .asText())
                            .isEqualTo(mp.unionId());
                }));
    }

    private static com.fasterxml.jackson.databind.JsonNode login(WechatBench bench, String code) {
        return bench.get("/sns/jscode2session?grant_type=authorization_code&appid=" + bench.ma.id() + "&secret="
                + bench.ma.settings().secret() + "&js_code=" + code);
    }

    /** 40003 says that the token was good: there is no such customer. */
    private static int used(WechatBench bench, String token) {
        return WechatBench.code(bench.post(
                "/cgi-bin/message/custom/send?access_token=" + token,
                Map.of("touser", "nobody", "msgtype", "text", "text", Map.of("content", "x"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void the_rule_holds(WechatRule rule) throws Exception {
        rule.holds();
    }
}
