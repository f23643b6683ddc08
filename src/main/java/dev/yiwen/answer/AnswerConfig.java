package dev.yiwen.answer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** When the bot answers, asks back or hands over. */
@ConfigMapping(prefix = "yiwen.answer")
public interface AnswerConfig {

    /**
     * Answers at this probability or above. Raise it when wrong answers cost more than questions back; {@code ./yiwen
     * evaluate answers} shows what each value buys on your own questions.
     */
    @WithDefault("0.6")
    double answerAt();

    /** Between this and {@link #answerAt()} the likely questions are offered; below it, the bot says it found nothing. */
    @WithDefault("0.12")
    double clarifyAt();

    /** Questions offered when asking back. */
    @WithDefault("3")
    int options();

    /** Other questions shown below an answer. */
    @WithDefault("3")
    int related();

    /** Messages that triage reads, newest first. More costs time on every turn and adds little. */
    @WithDefault("20")
    int transcript();

    /**
     * How long the bot may read, look up and decide on one message, without the time that it waits for its turn and that a chat
     * model takes; afterwards the customer is told so and offered a person. Raise it on a slow machine, not for long messages.
     */
    @WithDefault("2s")
    Duration deadline();

    /** Weights that tell danger, as {@code ./yiwen evaluate danger … --fit} writes them, in place of the shipped. */
    Optional<Path> danger();
}
