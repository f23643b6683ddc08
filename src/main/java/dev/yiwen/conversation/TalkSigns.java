package dev.yiwen.conversation;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;

/** What is noticed of talks while they go on, for whoever shows them; who watches them implements it. */
public interface TalkSigns {
    /** Signalled with a conversation's id when something of it has changed. */
    String TOPIC = "assist";

    /** Those of these conversations of which anything is known. */
    Uni<Map<ConversationId, TalkSign>> of(Collection<ConversationId> conversations);
}
