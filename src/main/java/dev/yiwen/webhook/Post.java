package dev.yiwen.webhook;

import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/**
 * What is sent, signed as of now: a signature is good for minutes, so each try has its own.
 *
 * <p>Robots: <a href="https://developer.work.weixin.qq.com/document/path/91770">WeCom</a>,
 * <a href="https://open.dingtalk.com/document/robots/customize-robot-security-settings">DingTalk</a>,
 * <a href="https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot">Feishu</a>. They get plain text, in which nothing has to be
 * escaped and addresses become links.
 */
record Post(String address, Map<String, String> headers, String body) {
    /** WeCom takes 2,048 bytes of text; a character has at most four. */
    private static final int MOST_CHARACTERS = 500;

    /** As the Standard Webhooks specification says. */
    static Post signed(String address, String id, String body, WebhookSecret secret, Instant now) {
        return new Post(
                address,
                Map.of(
                        "webhook-id", id,
                        "webhook-timestamp", Long.toString(now.getEpochSecond()),
                        "webhook-signature", secret.signature(id, now.getEpochSecond(), body)),
                body);
    }

    /** @param secret without a key where none is set */
    static Post toRobot(WebhookFormat robot, String address, String text, WebhookSecret secret, Instant now) {
        var said = text.codePoints()
                .limit(MOST_CHARACTERS)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return switch (robot) {
            case JSON -> throw new IllegalArgumentException("no robot");
            case WECOM -> new Post(address, Map.of(), spoken(said));
            case DINGTALK -> new Post(address + signedDingTalk(address, secret, now), Map.of(), spoken(said));
            case FEISHU -> new Post(address, Map.of(), feishu(said, secret, now));
        };
    }

    private static String spoken(String text) {
        return new JsonObject()
                .put("msgtype", "text")
                .put("text", new JsonObject().put("content", text))
                .encode();
    }

    private static String signedDingTalk(String address, WebhookSecret secret, Instant now) {
        if (secret.isEmpty()) {
            return "";
        }
        var said = now.toEpochMilli() + "\n" + secret.words();
        return (address.contains("?") ? "&" : "?") + "timestamp=" + now.toEpochMilli() + "&sign="
                + URLEncoder.encode(WebhookSecret.hmac(secret.key(), said), StandardCharsets.UTF_8);
    }

    private static String feishu(String text, WebhookSecret secret, Instant now) {
        var body = new JsonObject().put("msg_type", "text").put("content", new JsonObject().put("text", text));
        if (!secret.isEmpty()) {
            var key = now.getEpochSecond() + "\n" + secret.words();
            body.put("timestamp", Long.toString(now.getEpochSecond()))
                    // Time and secret are the key, and nothing is signed: so their page says.
                    .put("sign", WebhookSecret.hmac(key.getBytes(StandardCharsets.UTF_8), ""));
        }
        return body.encode();
    }
}
