package dev.yiwen.channel.web;

import dev.yiwen.shared.Messages;
import dev.yiwen.ticket.Promises;
import jakarta.inject.Singleton;
import java.util.List;

/** What a customer is told first. */
@Singleton
final class Greeting {
    private final Messages messages;
    private final Promises promises;

    Greeting(Messages messages, Promises promises) {
        this.messages = messages;
        this.promises = promises;
    }

    ChatFrame.Welcome of(ChatFrame.Resumed conversation) {
        return new ChatFrame.Welcome(
                conversation,
                new ChatFrame.Assistant(messages.text("web.assistant.name"), messages.text("web.assistant.label")),
                List.of(messages.text("web.suggestions").split("\\|", -1)),
                promises.all().entrySet().stream()
                        .map(it -> new ChatFrame.Promise(it.getKey(), it.getValue()))
                        .toList());
    }
}
