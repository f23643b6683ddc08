package dev.yiwen.knowledge.revision;

import dev.yiwen.shared.Messages;
import dev.yiwen.shared.Problem;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;

/** Says to an editor, in their language, why something is not published or approved, and what can be done. */
@Singleton
public final class RefusalWords {
    private final Messages messages;

    RefusalWords(Messages messages) {
        this.messages = messages;
    }

    public static Locale language(String accepted) {
        return accepted.startsWith("en") ? Locale.ENGLISH : Locale.CHINESE;
    }

    /** The same problem, with words if it is one of ours. */
    public Throwable inWords(Throwable failure, Locale language) {
        if (!(failure instanceof Problem problem)) {
            return failure;
        }
        return switch (problem.kind()) {
            case REVIEW_REQUIRED,
                    OWN_WORK,
                    SCHEDULED_ALREADY,
                    SET_NOT_READY,
                    GOLDEN_BROKEN,
                    IMPACT_UNSIGNED,
                    SNIPPET_UNKNOWN,
                    SNIPPET_IN_USE ->
                new Problem(
                        problem.kind(),
                        messages.text(
                                language,
                                "knowledge.refused." + problem.kind().slug(),
                                Map.of("articles", problem.detail())));
            default -> failure;
        };
    }
}
