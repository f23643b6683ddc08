package dev.yiwen.handoff.wrapup;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a conversation was about and what comes of it, in short sentences. What nobody said is empty.
 *
 * @param problem what the customer wanted
 * @param cause why it was so, as far as it was found
 * @param done what the agent did
 * @param open what is still to be done, and by whom
 */
public record WrapUpNote(String problem, String cause, String done, List<Promised> promised, List<String> open) {

    /**
     * @param text what the agent promised, in their words
     * @param due until when; null when no time was said
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Promised(String text, @Nullable Instant due) {}

    public WrapUpNote {
        promised = List.copyOf(promised);
        open = List.copyOf(open);
    }

    /** All of it, a part a line: what agents change is measured over this. */
    public String text() {
        return text(
                List.of(problem, cause, done),
                promised.stream().map(Promised::text).toList(),
                open);
    }

    static String text(List<String> parts, List<String> promised, List<String> open) {
        return Stream.of(parts, promised, open)
                .flatMap(List::stream)
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
