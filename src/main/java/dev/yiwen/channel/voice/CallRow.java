package dev.yiwen.channel.voice;

import dev.yiwen.conversation.ConversationId;
import java.util.Optional;

/** A call as the telephony system names it, and the conversation that it became; none while that is being opened. */
record CallRow(String callId, Optional<ConversationId> conversation, State state) {

    enum State {
        RINGING,
        ANSWERED,
        ENDED
    }
}
