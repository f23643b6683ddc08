package dev.yiwen.answer;

import dev.yiwen.identity.CustomerId;
import dev.yiwen.retrieval.Workers;
import jakarta.inject.Singleton;

/** How much the bot has to do on this instance. */
@Singleton
public final class BotLoad {
    private final Workers workers;

    BotLoad(Workers workers) {
        this.workers = workers;
    }

    /**
     * Whether a question that this customer asks now would wait too long, behind their own or behind everybody's. To say so before it is stored costs next to nothing, so that those
     * who wait already are still answered at full speed.
     */
    public boolean isFull(CustomerId customer) {
        return workers.isOverloaded(customer);
    }
}
