package dev.yiwen.answer;

import dev.yiwen.shared.Messages;
import dev.yiwen.shared.Translation;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a system is told that has asked: in its language, and without the way to a person, which it has not. */
@Singleton
final class AskWords {
    private final Messages messages;

    AskWords(Messages messages) {
        this.messages = messages;
    }

    String in(String chinese, boolean english) {
        return english ? Translation.english(chinese).orElse(chinese) : chinese;
    }

    String handoff(boolean english) {
        return messages.text(english ? Locale.ENGLISH : Locale.CHINESE, "answer.ask.handoff", Map.of());
    }

    List<String> questions(List<String> options) {
        var human = messages.text("answer.human");
        return options.stream().filter(it -> !it.equals(human)).toList();
    }
}
