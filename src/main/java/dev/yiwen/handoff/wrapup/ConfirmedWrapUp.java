package dev.yiwen.handoff.wrapup;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an agent confirmed of a conversation.
 *
 * @param cause null, as {@code promised} and {@code open}, from a client that does not ask for it
 * @param promised a line each
 * @param outcome how it ended
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConfirmedWrapUp(
        String problem,
        @Nullable String cause,
        String done,
        @Nullable List<String> promised,
        @Nullable List<String> open,
        @Nullable String category,
        List<String> tags,
        @Nullable Instant callBackAt,
        String outcome) {

    public ConfirmedWrapUp {
        promised = promised == null ? null : List.copyOf(promised);
        open = open == null ? null : List.copyOf(open);
        tags = List.copyOf(tags);
    }

    /** Whether it was asked for all that a draft holds. */
    boolean isWhole() {
        return cause != null && promised != null && open != null;
    }

    /** As {@link WrapUpNote#text()}. */
    String text() {
        return WrapUpNote.text(
                List.of(problem, cause == null ? "" : cause, done),
                promised == null ? List.of() : promised,
                open == null ? List.of() : open);
    }
}
