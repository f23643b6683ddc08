package dev.yiwen.channel.voice.audio;

import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Writes down what a call is told. */
final class HeardWords implements CallWords {
    final List<Heard> partials = new CopyOnWriteArrayList<>();
    final BlockingQueue<Heard> wholes = new LinkedBlockingQueue<>();
    final BlockingQueue<SpokenTone> tones = new LinkedBlockingQueue<>();
    final BlockingQueue<Boolean> recognitions = new LinkedBlockingQueue<>();
    /** How often it says that the call has yet to ring. */
    final AtomicInteger unknown = new AtomicInteger();

    @Override
    public Uni<Void> saying(Heard words) {
        partials.add(words);
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> said(Heard words) {
        if (unknown.getAndDecrement() > 0) {
            return Uni.createFrom().failure(new Problem(Problem.Kind.NOT_FOUND, "It must ring first."));
        }
        wholes.add(words);
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> tone(SpokenTone tone) {
        tones.add(tone);
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> recognition(String callId, boolean works) {
        recognitions.add(works);
        return Uni.createFrom().voidItem();
    }

    static <T> T next(BlockingQueue<T> queue) {
        try {
            return Objects.requireNonNull(queue.poll(20, TimeUnit.SECONDS), "nothing came in 20 s");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
