package dev.yiwen.command.wechat.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.yiwen.command.wechat.platform.PlatformAccount;
import dev.yiwen.command.wechat.platform.WechatPlatform;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Function;

/** {@code qyapi.weixin.qq.com}: WeCom kf. */
final class WecomInterface {
    private final WechatPlatform platform;

    WecomInterface(WechatPlatform platform) {
        this.platform = platform;
    }

    /** Empty for a path that is not its own. */
    Optional<WireAnswer> answer(WireCall call) {
        return Optional.ofNullable(
                switch (call.path()) {
                    case "/cgi-bin/gettoken" -> token(call);
                    case "/cgi-bin/kf/sync_msg" -> {
                        var asked = call.json();
                        yield inTurn(call, it -> fetch(it, asked));
                    }
                    case "/cgi-bin/kf/send_msg" -> {
                        var message = call.json();
                        yield inTurn(call, it -> sent(platform.kf().sending().send(it, message)));
                    }
                    case "/cgi-bin/kf/send_msg_on_event" -> {
                        var message = call.json();
                        yield inTurn(call, it -> sent(platform.kf().sending().sendOnEvent(it, message)));
                    }
                    case "/cgi-bin/kf/service_state/get" -> {
                        var asked = call.json();
                        yield inTurn(call, it -> state(it, asked));
                    }
                    case "/cgi-bin/kf/service_state/trans" -> {
                        var asked = call.json();
                        yield inTurn(call, it -> change(it, asked));
                    }
                    case "/cgi-bin/kf/customer/batchget" -> {
                        var asked = call.json();
                        yield inTurn(call, it -> customers(it, asked));
                    }
                    case "/cgi-bin/kf/account/list" -> inTurn(call, this::accounts);
                    case "/cgi-bin/kf/servicer/list" -> inTurn(call, it -> servicers(it, call.asked("open_kfid")));
                    default -> null;
                });
    }

    /** A message that is accepted and fails afterwards. */
    WireAnswer sentInVain(WireCall call, int failType) {
        var message = call.json();
        return inTurn(call, it -> sent(platform.kf().sending().sendInVain(it, message, failType)));
    }

    private WireAnswer inTurn(WireCall call, Function<PlatformAccount, WireAnswer> doing) {
        return platform.inTurn(() -> doing.apply(platform.owner(call.asked("access_token"), true)));
    }

    private WireAnswer token(WireCall call) {
        var token = platform.corporateToken(call.asked("corpid"), call.asked("corpsecret"));
        return WireAnswer.ok(
                WireAnswer.success().put("access_token", token.getKey()).put("expires_in", token.getValue()));
    }

    private WireAnswer fetch(PlatformAccount corp, JsonNode asked) {
        var page = platform.kf()
                .fetch(
                        corp,
                        asked.path("open_kfid").asText(),
                        asked.path("cursor").asText(),
                        asked.path("token").asText(),
                        asked.path("limit").asInt(),
                        asked.path("voice_format").asInt() == 1);
        var answer = WireAnswer.success().put("next_cursor", page.cursor()).put("has_more", page.more() ? 1 : 0);
        answer.putArray("msg_list").addAll(page.messages());
        return WireAnswer.ok(answer);
    }

    private static WireAnswer sent(String messageId) {
        return WireAnswer.ok(WireAnswer.success().put("msgid", messageId));
    }

    private WireAnswer state(PlatformAccount corp, JsonNode asked) {
        var state = platform.kf()
                .people()
                .state(
                        corp,
                        asked.path("open_kfid").asText(),
                        asked.path("external_userid").asText());
        var answer = WireAnswer.success().put("service_state", state.getKey());
        return WireAnswer.ok(state.getValue().isEmpty() ? answer : answer.put("servicer_userid", state.getValue()));
    }

    private WireAnswer change(PlatformAccount corp, JsonNode asked) {
        var code = platform.kf()
                .people()
                .change(
                        corp,
                        asked.path("open_kfid").asText(),
                        asked.path("external_userid").asText(),
                        asked.path("service_state").asInt(-1),
                        asked.path("servicer_userid").asText());
        return WireAnswer.ok(
                code.isEmpty() ? WireAnswer.success() : WireAnswer.success().put("msg_code", code));
    }

    private WireAnswer customers(PlatformAccount corp, JsonNode asked) {
        var ids = new ArrayList<String>();
        asked.path("external_userid_list").forEach(it -> ids.add(it.asText()));
        var found = platform.kf()
                .customers(corp, ids, asked.path("need_enter_session_context").asInt() == 1);
        var answer = WireAnswer.success();
        answer.putArray("customer_list").addAll(found);
        var unknown = answer.putArray("invalid_external_userid");
        ids.stream()
                .filter(id -> found.stream()
                        .noneMatch(it -> it.path("external_userid").asText().equals(id)))
                .forEach(unknown::add);
        return WireAnswer.ok(answer);
    }

    private WireAnswer accounts(PlatformAccount corp) {
        var answer = WireAnswer.success();
        var list = answer.putArray("account_list");
        platform.kf()
                .accounts(corp)
                .forEach((id, name) ->
                        list.addObject().put("open_kfid", id).put("name", name).put("manage_privilege", true));
        return WireAnswer.ok(answer);
    }

    private WireAnswer servicers(PlatformAccount corp, String openKfId) {
        var answer = WireAnswer.success();
        var list = answer.putArray("servicer_list");
        platform.kf()
                .people()
                .servicers(corp, openKfId)
                .forEach((id, receives) -> list.addObject().put("userid", id).put("status", receives ? 0 : 1));
        return WireAnswer.ok(answer);
    }
}
