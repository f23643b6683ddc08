package dev.yiwen.channel.wechat.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.channel.wechat.account.WeChatKind;
import dev.yiwen.channel.wechat.outbox.OutboxState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation in WeChat as those who serve it see it.
 *
 * @param left messages that may be said now
 * @param until when they lapse; null when nothing is left
 * @param waiting messages that wait until the customer writes
 * @param consents subscribe messages that the customer has consented to
 * @param reminder the subscribe message that tells of what waits; null where there is none
 * @param atOwnDesk whether WeChat's own service desk has the customer, so that the bot is silent
 * @param servedInWeCom whether people in WeCom have the customer, so that nothing can be said from here
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WeChatView(
        WeChatKind kind,
        String account,
        int left,
        @Nullable Instant until,
        int waiting,
        boolean servedInWeCom,
        boolean atOwnDesk,
        @Nullable String cameFrom,
        int consents,
        @Nullable Reminder reminder,
        List<Sent> messages) {
    WeChatView {
        messages = List.copyOf(messages);
    }

    /** @param code WeChat's, {@code reason} a word of ours */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reminder(
            OutboxState state,
            @Nullable Integer code,
            @Nullable String reason) {}

    /**
     * What became of a message, of several pieces the worst.
     *
     * @param code WeChat's, {@code reason} a word of ours
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Sent(
            long seq,
            OutboxState state,
            @Nullable Integer code,
            @Nullable String reason) {}
}
