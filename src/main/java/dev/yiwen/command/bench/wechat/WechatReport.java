package dev.yiwen.command.bench.wechat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code bench wechat} prints last, as one JSON object.
 *
 * @param load the machine's load average of a minute before, which others' work is part of
 * @param killed null where no instance was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WechatReport(
        List<Acknowledged> acknowledged, KilledInstance.@Nullable Figures killed, int processors, double load) {
    WechatReport {
        acknowledged = List.copyOf(acknowledged);
    }

    /**
     * From the moment that a callback was due until it was answered, in milliseconds.
     *
     * @param what an official account's text waits for the bot's answer, others do not
     */
    record Acknowledged(
            String what,
            double perSecond,
            double p50Ms,
            double p95Ms,
            double p99Ms,
            double longestMs,
            int answered,
            int errors) {
        static Acknowledged of(String what, CallbackPace.Sample sample) {
            return new Acknowledged(
                    what,
                    rounded(sample.perSecond()),
                    rounded(sample.quantile(0.5)),
                    rounded(sample.quantile(0.95)),
                    rounded(sample.quantile(0.99)),
                    rounded(sample.quantile(1)),
                    sample.sortedMs().length,
                    sample.errors());
        }

        private static double rounded(double value) {
            return Math.round(value * 10) / 10.0;
        }
    }
}
