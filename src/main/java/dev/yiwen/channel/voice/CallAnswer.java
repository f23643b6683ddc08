package dev.yiwen.channel.voice;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Owner;
import dev.yiwen.shared.Problem;
import org.jboss.logging.Logger;
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

    static CallAnswer ack(CallEvent event, Conversation call) {
        return new Ack(event.callId(), event.type(), call.id(), null, null, agentOf(call));
    }

    /** @param seq number of the message that the utterance became */
    static CallAnswer ack(CallEvent.Transcript event, Conversation call, long seq) {
        return new Ack(event.callId(), event.type(), call.id(), event.utteranceId(), seq, agentOf(call));
    }

    /** What is wrong with an event, for whoever sent it; what nobody expected is for the log as well. */
    static Refused refusal(Throwable failure, @Nullable String callId) {
        return switch (failure) {
            case Problem problem -> new Refused(problem.kind().slug(), problem.detail(), callId);
            case CallEventReader.UnknownFrame unknown ->
                new Refused("unknown-frame", String.valueOf(unknown.getMessage()), callId);
            default -> {
                Logger.getLogger(CallAnswer.class).error("A call event could not be handled", failure);
                yield new Refused("internal", "The event could not be handled; send it again.", callId);
            }
        };
    }

    private static @Nullable String agentOf(Conversation call) {
        return call.owner() instanceof Owner.Agent agent ? agent.name() : null;
    }

    /** The call that a frame speaks of, as far as it can be read. */
    static @Nullable String callIdIn(ObjectMapper json, String frame) {
        try {
            var callId = json.readTree(frame).path("callId");
            return callId.isTextual() && callId.asText().length() <= CallFields.LONGEST_ID ? callId.asText() : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
