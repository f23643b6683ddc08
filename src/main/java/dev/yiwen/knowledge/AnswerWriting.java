package dev.yiwen.knowledge;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Writes an answer out of what agents told customers; where there is no chat model, people do. */
public interface AnswerWriting {
    boolean available();

    /**
     * Only sentences that the replies bear out and that are true of everybody; empty when there are none, or the model failed.
     *
     * @param conversation on whose budget it is written
     */
    Uni<Optional<String>> from(UUID conversation, String question, List<String> replies);
}
