package dev.yiwen.command.wechat.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.yiwen.command.wechat.platform.AccountSettings.Quirk;
import dev.yiwen.command.wechat.platform.Bubble.From;
import dev.yiwen.command.wechat.platform.ReplyBudget.Spent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What is sent to customers of WeCom kf by the interface. Each call throws the platform's error. */
public final class KfSending {
    private static final Set<String> KINDS = Set.of(
            "text",
            "image",
            "voice",
            "video",
            "file",
            "link",
            "miniprogram",
            "msgmenu",
            "location",
            "business_card",
            "ca_link");
    private static final Pattern MESSAGE_ID = Pattern.compile("[0-9a-zA-Z_-]{1,32}");
    private static final int MENU_TEXT_BYTES = 1024;
    private static final int MENU_ENTRIES = 10;
    private static final int MENU_ID_BYTES = 64;
    private static final int MENU_CONTENT_BYTES = 128;
    private static final int BOUND = 100_000;

    private final WechatPlatform platform;
    private final KfDesk desk;
    private final Set<String> used = new LinkedHashSet<>();
    private final Map<String, Code> codes = new LinkedHashMap<>();

    KfSending(WechatPlatform platform, KfDesk desk) {
        this.platform = platform;
        this.desk = desk;
    }

    /** Why a message of an event may be sent. */
    enum Occasion {
        WELCOME(Duration.ofSeconds(20), true),
        /** Into the pool, or out of it to a person. */
        POOL(KfDesk.WINDOW, false),
        END(Duration.ofSeconds(20), true);

        private final Duration life;
        private final boolean menu;

        Occasion(Duration life, boolean menu) {
            this.life = life;
            this.menu = menu;
        }
    }

    /** Why a message that was accepted did not arrive, by the platform's numbers. */
    public enum Failure {
        OVER_48_HOURS(4),
        CLOSED(5),
        OVER_FIVE(6),
        REFUSED(10);

        private final int number;

        Failure(int number) {
            this.number = number;
        }

        public int number() {
            return number;
        }
    }

    private record Code(KfSession session, Occasion occasion, Instant until) {}

    String code(KfSession session, Occasion occasion) {
        var code = platform.draws.letters(32);
        codes.put(code, new Code(session, occasion, platform.now().plus(occasion.life)));
        if (codes.size() > BOUND) {
            codes.remove(codes.keySet().iterator().next());
        }
        return code;
    }

    /** {@code send_msg}; the message's id. */
    public String send(PlatformAccount corp, JsonNode message) {
        var session = desk.session(
                corp, message.path("open_kfid").asText(), message.path("touser").asText());
        var kind = kind(message, KINDS);
        var shown = content(corp, kind, message.path(kind));
        var id = id(corp, message);
        if (corp.is(Quirk.UNVERIFIED) || !session.state.sendable()) {
            throw PlatformError.KF_STATE.refusal();
        }
        var customer = session.customer;
        var now = platform.now();
        var spent = customer.budget.spend(now);
        if (spent != Spent.NO && !corp.is(Quirk.FAILS_LATER)) {
            throw (spent == Spent.TIME ? PlatformError.KF_TIME : PlatformError.KF_COUNT).refusal();
        }
        used(corp, id);
        switch (spent) {
            case TIME -> failed(session, id, Failure.OVER_48_HOURS.number());
            case COUNT -> failed(session, id, Failure.OVER_FIVE.number());
            case NO -> {
                if (customer.refuses) {
                    failed(session, id, Failure.REFUSED.number());
                } else {
                    customer.show(id, now, From.SERVICE, kind, shown);
                }
            }
        }
        return id;
    }

    /** {@code send_msg} that is accepted and fails afterwards, with that {@code fail_type}; the message's id. */
    public String sendInVain(PlatformAccount corp, JsonNode message, int failType) {
        var session = desk.session(
                corp, message.path("open_kfid").asText(), message.path("touser").asText());
        var id = id(corp, message);
        used(corp, id);
        failed(session, id, failType);
        return id;
    }

    private void failed(KfSession session, String id, int failType) {
        desk.event(
                session,
                "msg_send_fail",
                JsonNodeFactory.instance.objectNode().put("fail_msgid", id).put("fail_type", failType));
    }

    /** {@code send_msg_on_event}: once for a code, while it lives; none of the five. */
    public String sendOnEvent(PlatformAccount corp, JsonNode message) {
        var code = codes.get(message.path("code").asText());
        if (code == null || code.session().line.corp != corp || !code.until().isAfter(platform.now())) {
            throw PlatformError.CODE.refusal();
        }
        var kind = kind(message, code.occasion().menu ? Set.of("text", "msgmenu") : Set.of("text"));
        var shown = content(corp, kind, message.path(kind));
        var id = id(corp, message);
        codes.remove(message.path("code").asText());
        used(corp, id);
        code.session().customer.show(id, platform.now(), From.SERVICE, kind, shown);
        return id;
    }

    private static String kind(JsonNode message, Set<String> allowed) {
        var kind = message.path("msgtype").asText();
        if (!allowed.contains(kind)) {
            throw PlatformError.MESSAGE_TYPE.refusal();
        }
        return kind;
    }

    private String id(PlatformAccount corp, JsonNode message) {
        if (!message.hasNonNull("msgid") || message.path("msgid").asText().isEmpty()) {
            return platform.draws.letters(32);
        }
        var id = message.path("msgid").asText();
        if (!MESSAGE_ID.matcher(id).matches()) {
            throw PlatformError.PARAMETER.refusal();
        }
        if (used.contains(corp.id() + " " + id)) {
            throw PlatformError.KF_REPEATED.refusal();
        }
        return id;
    }

    private void used(PlatformAccount corp, String id) {
        used.add(corp.id() + " " + id);
        if (used.size() > BOUND) {
            used.remove(used.iterator().next());
        }
    }

    private Map<String, String> content(PlatformAccount corp, String kind, JsonNode body) {
        if (!body.isObject()) {
            throw PlatformError.PARAMETER.refusal();
        }
        switch (kind) {
            case "text" -> {
                if (body.path("content").asText().isEmpty()) {
                    throw PlatformError.PARAMETER.refusal();
                }
                limit(body.path("content"), ServiceMessages.TEXT_BYTES);
            }
            case "image", "voice", "video", "file" ->
                platform.media.get(corp.id(), body.path("media_id").asText(), platform.now());
            case "msgmenu" -> menu(body);
            default -> {
                // Nothing of them is checked.
            }
        }
        return ServiceMessages.flat(body);
    }

    private static void menu(JsonNode body) {
        limit(body.path("head_content"), MENU_TEXT_BYTES);
        limit(body.path("tail_content"), MENU_TEXT_BYTES);
        var list = body.path("list");
        if (list.size() > MENU_ENTRIES) {
            throw PlatformError.KF_MENU.refusal();
        }
        for (var entry : list) {
            var type = entry.path("type").asText();
            if (!Set.of("click", "view", "miniprogram", "text").contains(type)) {
                throw PlatformError.PARAMETER.refusal();
            }
            if (type.equals("click")) {
                limit(entry.path("click").path("id"), MENU_ID_BYTES);
                limit(entry.path("click").path("content"), MENU_CONTENT_BYTES);
            }
        }
    }

    private static void limit(JsonNode text, int bytes) {
        if (text.asText("").getBytes(StandardCharsets.UTF_8).length > bytes) {
            throw PlatformError.TOO_LONG.refusal();
        }
    }
}
