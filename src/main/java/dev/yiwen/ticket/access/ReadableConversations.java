package dev.yiwen.ticket.access;

import dev.yiwen.audit.AuditEvent;
import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.AuditLog;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.identity.Staff;
import dev.yiwen.shared.Problem;
import dev.yiwen.ticket.ConversationAccess;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;

/** A ticket hands its conversation on to others, so whoever opens it must be allowed to read it; who is not is written down. */
@Singleton
public final class ReadableConversations {
    private final ConversationAccess access;
    private final AuditLog audit;

    ReadableConversations(ConversationAccess access, AuditLog audit) {
        this.access = access;
        this.audit = audit;
    }

    public Uni<Void> require(ConversationId conversation, Staff me) {
        return access.requireReadable(conversation, me)
                .onFailure(failure -> failure instanceof Problem it && it.kind() == Problem.Kind.FORBIDDEN)
                .call(() -> audit.append(new AuditEvent(
                        AuditKind.ACCESS_DENIED,
                        me.id().value(),
                        "conversation:" + conversation.value(),
                        Map.of("place", "ticket.open"))));
    }
}
