package dev.yiwen.ticket;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.identity.Staff;
import io.smallrye.mutiny.Uni;

/** Says who may read a conversation; whoever hands conversations to staff knows. */
public interface ConversationAccess {

    /** Fails with {@code NOT_FOUND}, or with {@code FORBIDDEN}. */
    Uni<Void> requireReadable(ConversationId conversation, Staff staff);
}
