package dev.yiwen.conversation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The order in which a conversation was spoken. Recognition hands in what two people said at its own pace, so the numbers of
 * utterances say when they arrived; among themselves they stand by when they were said, and none behind the end of the call.
 */
public final class SpokenOrder {
    private static final String END = "closed";

    private SpokenOrder() {}

    /** @param messages by their numbers */
    public static List<Message> of(List<Message> messages) {
        var spoken = messages.stream()
                .filter(SpokenOrder::isSpoken)
                .sorted(Comparator.comparingLong(SpokenOrder::spokenAt))
                .toList();
        if (spoken.isEmpty()) {
            return messages;
        }
        var ordered = new ArrayList<Message>(messages.size());
        int said = 0;
        int arrived = 0;
        for (var message : messages) {
            if (isSpoken(message)) {
                arrived++;
                continue;
            }
            int before = isEnd(message) ? spoken.size() : arrived;
            for (; said < before; said++) {
                ordered.add(spoken.get(said));
            }
            ordered.add(message);
        }
        ordered.addAll(spoken.subList(said, spoken.size()));
        return List.copyOf(ordered);
    }

    private static boolean isSpoken(Message message) {
        return message.body() instanceof Body.Text text && text.spokenAt() != null;
    }

    private static long spokenAt(Message message) {
        return message.body() instanceof Body.Text text && text.spokenAt() != null ? text.spokenAt() : 0;
    }

    private static boolean isEnd(Message message) {
        return message.body() instanceof Body.Notice notice && notice.code().equals(END);
    }
}
