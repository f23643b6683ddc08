package dev.yiwen.answer.decision;

import dev.yiwen.answer.AnswerConfig;
import dev.yiwen.conversation.Message;
import dev.yiwen.retrieval.Workers;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Has messages decided on the {@link Workers}: one of a customer's at a time, in turn with the others', within the deadline. */
@Singleton
public final class DecisionQueue {
    /** Turns after the start that may take longer: little is compiled yet, and lists and models are read for the first time. */
    private static final int FIRST = 50;

    private static final int TIMES_LONGER = 5;

    private final AtomicInteger begun = new AtomicInteger();
    private final Decider decider;
    private final Workers workers;
    private final AnswerConfig config;

    DecisionQueue(Decider decider, Workers workers, AnswerConfig config) {
        this.decider = decider;
        this.workers = workers;
        this.config = config;
    }

    /**
     * Decides on the last message of a transcript, oldest first, which is read when its turn comes. Fails with OVERLOADED when
     * too much waits, and with a {@link java.util.concurrent.TimeoutException} after the deadline.
     *
     * @param whose whoever waits for it
     */
    public Uni<Decided> on(Object whose, Supplier<Uni<List<Message>>> transcript) {
        return workers.inTurn(
                whose,
                begun.getAndIncrement() < FIRST ? config.deadline().multipliedBy(TIMES_LONGER) : config.deadline(),
                () -> transcript.get().emitOn(workers.goOn()).chain(decider::decide));
    }

    /** For somebody who asks for nobody else. */
    public Uni<Decided> on(List<Message> transcript) {
        return on(new Object(), () -> Uni.createFrom().item(transcript));
    }
}
