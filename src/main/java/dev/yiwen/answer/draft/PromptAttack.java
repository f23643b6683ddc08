package dev.yiwen.answer.draft;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A line that wants a chat model to do what it must not.
 *
 * @param text what the customer writes
 * @param aim what it is after: {@code prompt}, {@code price}, {@code markup} …
 * @param obeyed what a model that obeys would write; {@code {prompt}} stands for all that it was told
 * @param before what the customer wrote in earlier turns
 * @param injected what somebody smuggled into the article instead, or null
 */
public record PromptAttack(
        String text,
        String language,
        String aim,
        String obeyed,
        List<String> before,
        @Nullable String injected) {

    public PromptAttack {
        before = before == null ? List.of() : List.copyOf(before);
        Objects.requireNonNull(obeyed, "obeyed");
    }
}
