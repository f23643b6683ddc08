package dev.yiwen.answer.reading;

import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.Message;
import dev.yiwen.privacy.Masked;
import dev.yiwen.reading.PictureRows;
import java.util.Optional;

/** What of a customer's file the bot goes by: of a picture the telling rows of its text, which nobody has said. */
public final class ShownWords {
    private ShownWords() {}

    /** Whether it carries a file of which there are no words: neither legible nor recognised. */
    public static boolean isMute(Message message) {
        return message.body() instanceof Body.Text text
                && text.file() != null
                && text.file().words() == null;
    }

    /** Empty for anything but a legible picture. */
    public static Optional<String> in(Message message) {
        return message.body().shown().map(PictureRows::telling).filter(it -> !it.isBlank());
    }

    /** As the bot quotes it, without what identifies a person. */
    public static Optional<String> quoted(Message message) {
        return in(message).map(Masked::text);
    }

    /** Whether the picture shows something that goes wrong. */
    public static boolean showsFault(Message message) {
        return message.body().shown().filter(PictureRows::tellsFault).isPresent();
    }

    /** What a message stands for when it is leaned on later. */
    static String asked(Message message) {
        return in(message).orElseGet(() -> message.body().text());
    }
}
