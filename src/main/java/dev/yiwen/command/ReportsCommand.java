package dev.yiwen.command;

import dev.yiwen.quality.metric.FactKeeping;
import jakarta.enterprise.inject.Instance;
import picocli.CommandLine.Command;

/** Looks after the figures of the cockpit. */
@Command(name = "reports", mixinStandardHelpOptions = true, description = "Look after the figures of the cockpit.")
final class ReportsCommand {
    private final Instance<FactKeeping> facts;

    ReportsCommand(Instance<FactKeeping> facts) {
        this.facts = facts;
    }

    @Command(
            name = "rebuild",
            mixinStandardHelpOptions = true,
            description =
                    "Make all figures anew from what happened, e.g. after another time zone was chosen. The service may"
                            + " go on; what was erased is not counted any more.")
    int rebuild() {
        System.out.printf(
                "Figures of %,d conversations.%n", facts.get().anew().await().indefinitely());
        return 0;
    }
}
