package dev.yiwen.handoff.desk;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.handoff.desk.AgentFrame.FromClient;
import dev.yiwen.handoff.desk.AgentFrame.FromServer;
import dev.yiwen.shared.Problem;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Says in a frame what was not done and why; the socket stays open. */
final class FrameRefusal {
    private static final Logger LOG = Logger.getLogger(FrameRefusal.class);

    private FrameRefusal() {}

    static FromServer notText() {
        return new FromServer.Refused("invalid", "A frame must be text.", null, null);
    }

    static FromServer of(Throwable failure) {
        return of(failure, null, null);
    }

    static FromServer of(Throwable failure, FromClient frame) {
        return switch (frame) {
            case FromClient.Presence it -> of(failure);
            case FromClient.Open it -> of(failure, it.conversationId(), null);
            case FromClient.Leave it -> of(failure, it.conversationId(), null);
            case FromClient.Send it -> of(failure, it.conversationId(), it.clientMessageId());
            case FromClient.Typing it -> of(failure, it.conversationId(), null);
            case FromClient.Read it -> of(failure, it.conversationId(), null);
            case FromClient.Accept it -> of(failure, it.conversationId(), null);
            case FromClient.Decline it -> of(failure, it.conversationId(), null);
            case FromClient.Wall it -> of(failure);
        };
    }

    private static FromServer of(
            Throwable failure, @Nullable ConversationId conversation, @Nullable String clientMessageId) {
        return switch (failure) {
            case Problem it -> new FromServer.Refused(it.kind().slug(), it.detail(), conversation, clientMessageId);
            case FrameReader.UnknownFrame it ->
                new FromServer.Refused("unknown-frame", "There is no such frame.", conversation, clientMessageId);
            default -> {
                LOG.error("A frame of an agent failed", failure);
                yield new FromServer.Refused(
                        "internal", "That did not work; try again.", conversation, clientMessageId);
            }
        };
    }
}
