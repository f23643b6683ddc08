package dev.yiwen.channel.voice;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.conversation.ConversationId;
import org.jspecify.annotations.Nullable;

/** What a telephony system gets back for an event. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CallAnswer.Ack.class, name = "ack"),
    @JsonSubTypes.Type(value = CallAnswer.Refused.class, name = "error")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
sealed interface CallAnswer {

    /**
     * It was stored.
     *
     * @param seq number of the message that an utterance became
     * @param agent name of the agent whose call it is, if any
     */
    record Ack(
            String callId,
            String event,
            ConversationId conversationId,
            @Nullable String utteranceId,
            @Nullable Long seq,
            @Nullable String agent)
            implements CallAnswer {}

    /** It was not; the call goes on. */
    record Refused(String code, String detail, @Nullable String callId) implements CallAnswer {}

    /** The call that a frame speaks of, as far as it can be read. */
    static @Nullable String callIdIn(ObjectMapper json, String frame) {
        try {
            var callId = json.readTree(frame).path("callId");
            return callId.isTextual() && callId.asText().length() <= CallEvent.LONGEST_ID ? callId.asText() : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
