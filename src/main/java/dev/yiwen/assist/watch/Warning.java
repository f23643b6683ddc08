package dev.yiwen.assist.watch;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.yiwen.assist.watch.rule.Severity;
import dev.yiwen.conversation.Source;
import org.jspecify.annotations.Nullable;

/**
 * Something that an agent should mind.
 *
 * @param said the words that it is about
 * @param should what the knowledge says, or what to say instead; empty if nothing is known
 * @param source of that; null for a rule, or when no article speaks of it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Warning(
        Kind kind,
        Severity severity,
        String said,
        String should,
        @Nullable Source source) {

    public enum Kind {
        /** An article says something else. */
        @JsonProperty("differs")
        DIFFERS,
        /** An article said so until it was changed. */
        @JsonProperty("older")
        OLDER,
        /** No article supports it. */
        @JsonProperty("unsupported")
        UNSUPPORTED,
        @JsonProperty("forbidden")
        FORBIDDEN,
        /** Something has to be said before. */
        @JsonProperty("duty")
        DUTY,
        /** The customer says the same for the third time. */
        @JsonProperty("stuck")
        STUCK,
        @JsonProperty("anger")
        ANGER,
        @JsonProperty("silence")
        SILENCE,
        /** An article that was quoted has changed, or is no longer valid. */
        @JsonProperty("changed")
        CHANGED;

        String wire() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
