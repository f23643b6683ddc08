package dev.yiwen.command.wechat.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.yiwen.command.wechat.platform.AccountSettings;
import dev.yiwen.command.wechat.platform.AccountSettings.Quirk;
import dev.yiwen.command.wechat.platform.ApiFault;
import dev.yiwen.command.wechat.platform.CallbackFault;
import dev.yiwen.command.wechat.platform.PlatformAccount;
import dev.yiwen.command.wechat.platform.PlatformAccount.Kind;
import dev.yiwen.command.wechat.platform.PlatformRefusal;
import dev.yiwen.command.wechat.platform.PlatformScript;
import dev.yiwen.command.wechat.platform.PushDelivery;
import dev.yiwen.command.wechat.platform.WechatPlatform;
import dev.yiwen.command.wechat.push.PushForm;
import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** By which the simulator itself is led: clock, accounts, script, and what was done. What is wrong with a request is answered with 400. */
final class SimulatorInterface {
    private static final int SHOWN = 100;
    private static final int ACCOUNTS = 50;

    private final WechatPlatform platform;
    private final CallLedger ledger;
    private final PhoneInterface phones;

    SimulatorInterface(WechatPlatform platform, CallLedger ledger) {
        this.platform = platform;
        this.ledger = ledger;
        phones = new PhoneInterface(platform);
    }

    WireAnswer answer(WireCall call) {
        try {
            return switch (call.method() + " " + call.path()) {
                case "GET /simulator" -> WireAnswer.ok(state());
                case "POST /simulator/clock" -> clock(call.json());
                case "POST /simulator/accounts" -> changed(call.json());
                case "POST /simulator/lines" -> line(call.json());
                case "POST /simulator/verify" ->
                    WireAnswer.ok(WireAnswer.node().put("ok", platform.verify(account(call.json()))));
                case "POST /simulator/tokens/revoke" -> {
                    platform.revokeTokens(account(call.json()));
                    yield WireAnswer.ok(state());
                }
                case "POST /simulator/script" -> scripted(call.json());
                case "DELETE /simulator/script" -> {
                    platform.script().clear();
                    yield WireAnswer.ok(state());
                }
                case "GET /simulator/deliveries" -> deliveries();
                case "POST /simulator/replay" -> replay(call.json());
                case "GET /simulator/calls" -> calls();
                case "GET /simulator/phone" -> phones.shown(call);
                case "POST /simulator/phone" -> phones.done(call);
                default -> WireAnswer.text(404, "text/plain", "no such thing");
            };
        } catch (IllegalArgumentException | IllegalStateException | DateTimeParseException e) {
            return refused(String.valueOf(e.getMessage()));
        } catch (PlatformRefusal e) {
            return refused(e.code() + " " + e.getMessage());
        }
    }

    private static WireAnswer refused(String why) {
        return WireAnswer.json(400, WireAnswer.node().put("why", why));
    }

    private ObjectNode state() {
        var state = WireAnswer.node().put("now", platform.clock().instant().toString());
        var accounts = state.putArray("accounts");
        for (var account : platform.accounts()) {
            var shown = accounts.addObject()
                    .put("id", account.id())
                    .put("kind", account.kind().name())
                    .put("receiver", account.receiver());
            shown.setAll((ObjectNode) WireCall.JSON.valueToTree(account.settings()));
            if (account.kind() == Kind.KF) {
                shown.set("lines", WireCall.JSON.valueToTree(platform.kf().accounts(account)));
            }
        }
        var script = state.putObject("script");
        script.set("api", WireCall.JSON.valueToTree(platform.script().api()));
        script.set("callbacks", WireCall.JSON.valueToTree(platform.script().callbacks()));
        state.set("codes", WireCall.JSON.valueToTree(ledger.codes()));
        return state;
    }

    private WireAnswer clock(JsonNode asked) {
        platform.clock().advance(Duration.parse(asked.path("advance").asText()));
        return WireAnswer.ok(state());
    }

    private PlatformAccount account(JsonNode asked) {
        return platform.account(asked.path("id").asText())
                .orElseThrow(() -> new IllegalArgumentException("no such account"));
    }

    /** What is not said stays as it is; an id that is new makes an account of the kind that is said. */
    private WireAnswer changed(JsonNode asked) {
        var account = platform.account(asked.path("id").asText()).orElseGet(() -> another(asked));
        account.change(now -> new AccountSettings(
                asked.path("name").asText(now.name()),
                asked.path("secret").asText(now.secret()),
                asked.path("token").asText(now.token()),
                key(asked.path("aesKey").asText(now.aesKey())),
                asked.hasNonNull("callback") ? callback(asked.path("callback").asText()) : now.callback(),
                new PushForm(
                        asked.hasNonNull("format")
                                ? named(PushForm.Format.class, asked.path("format"))
                                : now.form().format(),
                        asked.hasNonNull("mode")
                                ? named(PushForm.Mode.class, asked.path("mode"))
                                : now.form().mode()),
                asked.path("perMessage").asInt(now.perMessage()),
                asked.has("quirks") ? quirks(asked.path("quirks")) : now.quirks()));
        return WireAnswer.ok(state());
    }

    private PlatformAccount another(JsonNode asked) {
        var id = asked.path("id").asText();
        if (!asked.has("kind")
                || !id.matches("[A-Za-z0-9_-]{1,64}")
                || platform.accounts().size() >= ACCOUNTS) {
            throw new IllegalArgumentException(
                    "an account has an id and a kind, and there are " + ACCOUNTS + " at most");
        }
        var kind = named(Kind.class, asked.path("kind"));
        var like = platform.accounts().stream()
                .filter(it -> it.kind() == kind)
                .findFirst()
                .orElseThrow();
        return platform.add(
                kind,
                id,
                kind == Kind.KF ? id : asked.path("receiver").asText("gh_" + id),
                like.settings().withCallback(null));
    }

    private WireAnswer line(JsonNode asked) {
        var id = asked.path("line").asText();
        if (!id.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new IllegalArgumentException("a line has an id");
        }
        platform.kf().open(account(asked), id, asked.path("name").asText(id));
        platform.kf()
                .people()
                .servicer(account(asked), id, asked.path("servicer").asText("servicer"), true);
        return WireAnswer.ok(state());
    }

    private static String key(String key) {
        if (!key.matches("[A-Za-z0-9]{43}")) {
            throw new IllegalArgumentException("an EncodingAESKey has 43 letters and digits");
        }
        return key;
    }

    private static @Nullable URI callback(String address) {
        if (address.isBlank()) {
            return null;
        }
        var uri = URI.create(address.strip());
        if (uri.getHost() == null || !(address.startsWith("http://") || address.startsWith("https://"))) {
            throw new IllegalArgumentException("a callback begins with http:// or https://");
        }
        return uri;
    }

    private static EnumSet<Quirk> quirks(JsonNode names) {
        var quirks = EnumSet.noneOf(Quirk.class);
        names.forEach(it -> quirks.add(named(Quirk.class, it)));
        return quirks;
    }

    private static <E extends Enum<E>> E named(Class<E> kind, JsonNode name) {
        return Enum.valueOf(kind, name.asText().toUpperCase(Locale.ROOT));
    }

    private WireAnswer scripted(JsonNode asked) {
        var where = asked.path("where").asText("*");
        int times = asked.path("times").asInt(1);
        double chance = asked.path("chance").asDouble(1);
        if (asked.path("on").asText().equals("callback")) {
            platform.script()
                    .addCallback(new PlatformScript.Rule<>(
                            named(CallbackFault.class, asked.path("fault")), where, 0, times, chance));
        } else {
            platform.script()
                    .add(new PlatformScript.Rule<>(
                            named(ApiFault.class, asked.path("fault")),
                            where,
                            asked.path("value").asInt(),
                            times,
                            chance));
        }
        return WireAnswer.ok(state());
    }

    private WireAnswer deliveries() {
        var answer = WireAnswer.node();
        var list = answer.putArray("deliveries");
        var all = platform.deliveries();
        all.subList(Math.max(0, all.size() - SHOWN), all.size()).reversed().forEach(it -> {
            var shown = list.addObject()
                    .put("number", it.number())
                    .put("account", it.account().id())
                    .put("message", it.messageId())
                    .put("state", it.state().name());
            var attempts = shown.putArray("attempts");
            it.attempts()
                    .forEach(attempt -> attempts.addObject()
                            .put("at", attempt.at().toString())
                            .put("outcome", attempt.outcome()));
        });
        return WireAnswer.ok(answer);
    }

    private WireAnswer replay(JsonNode asked) {
        PushDelivery delivery = platform.deliveries().stream()
                .filter(it -> it.number() == asked.path("number").asLong())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such delivery"));
        return WireAnswer.ok(WireAnswer.node().put("status", platform.replay(delivery)));
    }

    private WireAnswer calls() {
        var answer = WireAnswer.node();
        var list = answer.putArray("calls");
        var all = ledger.entries();
        all.subList(Math.max(0, all.size() - SHOWN), all.size())
                .reversed()
                .forEach(it -> list.addObject()
                        .put("at", it.at().toString())
                        .put("path", it.path())
                        .put("account", it.account())
                        .put("outcome", it.outcome()));
        return WireAnswer.ok(answer);
    }
}
