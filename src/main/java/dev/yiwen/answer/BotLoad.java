package dev.yiwen.answer;

import dev.yiwen.retrieval.Embedder;
import jakarta.inject.Singleton;

/** How much the bot has to do on this instance. */
@Singleton
public final class BotLoad {
    private final Embedder embedder;

    BotLoad(Embedder embedder) {
        this.embedder = embedder;
    }

    /**
     * Whether a question asked now would wait too long. To say so before it is stored costs next to nothing, so that those
     * who wait already are still answered at full speed.
     */
    public boolean isFull() {
        return embedder.isOverloaded();
    }
}
