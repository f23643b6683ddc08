package dev.yiwen.channel.web;

import dev.yiwen.shared.Messages;
import dev.yiwen.shared.Translation;
import dev.yiwen.ticket.Promises;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
        var promised = promises.all().entrySet().stream()
                .map(it -> new ChatFrame.Promise(it.getKey(), it.getValue()))
                .toList();
        return new ChatFrame.Welcome(
                conversation,
                assistant(Locale.CHINESE),
                suggestions(Locale.CHINESE),
                promised,
                new ChatFrame.English(
                        assistant(Locale.ENGLISH),
                        suggestions(Locale.ENGLISH),
                        promised.stream()
                                .map(it -> new ChatFrame.Promise(
                                        it.kind(),
                                        Translation.english(it.words()).orElse(it.words())))
                                .toList()));
    }

    private ChatFrame.Assistant assistant(Locale language) {
        return new ChatFrame.Assistant(
                messages.text(language, "web.assistant.name", Map.of()),
                messages.text(language, "web.assistant.label", Map.of()));
    }

    private List<String> suggestions(Locale language) {
        return List.of(messages.text(language, "web.suggestions", Map.of()).split("\\|", -1));
    }
}
