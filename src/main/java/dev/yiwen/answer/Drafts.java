package dev.yiwen.answer;

import dev.yiwen.knowledge.Article;
import dev.yiwen.llm.LanguageModel;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Lets the chat model, when there is one, put a curated answer into words that fit the question. */
@Singleton
final class Drafts {
    private static final Logger LOG = Logger.getLogger(Drafts.class);
    private static final String PROMPT = "prompts/answer-compose.md";
    private static final String CANNOT = "无法回答";

    /**
     * What came of asking the model.
     *
     * @param text verified, or null when the curated answer must be sent instead
     * @param model for the trace: the model, and why its draft was not used; null when there is none
     */
    record Draft(@Nullable String text, @Nullable String model) {}

    private final LanguageModel model;
    private final String prompt = read();

    Drafts(LanguageModel model) {
        this.model = model;
    }

    /** Never fails. */
    Uni<Draft> of(Article article, String question) {
        if (!model.configured()) {
            return Uni.createFrom().item(new Draft(null, null));
        }
        String system = prompt.replace("{title}", article.question()).replace("{passages}", article.answer());
        return model.complete(system, question)
                .map(reply -> verified(reply, article))
                .onFailure()
                .invoke(failure -> LOG.warnf("The chat model gave no answer: %s", failure.toString()))
                .onFailure()
                .recoverWithItem(failure ->
                        new Draft(null, model.name() + ": " + failure.getClass().getSimpleName()));
    }

    private Draft verified(String reply, Article article) {
        if (reply.contains(CANNOT)) {
            return new Draft(null, model.name() + ": declined");
        }
        Optional<String> supported = Verifier.supported(reply, article.question() + "\n" + article.answer());
        return supported
                .map(text -> new Draft(text, model.name()))
                .orElseGet(() -> new Draft(null, model.name() + ": not supported"));
    }

    private static String read() {
        try (InputStream in = Objects.requireNonNull(
                Thread.currentThread().getContextClassLoader().getResourceAsStream(PROMPT), PROMPT)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
