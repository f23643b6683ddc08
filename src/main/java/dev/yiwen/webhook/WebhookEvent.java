package dev.yiwen.webhook;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What other systems may be told; the triggers of {@code V234} and {@code V316} name most of them. */
enum WebhookEvent {
    @JsonProperty("conversation.ended")
    CONVERSATION_ENDED,
    @JsonProperty("handoff.queued")
    HANDOFF_QUEUED,
    @JsonProperty("handoff.taken")
    HANDOFF_TAKEN,
    @JsonProperty("ticket.opened")
    TICKET_OPENED,
    @JsonProperty("ticket.resolved")
    TICKET_RESOLVED,
    @JsonProperty("rating.given")
    RATING_GIVEN,
    /** What the triggers of {@code V343} tell. */
    @JsonProperty("alarm.opened")
    ALARM_OPENED,
    @JsonProperty("alarm.closed")
    ALARM_CLOSED,
    /** A person has said something that a messenger does not take any more. */
    @JsonProperty("reply.waiting")
    REPLY_WAITING,
    /** The one that carries words: whoever reads the place puts them there. */
    @JsonProperty("mention.answered")
    MENTION_ANSWERED;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    static WebhookEvent of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('.', '_'));
    }
}
