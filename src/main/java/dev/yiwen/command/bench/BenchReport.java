package dev.yiwen.command.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code bench} prints last, as one JSON object.
 *
 * @param uncached in chats: three durable rows an answer
 * @param uncachedOverHttp the same decision without a conversation
 * @param processorMs processor time an uncached answer in a chat, by who used it, with the most clients
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BenchReport(
        Embedding embedder,
        List<Answers> uncached,
        List<Answers> uncachedOverHttp,
        List<Stage> stages,
        Map<Processor.Part, Double> processorMs,
        Answers repeatedInChats,
        Answers repeatedOverHttp,
        List<Answers> steps,
        @Nullable Sockets sockets,
        @Nullable Long startMs,
        @Nullable Long rssMb,
        Setting setting) {

    /** The model alone, in this process, with a thread a core. */
    record Embedding(double perSecond, int threads) {}

    /**
     * Answers, from sending the question to receiving the reply.
     *
     * @param shareOfCeiling {@code perSecond} as a share of what the model alone could do
     * @param refusedPerSecond questions that the service refused because it had too much to do; not among the answers
     * @param asked in all rounds, with refusals and errors
     * @param errors questions that were not answered in time or not well, of {@code asked}
     */
    record Answers(
            int clients,
            double perSecond,
            double p50Ms,
            double p95Ms,
            double p99Ms,
            @Nullable Double shareOfCeiling,
            double refusedPerSecond,
            long asked,
            long errors) {

        /** Of the round whose throughput is the median. */
        static Answers of(List<Sample> rounds, @Nullable Embedding ceiling) {
            var median = Sample.median(rounds);
            return new Answers(
                    median.clients(),
                    rounded(median.perSecond()),
                    rounded(median.quantile(0.5)),
                    rounded(median.quantile(0.95)),
                    rounded(median.quantile(0.99)),
                    ceiling == null ? null : Math.round(median.perSecond() / ceiling.perSecond() * 1000) / 1000.0,
                    rounded(median.refused() / median.seconds()),
                    rounds.stream()
                            .mapToLong(it -> it.sortedMs().length + it.refused() + it.errors())
                            .sum(),
                    rounds.stream().mapToLong(Sample::errors).sum());
        }
    }

    /**
     * A part of a turn: {@code receive} is from sending the message to its receipt, {@code total} from its commit to that of
     * the reply, the rest lies between.
     */
    record Stage(String name, int clients, double p50Ms, double p95Ms) {}

    /** Chats that say nothing; {@code bytesEach} of the server's resident memory. */
    record Sockets(int open, long bytesEach, int errors) {}

    /** What the figures depend on. */
    record Setting(int cores, int rounds, int seconds, String java, String url) {}

    static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
