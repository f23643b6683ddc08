package dev.yiwen.command;

import dev.yiwen.edge.PublicAddress;
import dev.yiwen.quality.metric.FactKeeping;
import dev.yiwen.quality.report.ReportMaking;
import dev.yiwen.quality.report.ReportPress;
import dev.yiwen.shared.Problem;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks after the figures of the cockpit. */
@Command(name = "reports", mixinStandardHelpOptions = true, description = "Look after the figures of the cockpit.")
final class ReportsCommand {
    private final Instance<FactKeeping> facts;
    private final Instance<ReportMaking> reports;
    private final Instance<ReportPress> press;
    private final Instance<PublicAddress> address;

    ReportsCommand(
            Instance<FactKeeping> facts,
            Instance<ReportMaking> reports,
            Instance<ReportPress> press,
            Instance<PublicAddress> address) {
        this.facts = facts;
        this.reports = reports;
        this.press = press;
        this.address = address;
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

    /** What a report is of. */
    static final class Time {
        @Option(names = "--month", paramLabel = "YYYY-MM", description = "Of this month, e.g. 2026-11.")
        @Nullable String month;

        @Option(names = "--quarter", paramLabel = "YYYY-QN", description = "Of this quarter, e.g. 2026-Q4.")
        @Nullable String quarter;
    }

    @Command(
            name = "make",
            mixinStandardHelpOptions = true,
            description =
                    "Make the report of a month or a quarter and keep it, as the page /reports does; it may be written as PDF.")
    int make(
            @ArgGroup(multiplicity = "1") Time time,
            @Option(names = "--pdf", paramLabel = "FILE", description = "Write it here too.") @Nullable Path pdf,
            @Option(
                            names = "--language",
                            paramLabel = "TAG",
                            defaultValue = "zh-CN",
                            description = "Of the PDF: zh-CN or en; zh-CN when absent.")
                    String language)
            throws IOException {
        var period = time.month == null ? time.quarter : time.month;
        try {
            var id = reports.get().make(String.valueOf(period)).await().indefinitely();
            System.out.printf("Report %s: /reports?report=%s%n", period, id);
            if (pdf != null) {
                var home = address.get().configured().orElse("");
                Files.write(
                        pdf,
                        press.get()
                                .pdf(id, Locale.forLanguageTag(language), home)
                                .await()
                                .indefinitely());
                System.out.printf("PDF: %s%n", pdf);
            }
            return 0;
        } catch (Problem e) {
            System.err.println(e.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
    }
}
