package dev.yiwen.channel.wechat.outbox;

import dev.yiwen.channel.wechat.account.WeChatAccount;
import java.util.Map;

/** A text as WeChat takes it, in its three ways. */
final class ServiceMessage {
    private static final String TEXT = "text";

    private ServiceMessage() {}

    /** Official accounts and mini-programs, {@code message/custom/send}. */
    static Map<String, Object> of(OutboxClaim claim) {
        return Map.of("touser", claim.openId(), "msgtype", TEXT, TEXT, Map.of("content", claim.text()));
    }

    /** WeCom, {@code kf/send_msg}: the row's id makes a repetition known as one. */
    static Map<String, Object> ofWeCom(WeChatAccount account, OutboxClaim claim) {
        return Map.of(
                "touser",
                claim.openId(),
                "open_kfid",
                String.valueOf(account.openKfid()),
                "msgid",
                Ledger.messageId(claim.id()),
                "msgtype",
                TEXT,
                TEXT,
                Map.of("content", claim.text()));
    }

    /** WeCom, {@code kf/send_msg_on_event}. */
    static Map<String, Object> onEvent(OutboxClaim claim) {
        return Map.of(
                "code",
                String.valueOf(claim.code()),
                "msgid",
                Ledger.messageId(claim.id()),
                "msgtype",
                TEXT,
                TEXT,
                Map.of("content", claim.text()));
    }
}
