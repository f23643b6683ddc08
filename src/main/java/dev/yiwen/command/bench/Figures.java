package dev.yiwen.command.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code bench} prints last, as one JSON object. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Figures(
        Embedding embedder,
        List<Answers> uncached,
        Answers repeated,
        @Nullable Sockets sockets,
        @Nullable Long startMs,
        @Nullable Long rssMb,
        Setting setting) {

    /** The model alone, in this process, with a thread a core. */
    record Embedding(double perSecond, int threads) {}

    /**
     * Answers over chat sockets, from sending the question to receiving the reply.
     *
     * @param shareOfCeiling {@code perSecond} as a share of what the model alone could do
     * @param errors questions that were refused or not answered in time, of {@code asked}
     */
    record Answers(
            int clients,
            double perSecond,
            double p50Ms,
            double p95Ms,
            double p99Ms,
            @Nullable Double shareOfCeiling,
            long asked,
            long errors) {}

    /** Chats that say nothing; {@code bytesEach} of the server's resident memory. */
    record Sockets(int open, long bytesEach, int errors) {}

    /** What the figures depend on. */
    record Setting(int cores, int rounds, int seconds, String java, String url) {}
}
