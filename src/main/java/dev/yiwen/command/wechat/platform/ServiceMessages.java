package dev.yiwen.command.wechat.platform;

import com.fasterxml.jackson.databind.JsonNode;
import dev.yiwen.command.wechat.platform.AccountSettings.Quirk;
import dev.yiwen.command.wechat.platform.Bubble.From;
import dev.yiwen.command.wechat.platform.PlatformAccount.Kind;
import dev.yiwen.command.wechat.push.PushFields;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Messages that official accounts and mini-programs send by the interface. Each call throws the platform's error. */
public final class ServiceMessages {
    static final int TEXT_BYTES = 2048;
    private static final Set<String> MP = Set.of(
            "text",
            "image",
            "voice",
            "video",
            "music",
            "news",
            "mpnews",
            "mpnewsarticle",
            "msgmenu",
            "wxcard",
            "miniprogrampage");
    private static final Set<String> MA = Set.of("text", "image", "link", "miniprogrampage");
    private static final Duration TYPING_AFTER = Duration.ofSeconds(30);
    private static final Duration TYPING_LASTS = Duration.ofSeconds(15);

    private final WechatPlatform platform;

    ServiceMessages(WechatPlatform platform) {
        this.platform = platform;
    }

    /** {@code /cgi-bin/message/custom/send} */
    public void send(PlatformAccount account, JsonNode message) {
        var customer = recipient(account, message);
        var kind = message.path("msgtype").asText();
        if (account.kind() == Kind.MA && kind.equals("news")) {
            throw PlatformError.NEWS.refusal();
        }
        if (!(account.kind() == Kind.MA ? MA : MP).contains(kind)) {
            throw PlatformError.MESSAGE_TYPE.refusal();
        }
        if (account.is(Quirk.UNVERIFIED)) {
            throw PlatformError.NO_PERMISSION.refusal();
        }
        var now = platform.now();
        var shown = content(account, kind, message.path(kind), now);
        if (!customer.follows) {
            throw PlatformError.OUT_OF_TIME.refusal();
        }
        if (customer.refuses) {
            throw PlatformError.USER_REFUSES.refusal();
        }
        switch (customer.budget.spend(now)) {
            case TIME -> throw PlatformError.OUT_OF_TIME.refusal();
            case COUNT -> throw PlatformError.OUT_OF_COUNT.refusal();
            case NO -> {
                customer.typingUntil = null;
                customer.show(Long.toString(platform.nextMessage()), now, From.SERVICE, kind, shown);
            }
        }
    }

    /** {@code /cgi-bin/message/custom/typing} */
    public void typing(PlatformAccount account, JsonNode message) {
        var customer = recipient(account, message);
        var now = platform.now();
        switch (message.path("command").asText()) {
            case "Typing" -> {
                var acted = customer.lastActed;
                if (acted == null || acted.plus(TYPING_AFTER).isBefore(now)) {
                    throw PlatformError.TYPING_TOO_LATE.refusal();
                }
                if (customer.typingUntil != null && customer.typingUntil.isAfter(now)) {
                    throw PlatformError.TYPING_ALREADY.refusal();
                }
                customer.typingUntil = now.plus(TYPING_LASTS);
            }
            case "CancelTyping" -> customer.typingUntil = null;
            default -> throw PlatformError.TYPING_COMMAND.refusal();
        }
    }

    /** {@code /cgi-bin/message/subscribe/send} of mini-programs, {@code …/bizsend} of official accounts. */
    public void subscribe(PlatformAccount account, JsonNode message) {
        var customer = recipient(account, message);
        var template = message.path("template_id").asText();
        if (template.isBlank()) {
            throw PlatformError.TEMPLATE.refusal();
        }
        var data = message.path("data");
        TemplateFields.check(data);
        int consents = customer.consents.getOrDefault(template, 0);
        if (consents == 0) {
            throw PlatformError.NO_CONSENT.refusal();
        }
        customer.consents.put(template, consents - 1);
        var shown = new LinkedHashMap<String, String>();
        shown.put("template_id", template);
        shown.put("page", message.path("page").asText());
        data.properties()
                .forEach(
                        it -> shown.put(it.getKey(), it.getValue().path("value").asText()));
        long id = platform.nextMessage();
        customer.show(Long.toString(id), platform.now(), From.SERVICE, "subscribe", shown);
        var result = new LinkedHashMap<String, Object>();
        result.put("TemplateId", template);
        result.put("MsgID", id);
        result.put("ErrorCode", "0");
        result.put("ErrorStatus", "success");
        new CustomerPushes(platform, customer)
                .told(
                        "subscribe_msg_sent_event",
                        Map.of("List", new PushFields.Groups("SubscribeMsgSentEvent", List.of(result))));
    }

    private CustomerSide recipient(PlatformAccount account, JsonNode message) {
        return platform.customer(account, "", message.path("touser").asText())
                .orElseThrow(PlatformError.OPENID::refusal);
    }

    private Map<String, String> content(PlatformAccount account, String kind, JsonNode body, Instant now) {
        if (!body.isObject()) {
            throw PlatformError.PARAMETER.refusal();
        }
        switch (kind) {
            case "text" -> {
                var text = body.path("content").asText();
                if (text.isEmpty()) {
                    throw PlatformError.PARAMETER.refusal();
                }
                if (text.getBytes(StandardCharsets.UTF_8).length > TEXT_BYTES) {
                    throw PlatformError.TOO_LONG.refusal();
                }
            }
            case "image", "voice", "video" ->
                platform.media.get(account.id(), body.path("media_id").asText(), now);
            case "miniprogrampage" ->
                platform.media.get(account.id(), body.path("thumb_media_id").asText(), now);
            default -> {
                // Nothing of them is checked.
            }
        }
        return flat(body);
    }

    /** Fields by their names, what is nested as JSON. */
    static Map<String, String> flat(JsonNode body) {
        var fields = new LinkedHashMap<String, String>();
        body.properties()
                .forEach(it -> fields.put(
                        it.getKey(),
                        it.getValue().isValueNode()
                                ? it.getValue().asText()
                                : it.getValue().toString()));
        return fields;
    }
}
