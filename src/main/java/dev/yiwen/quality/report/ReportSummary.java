package dev.yiwen.quality.report;

import dev.yiwen.llm.LanguageModel;
import dev.yiwen.llm.Prompt;
import dev.yiwen.llm.Redaction;
import dev.yiwen.llm.Reply;
import dev.yiwen.shared.ResourceLines;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks the chat model for a summary, when there is one, and keeps it only if its every number stands in the report. */
@Singleton
class ReportSummary {
    private static final String RULES = ResourceLines.text("prompts/report-summary.md");
    private static final String WISH = "请写这份报告的摘要。";
    private static final int LONGEST = 1_000;
    private static final int LONGEST_REPORT = 12_000;

    private final LanguageModel model;
    private final PaperWriter writer;

    ReportSummary(LanguageModel model, PaperWriter writer) {
        this.model = model;
        this.writer = writer;
    }

    /**
     * What became of it.
     *
     * @param text in Chinese; empty unless it is {@code KEPT}
     * @param model that wrote it
     */
    record Summary(State state, String text, String model) {
        enum State {
            KEPT,
            /** It said a number that the report does not. */
            REFUSED,
            /** The model did not come to its end. */
            FAILED
        }
    }

    /** Null where there is no model. */
    Uni<@Nullable Summary> of(UUID report, ReportContent content) {
        if (!model.configured()) {
            return Uni.createFrom().nullItem();
        }
        var paper = writer.write(content, Locale.CHINESE);
        var lines = lines(paper);
        var rules = RULES.replace("{report}", lines.substring(0, Math.min(lines.length(), LONGEST_REPORT)));
        var said = new StringBuffer();
        return model.write(new Prompt(report, rules, Redaction.of(WISH)), said::append)
                .map(reply -> switch (reply) {
                    case Reply.Whole whole -> checked(paper, said.toString().strip());
                    case Reply.Broken broken -> new Summary(Summary.State.FAILED, "", model.name());
                });
    }

    private Summary checked(PaperView paper, String text) {
        return text.length() <= LONGEST && new SummaryCheck(paper).holds(text)
                ? new Summary(Summary.State.KEPT, text, model.name())
                : new Summary(Summary.State.REFUSED, "", model.name());
    }

    /** A row a line, without the definitions, which the last section has. */
    private static String lines(PaperView paper) {
        return Stream.concat(
                        Stream.of(paper.title() + " " + paper.days()),
                        paper.sections().stream()
                                .limit(Math.max(0, paper.sections().size() - 1))
                                .flatMap(section -> Stream.concat(
                                        section.texts().stream(),
                                        section.tables().stream()
                                                .flatMap(table -> Stream.concat(
                                                        Stream.of("# " + table.title() + "："
                                                                + String.join(" | ", table.head())),
                                                        table.rows().stream()
                                                                .map(row -> row.stream()
                                                                        .map(PaperView.Cell::text)
                                                                        .collect(Collectors.joining(" | "))))))))
                .collect(Collectors.joining("\n"));
    }
}
