package dev.yiwen.command.wechat.http;

import dev.yiwen.command.wechat.platform.PlatformAccount;
import dev.yiwen.command.wechat.platform.PlatformAccount.Kind;
import dev.yiwen.command.wechat.platform.PlatformError;
import dev.yiwen.command.wechat.platform.WechatPlatform;
import java.util.Optional;

/** {@code api.weixin.qq.com}: official accounts and mini-programs, and what they share with WeCom. */
final class WeixinInterface {
    private static final String TOKEN = "access_token";

    private final WechatPlatform platform;

    WeixinInterface(WechatPlatform platform) {
        this.platform = platform;
    }

    /** Empty for a path that is not its own. */
    Optional<WireAnswer> answer(WireCall call) {
        return Optional.ofNullable(
                switch (call.path()) {
                    case "/cgi-bin/token" -> token(call);
                    case "/cgi-bin/stable_token" -> stableToken(call);
                    case "/cgi-bin/message/custom/send" -> {
                        var message = call.json();
                        yield inTurn(call, it -> platform.serviceMessages().send(it, message));
                    }
                    case "/cgi-bin/message/custom/typing" -> {
                        var message = call.json();
                        yield inTurn(call, it -> platform.serviceMessages().typing(it, message));
                    }
                    case "/cgi-bin/message/subscribe/send" -> subscribe(call, Kind.MA);
                    case "/cgi-bin/message/subscribe/bizsend" -> subscribe(call, Kind.MP);
                    case "/cgi-bin/media/upload" -> upload(call);
                    case "/cgi-bin/media/get" -> download(call);
                    case "/cgi-bin/user/info" -> user(call);
                    case "/sns/jscode2session" -> login(call);
                    default -> null;
                });
    }

    private interface Doing {
        void by(PlatformAccount account);
    }

    private WireAnswer inTurn(WireCall call, Doing doing) {
        return platform.inTurn(() -> {
            doing.by(platform.owner(call.asked(TOKEN), false));
            return WireAnswer.ok(WireAnswer.success());
        });
    }

    private WireAnswer token(WireCall call) {
        if (!call.asked("grant_type").equals("client_credential")) {
            throw PlatformError.GRANT_TYPE.refusal();
        }
        var token = platform.token(call.asked("appid"), call.asked("secret"), false, false);
        return WireAnswer.ok(WireAnswer.node().put(TOKEN, token.getKey()).put("expires_in", token.getValue()));
    }

    private WireAnswer stableToken(WireCall call) {
        var asked = call.json();
        if (!asked.path("grant_type").asText().equals("client_credential")) {
            throw PlatformError.GRANT_TYPE.refusal();
        }
        var token = platform.token(
                asked.path("appid").asText(),
                asked.path("secret").asText(),
                true,
                asked.path("force_refresh").asBoolean());
        return WireAnswer.ok(WireAnswer.node().put(TOKEN, token.getKey()).put("expires_in", token.getValue()));
    }

    private WireAnswer subscribe(WireCall call, Kind kind) {
        var message = call.json();
        return inTurn(call, it -> {
            if (it.kind() != kind) {
                throw PlatformError.NO_PERMISSION.refusal();
            }
            platform.serviceMessages().subscribe(it, message);
        });
    }

    /** Of any account. */
    private PlatformAccount anybody(WireCall call) {
        var holder = platform.holder(call.asked(TOKEN));
        return platform.owner(call.asked(TOKEN), holder != null && holder.kind() == Kind.KF);
    }

    private WireAnswer upload(WireCall call) {
        var account = anybody(call);
        var part = UploadedPart.of(call).orElseThrow(PlatformError.FILE_SIZE::refusal);
        var kind = call.asked("type");
        var id = platform.upload(account, kind, part.contentType(), part.fileName(), part.bytes());
        long now = platform.clock().instant().getEpochSecond();
        return account.kind() == Kind.KF
                ? WireAnswer.ok(WireAnswer.success()
                        .put("type", kind)
                        .put("media_id", id)
                        .put("created_at", Long.toString(now)))
                : WireAnswer.ok(
                        WireAnswer.node().put("type", kind).put("media_id", id).put("created_at", now));
    }

    private WireAnswer download(WireCall call) {
        var media = platform.download(anybody(call), call.asked("media_id"));
        return new WireAnswer(200, media.contentType(), media.fileName(), media.bytes());
    }

    private WireAnswer user(WireCall call) {
        return platform.inTurn(() -> {
            var account = platform.owner(call.asked(TOKEN), false);
            var found = platform.follower(account, call.asked("openid"));
            return WireAnswer.ok(WireAnswer.node()
                    .put("subscribe", found.follows() ? 1 : 0)
                    .put("openid", found.openid())
                    .put("unionid", found.unionId())
                    .put("language", "zh_CN"));
        });
    }

    private WireAnswer login(WireCall call) {
        var session = platform.session(call.asked("appid"), call.asked("secret"), call.asked("js_code"));
        return WireAnswer.ok(WireAnswer.node()
                .put("openid", session.getKey())
                .put("session_key", platform.sessionKey())
                .put("unionid", session.getValue()));
    }
}
