package dev.yiwen.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_599_360_473);
    private static final String ADDRESS = "https://robots.example.com/send?access_token=x";

    @Test
    void a_robot_without_a_secret_is_asked_as_it_is() {
        for (var robot : new WebhookFormat[] {WebhookFormat.WECOM, WebhookFormat.DINGTALK, WebhookFormat.FEISHU}) {
            var post = Post.toRobot(robot, ADDRESS, "告警", WebhookSecret.ofRobot(""), NOW);

            assertThat(post.address()).isEqualTo(ADDRESS);
            assertThat(post.body()).contains("告警").doesNotContain("sign");
        }
    }

    @Test
    void time_and_sign_are_in_the_address_of_dingtalk_and_in_the_body_of_feishu() {
        var secret = WebhookSecret.ofRobot("SEC+of/a=robot");

        // Computed with openssl: printf '1599360473000\nSEC+of/a=robot' | openssl dgst -sha256 -hmac 'SEC+of/a=robot'
        // -binary | base64
        assertThat(Post.toRobot(WebhookFormat.DINGTALK, ADDRESS, "x", secret, NOW)
                        .address())
                .isEqualTo(
                        ADDRESS + "&timestamp=1599360473000&sign=lkS1F%2BMohTfDOho%2BMw7WaE%2FkDWj7ViJYKNXWFV2Gee8%3D");
        var feishu = new JsonObject(
                Post.toRobot(WebhookFormat.FEISHU, ADDRESS, "x", secret, NOW).body());
        assertThat(feishu.getString("timestamp")).isEqualTo("1599360473");
        // printf '' | openssl dgst -sha256 -hmac $'1599360473\nSEC+of/a=robot' -binary | base64
        assertThat(feishu.getString("sign")).isEqualTo("4D4pyCo9NyMNLo6mMyeBuz4J/uGUCkBMGvj6clABegU=");
    }

    @Test
    void what_is_too_long_is_cut_between_characters() {
        var text = "😀告".repeat(1_000);

        var said = new JsonObject(Post.toRobot(WebhookFormat.WECOM, ADDRESS, text, WebhookSecret.ofRobot(""), NOW)
                        .body())
                .getJsonObject("text")
                .getString("content");

        assertThat(text).startsWith(said);
        assertThat(said.getBytes(StandardCharsets.UTF_8).length).isBetween(1_500, 2_048);
        assertThat(Character.isHighSurrogate(said.charAt(said.length() - 1))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"errcode\":0,\"errmsg\":\"ok\"} | 0 | false",
                "{\"StatusCode\":0,\"StatusMessage\":\"success\",\"code\":0,\"msg\":\"success\"} | 0 | false",
                "{\"errcode\":45009,\"errmsg\":\"api freq out of limit\"} | 45009 | true",
                "{\"code\":11232,\"msg\":\"frequency limited\"} | 11232 | true",
                "{\"code\":19024,\"msg\":\"Key Words Not Found\"} | 19024 | false",
                "<html>ok</html> | -1 | false",
                "{\"ok\":true} | -1 | false",
                "[] | -1 | false",
                "{\"errcode\":\"0\"} | -1 | false",
            })
    void http_200_is_not_enough(String body, int code, boolean tooMany) {
        var answer = RobotAnswer.of(body);

        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.good()).isEqualTo(code == 0);
        assertThat(answer.tooMany()).isEqualTo(tooMany);
    }
}
