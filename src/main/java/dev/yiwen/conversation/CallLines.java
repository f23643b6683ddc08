package dev.yiwen.conversation;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** How calls stand now, for whoever shows them; who follows the telephone implements it. */
public interface CallLines {

    /** Those of these conversations that are calls. */
    Uni<Map<ConversationId, CallLine>> of(Collection<ConversationId> conversations);

    /** The last reading of each speaker; none where nobody measures. */
    Uni<Map<ConversationId, List<CallTone>>> tones(Collection<ConversationId> conversations);

    /** How each speaker sounded at the beginning, and of late; none where nobody measures. */
    Uni<Map<ConversationId, List<ToneCourse>>> toneCourses(Collection<ConversationId> conversations);
}
