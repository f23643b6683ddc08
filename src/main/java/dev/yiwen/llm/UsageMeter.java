package dev.yiwen.llm;

import dev.langchain4j.model.output.TokenUsage;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Measures one reply over its attempts, which follow one another on different threads. */
final class UsageMeter {
    private final long start = System.nanoTime();
    private int attempts;
    private long prompt;
    private long reply;
    private boolean counted = true;
    private @Nullable Double firstTextMs;

    synchronized void begin() {
        attempts++;
    }

    synchronized void text() {
        if (firstTextMs == null) {
            firstTextMs = elapsedMs();
        }
    }

    /** Adds what an attempt took, by the server's count when there is one; returns it. */
    synchronized long spend(long askedTokens, String written, @Nullable TokenUsage serverCount) {
        if (serverCount != null && serverCount.totalTokenCount() != null && serverCount.outputTokenCount() != null) {
            reply += serverCount.outputTokenCount();
            prompt += serverCount.totalTokenCount() - serverCount.outputTokenCount();
            return serverCount.totalTokenCount();
        }
        counted = false;
        long writtenTokens = TokenCount.of(written);
        prompt += askedTokens;
        reply += writtenTokens;
        return askedTokens + writtenTokens;
    }

    Duration left(Duration patience) {
        return patience.minusNanos(System.nanoTime() - start);
    }

    synchronized Usage usage() {
        return new Usage(attempts, prompt, reply, counted, firstTextMs, elapsedMs());
    }

    private double elapsedMs() {
        return (System.nanoTime() - start) / 1e6;
    }
}
