package dev.yiwen.knowledge;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/** Makes of an answer a sentence or two that can be said on the telephone; where there is no chat model, its own first sentences are. */
public interface SpokenWriting {
    boolean available();

    /**
     * Empty when the article does not bear out all of it, when it cannot be said in one go, or when the model failed. Never fails.
     *
     * @param conversation on whose budget it is written
     */
    Uni<Optional<String>> of(UUID conversation, Article article);
}
