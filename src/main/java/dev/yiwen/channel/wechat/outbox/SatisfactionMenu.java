package dev.yiwen.channel.wechat.outbox;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.shared.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The question how somebody found a consultation, as WeCom's menu ({@code msgmenu}, developer.work.weixin.qq.com, path 94677):
 * what is kept of it are lines, the question, the conversation, and an entry each, the best first.
 */
public final class SatisfactionMenu {
    private static final String ID = "rate/";
    private static final int BEST = 5;

    private SatisfactionMenu() {}

    /** @param score from 1 to 5 */
    public record Tap(ConversationId conversation, int score) {}

    /** What stands in the outbox. */
    static String text(ConversationId conversation, Messages messages) {
        var lines = new ArrayList<String>();
        lines.add(messages.text("wechat.rating.question"));
        lines.add(conversation.value().toString());
        for (int score = BEST; score > 0; score--) {
            lines.add(messages.text("wechat.rating." + score));
        }
        return String.join("\n", lines);
    }

    static Map<String, Object> of(String text) {
        var lines = text.lines().toList();
        var entries = new ArrayList<Map<String, Object>>();
        int score = BEST;
        for (var words : lines.subList(2, lines.size())) {
            entries.add(Map.of(
                    "type", "click", "click", Map.of("id", ID + score-- + "/" + lines.get(1), "content", words)));
        }
        return Map.of("head_content", lines.getFirst(), "list", List.copyOf(entries));
    }

    /** Empty for an entry of another menu. */
    public static Optional<Tap> tapped(String id) {
        if (!id.matches(ID + "[1-5]/[0-9a-f-]{36}")) {
            return Optional.empty();
        }
        try {
            var parts = id.split("/", 3);
            return Optional.of(new Tap(ConversationId.of(UUID.fromString(parts[2])), Integer.parseInt(parts[1])));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
