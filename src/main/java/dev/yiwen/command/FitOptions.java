package dev.yiwen.command;

import dev.yiwen.retrieval.ranking.CalibrationFit;
import picocli.CommandLine.Option;

/** How the confidence is fitted. The defaults are for curated knowledge, whose articles overlap, and few questions. */
final class FitOptions {
    @Option(
            names = "--left-out",
            paramLabel = "WEIGHT",
            defaultValue = "0",
            description =
                    "when fitting, how much a question counts that is asked again without its answer; 1 where articles do not overlap (default ${DEFAULT-VALUE})")
    double leftOut;

    @Option(
            names = "--ridge",
            paramLabel = "PENALTY",
            defaultValue = "100",
            description =
                    "when fitting, the penalty of large weights; 50 is enough for a thousand questions (default ${DEFAULT-VALUE})")
    double ridge;

    @Option(
            names = "--focus",
            paramLabel = "SHARE",
            defaultValue = "0",
            description =
                    "when fitting, how much (0 to 1) to care for the order of likely answers more than for that of all, for a precision near 99 %% (default ${DEFAULT-VALUE})")
    double focus;

    CalibrationFit.Settings settings() {
        return new CalibrationFit.Settings(ridge, focus);
    }

    /** As they are typed. */
    String described() {
        return "--left-out %s --ridge %s --focus %s".formatted(leftOut, ridge, focus);
    }
}
