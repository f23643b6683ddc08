package dev.yiwen.channel.voice.audio;

import java.util.Optional;

/** What a recogniser says. */
sealed interface Recognised {

    /** The next characters of the sentence that is being spoken. */
    record More(String text) implements Recognised {}

    /**
     * A whole sentence: it replaces all that was said of it so far.
     *
     * @param span where in the audio of this connection it was spoken, if that is told
     * @param last whether it says that nothing follows
     */
    record Sentence(String text, Optional<Span> span, boolean last) implements Recognised {}

    /** Nothing follows. */
    record NothingMore() implements Recognised {}

    /** Well formed, and of no use here. */
    record Other() implements Recognised {}

    record Unreadable() implements Recognised {}

    /** In milliseconds since the connection's first sample. */
    record Span(long fromMs, long toMs) {}
}
