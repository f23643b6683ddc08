package dev.yiwen.edge;

import dev.yiwen.shared.FirstStep;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Pages of the company's own may show the chat. */
@Singleton
final class EmbeddingStep implements FirstStep {
    private final EdgeConfig config;

    EmbeddingStep(EdgeConfig config) {
        this.config = config;
    }

    @Override
    public Key key() {
        return Key.EMBEDDING;
    }

    @Override
    public Uni<Boolean> isDone() {
        return Uni.createFrom()
                .item(config.origins().filter(it -> !it.isEmpty()).isPresent());
    }
}
