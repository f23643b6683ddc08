package dev.yiwen.channel.wechat.outbox;

import dev.yiwen.channel.wechat.account.WeChatAccount;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A message as WeChat takes it, in its three ways. */
final class ServiceMessage {
    private ServiceMessage() {}

    /**
     * Official accounts and mini-programs, {@code message/custom/send}.
     *
     * @param mediaId of what was uploaded
     */
    static Map<String, Object> of(OutboxClaim claim, @Nullable String mediaId) {
        return message(Map.of("touser", claim.openId()), claim, mediaId);
    }

    /** WeCom, {@code kf/send_msg}: the row's id makes a repetition known as one. */
    static Map<String, Object> ofWeCom(WeChatAccount account, OutboxClaim claim, @Nullable String mediaId) {
        return message(
                Map.of(
                        "touser",
                        claim.openId(),
                        "open_kfid",
                        String.valueOf(account.openKfid()),
                        "msgid",
                        Ledger.messageId(claim.sentAs())),
                claim,
                mediaId);
    }

    /** WeCom, {@code kf/send_msg_on_event}. */
    static Map<String, Object> onEvent(OutboxClaim claim) {
        return message(
                Map.of("code", String.valueOf(claim.code()), "msgid", Ledger.messageId(claim.sentAs())), claim, null);
    }

    private static Map<String, Object> message(Map<String, ?> to, OutboxClaim claim, @Nullable String mediaId) {
        var message = new LinkedHashMap<String, Object>(to);
        switch (claim.form()) {
            case TEXT -> put(message, "text", Map.of("content", claim.text()));
            case IMAGE -> put(message, "image", Map.of("media_id", String.valueOf(mediaId)));
            case FILE -> put(message, "file", Map.of("media_id", String.valueOf(mediaId)));
            case MENU -> put(message, "msgmenu", SatisfactionMenu.of(claim.text()));
            case REMINDER -> throw new IllegalArgumentException("It goes by another address");
        }
        return message;
    }

    private static void put(Map<String, Object> message, String kind, Map<String, ?> body) {
        message.put("msgtype", kind);
        message.put(kind, body);
    }
}
