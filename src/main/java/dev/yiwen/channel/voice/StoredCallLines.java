package dev.yiwen.channel.voice;

import dev.yiwen.conversation.CallLine;
import dev.yiwen.conversation.CallLines;
import dev.yiwen.conversation.CallTone;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.ToneCourse;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** For those below who show calls. */
@Singleton
final class StoredCallLines implements CallLines {
    private final CallLog log;
    private final Tones tones;

    StoredCallLines(CallLog log, Tones tones) {
        this.log = log;
        this.tones = tones;
    }

    @Override
    public Uni<Map<ConversationId, CallLine>> of(Collection<ConversationId> conversations) {
        return conversations.isEmpty() ? Uni.createFrom().item(Map.of()) : log.lines(conversations);
    }

    @Override
    public Uni<Map<ConversationId, List<CallTone>>> tones(Collection<ConversationId> conversations) {
        return conversations.isEmpty() ? Uni.createFrom().item(Map.of()) : tones.of(conversations);
    }

    @Override
    public Uni<Map<ConversationId, List<ToneCourse>>> toneCourses(Collection<ConversationId> conversations) {
        return conversations.isEmpty() ? Uni.createFrom().item(Map.of()) : tones.courses(conversations);
    }
}
