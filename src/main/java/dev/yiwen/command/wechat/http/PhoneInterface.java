package dev.yiwen.command.wechat.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.yiwen.command.wechat.platform.Bubble;
import dev.yiwen.command.wechat.platform.CustomerPhone;
import dev.yiwen.command.wechat.platform.MediaRules;
import dev.yiwen.command.wechat.platform.PlatformAccount;
import dev.yiwen.command.wechat.platform.PlatformAccount.Kind;
import dev.yiwen.command.wechat.platform.ServiceDesk;
import dev.yiwen.command.wechat.platform.WechatPlatform;
import java.util.Base64;
import java.util.Map;

/** A customer's phone over HTTP: {@code /simulator/phone?account=…&line=…&person=…}; line is the open_kfid of WeCom kf. */
final class PhoneInterface {
    private static final int PERSON = 40;

    private final WechatPlatform platform;

    PhoneInterface(WechatPlatform platform) {
        this.platform = platform;
    }

    private record Asked(PlatformAccount account, String line, CustomerPhone phone) {}

    private Asked asked(WireCall call) {
        var account = platform.account(call.asked("account"))
                .orElseThrow(() -> new IllegalArgumentException("no such account"));
        var person = call.asked("person").strip();
        if (person.isEmpty() || person.length() > PERSON) {
            throw new IllegalArgumentException("say who, in up to " + PERSON + " characters");
        }
        var line = call.asked("line");
        return new Asked(
                account,
                line,
                account.kind() == Kind.KF ? platform.phone(account, line, person) : platform.phone(account, person));
    }

    WireAnswer shown(WireCall call) {
        return shown(asked(call));
    }

    private WireAnswer shown(Asked asked) {
        var phone = asked.phone();
        var shown = WireAnswer.node()
                .put("id", phone.id())
                .put("unionid", phone.unionId())
                .put("now", platform.clock().instant().toString())
                .put("typing", phone.seesTyping())
                .put("shown", phone.shown());
        shown.set(
                "left",
                WireCall.JSON.valueToTree(phone.left().stream()
                        .map(it -> Map.of(
                                "trigger",
                                it.trigger(),
                                "left",
                                it.left(),
                                "until",
                                it.until().toString()))
                        .toList()));
        if (asked.account().kind() == Kind.KF) {
            shown.put(
                    "state",
                    platform.kf().state(phone, asked.account(), asked.line()).number());
            shown.set(
                    "servicers",
                    WireCall.JSON.valueToTree(platform.kf().people().servicers(asked.account(), asked.line())));
        }
        var bubbles = shown.putArray("bubbles");
        phone.bubbles().forEach(it -> bubbles.add(bubble(it)));
        return WireAnswer.ok(shown);
    }

    private static ObjectNode bubble(Bubble bubble) {
        var shown = WireAnswer.node()
                .put("id", bubble.id())
                .put("at", bubble.at().toString())
                .put("from", bubble.from().name())
                .put("kind", bubble.kind());
        shown.set("fields", WireCall.JSON.valueToTree(bubble.fields()));
        return shown;
    }

    WireAnswer done(WireCall call) {
        var asked = asked(call);
        act(asked, call.json());
        return shown(asked);
    }

    private void act(Asked asked, JsonNode what) {
        var phone = asked.phone();
        switch (what.path("do").asText()) {
            case "text" -> phone.text(required(what, "text"));
            case "image" -> phone.image(bytes(what), what.path("contentType").asText("image/jpeg"));
            case "voice" -> phone.voice(what.hasNonNull("bytes") ? bytes(what) : MediaRules.silence());
            case "video" -> phone.video(bytes(what));
            case "file" -> phone.document(bytes(what), what.path("fileName").asText("file"));
            case "location" ->
                phone.location(
                        what.path("latitude").asDouble(),
                        what.path("longitude").asDouble(),
                        what.path("label").asText());
            case "link" ->
                phone.link(
                        required(what, "title"),
                        what.path("description").asText(),
                        what.path("url").asText());
            case "page" ->
                phone.page(
                        what.path("appId").asText(asked.account().id()),
                        required(what, "title"),
                        what.path("path").asText());
            case "tap" -> phone.tap(what.path("id").asText(), required(what, "text"));
            case "menu" -> phone.menu(required(what, "key"));
            case "view" -> phone.view(required(what, "url"));
            case "scan" -> phone.scan(required(what, "scene"));
            case "follow" ->
                phone.follow(what.hasNonNull("scene") ? what.path("scene").asText() : null);
            case "unfollow" -> phone.unfollow();
            case "pay" -> phone.pay();
            case "enter" -> {
                if (asked.account().kind() == Kind.KF) {
                    phone.enter(
                            what.path("scene").asText(), what.path("sceneParam").asText());
                } else {
                    phone.enter(what.path("sessionFrom").asText());
                }
            }
            case "recall" -> phone.recall(required(what, "id"));
            case "consent" ->
                phone.consent(required(what, "template"), what.path("accepts").asBoolean(true));
            case "refuse" -> phone.refuses(what.path("refuses").asBoolean(true));
            case "withdraw" -> phone.withdraw(required(what, "template"));
            case "servicer-takes", "servicer-says", "servicer-ends" -> {
                if (asked.account().kind() == Kind.KF) {
                    inWecom(asked, what);
                } else {
                    atDesk(phone.desk(), what);
                }
            }
            default -> throw new IllegalArgumentException("nobody can do that");
        }
    }

    private void inWecom(Asked asked, JsonNode what) {
        var people = platform.kf().people();
        switch (what.path("do").asText()) {
            case "servicer-takes" ->
                people.takes(asked.account(), asked.line(), asked.phone(), required(what, "servicer"));
            case "servicer-says" -> people.says(asked.account(), asked.line(), asked.phone(), required(what, "text"));
            default -> people.ends(asked.account(), asked.line(), asked.phone());
        }
    }

    private static void atDesk(ServiceDesk desk, JsonNode what) {
        switch (what.path("do").asText()) {
            case "servicer-takes" -> desk.takes(required(what, "servicer"));
            case "servicer-says" -> desk.says(required(what, "text"));
            default -> desk.ends();
        }
    }

    private static String required(JsonNode what, String field) {
        var text = what.path(field).asText();
        if (text.isBlank()) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return text;
    }

    private static byte[] bytes(JsonNode what) {
        return Base64.getDecoder().decode(required(what, "bytes"));
    }
}
