package dev.yiwen.handoff.desk;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.handoff.desk.AgentFrame.FromServer;
import dev.yiwen.handoff.wall.Held;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one page was told of the conversations in hand. */
final class WallView {
    private @Nullable Map<ConversationId, Held> told;

    /** What is news; empty when nothing is. */
    Optional<FromServer.Wall> turnTo(List<Held> now) {
        var before = told;
        told = now.stream().collect(Collectors.toMap(Held::conversationId, Function.identity()));
        if (before == null) {
            return Optional.of(new FromServer.Wall(true, now, List.of()));
        }
        var fresh = now.stream()
                .filter(it -> !it.equals(before.get(it.conversationId())))
                .toList();
        var gone = before.keySet().stream().filter(it -> !told(it)).toList();
        return fresh.isEmpty() && gone.isEmpty()
                ? Optional.empty()
                : Optional.of(new FromServer.Wall(false, fresh, gone));
    }

    private boolean told(ConversationId id) {
        return told != null && told.containsKey(id);
    }
}
