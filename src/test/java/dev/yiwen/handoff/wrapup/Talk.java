package dev.yiwen.handoff.wrapup;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What two people say to each other, on a Monday at ten in the morning. */
final class Talk {
    /** 2026-03-02 10:00 in Shanghai. */
    static final Instant MONDAY_TEN = Instant.parse("2026-03-02T02:00:00Z");

    private static final ConversationId ID = ConversationId.of(new UUID(0, 296));

    private Talk() {}

    /** @param lines {@code 客户：…} or {@code 客服：…} */
    static List<Message> of(String... lines) {
        var messages = new ArrayList<Message>();
        for (String line : lines) {
            var author = line.startsWith("客户：") ? new Author.Customer() : Author.Agent.unnamed();
            messages.add(new Message(ID, messages.size() + 1L, author, new Body.Text(line.substring(3)), MONDAY_TEN));
        }
        return messages;
    }
}
