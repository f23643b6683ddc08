package dev.yiwen.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.assist.cases.CaseLines;
import dev.yiwen.assist.cases.PastReplies;
import dev.yiwen.command.argument.ReadablePath;
import dev.yiwen.knowledge.importing.ImportBatches;
import dev.yiwen.knowledge.importing.ImportOutcome;
import dev.yiwen.knowledge.importing.ImportPlan;
import dev.yiwen.knowledge.importing.ImportPlanner;
import dev.yiwen.knowledge.importing.ImportReport;
import dev.yiwen.knowledge.importing.KnowledgeImport;
import dev.yiwen.knowledge.importing.RemarkWords;
import dev.yiwen.knowledge.importing.RowOutcome;
import jakarta.enterprise.inject.Instance;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports knowledge; exit status 1 when some rows are errors, 2 when there was nothing that could be read at all. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description =
                "Import knowledge as drafts: XLSX, CSV, DOCX, PDF, HTML, Markdown, JSON lines, or a folder or ZIP of them.")
final class ImportCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Parameters(converter = ReadablePath.class, paramLabel = "PATH", description = "a file, a ZIP archive or a folder")
    Path path = Path.of(".");

    @Option(
            names = "--dry-run",
            description =
                    "write nothing; print a JSON object a row (new, changed, same, duplicate, contradicts, error), and the counts last")
    boolean dryRun;

    @Option(
            names = "--publish",
            description = "publish at once what is new or changed, instead of making drafts that somebody looks at")
    boolean publish;

    @Option(
            names = "--cases",
            description =
                    "the file has past cases, {context, response} a line: keep them all, or none when a line is wrong")
    boolean cases;

    private final Instance<PastReplies> replies;
    private final Instance<KnowledgeImport> knowledge;
    private final Instance<ImportPlanner> planner;
    private final Instance<ImportBatches> batches;
    private final Instance<RemarkWords> words;

    ImportCommand(
            Instance<PastReplies> replies,
            Instance<KnowledgeImport> knowledge,
            Instance<ImportPlanner> planner,
            Instance<ImportBatches> batches,
            Instance<RemarkWords> words) {
        this.replies = replies;
        this.knowledge = knowledge;
        this.planner = planner;
        this.batches = batches;
        this.words = words;
    }

    @Override
    public Integer call() {
        if (path.toString().isBlank()) {
            System.err.println("Name a file, a ZIP archive or a folder.");
            return 2;
        }
        if (cases) {
            return cases();
        }
        if (publish && !dryRun) {
            return publish();
        }
        var plan = planner.get().plan(path).await().indefinitely();
        plan.notes()
                .forEach(it -> System.err.println(it.file() + ": " + words.get().of(it.remark(), Locale.ENGLISH)));
        if (dryRun) {
            print(plan);
        } else {
            draft(plan);
        }
        int errors = count(plan, RowOutcome.ERROR);
        return errors == 0 ? 0 : errors == plan.rows().size() ? 2 : 1;
    }

    /** Personal data is replaced before anything is kept. */
    private int cases() {
        if (publish) {
            System.err.println("Past cases are not published; leave --publish out.");
            return 2;
        }
        try {
            var read = CaseLines.replies(path).stream().map(PastReplies::masked).toList();
            int added = dryRun ? 0 : replies.get().bring(read).await().indefinitely();
            System.out.println(
                    dryRun
                            ? "%d past cases; nothing was written".formatted(read.size())
                            : "%d past cases: %d added, %d there already"
                                    .formatted(read.size(), added, read.size() - added));
            return 0;
        } catch (CaseLines.Faults e) {
            System.err.println(e.getMessage());
            return 2;
        }
    }

    private void print(ImportPlan plan) {
        for (var row : plan.lines(it -> words.get().of(it, Locale.ENGLISH))) {
            var line = new LinkedHashMap<String, Object>();
            line.put("file", row.file());
            line.put("sheet", row.sheet());
            line.put("row", row.row());
            line.put("outcome", row.outcome().name().toLowerCase(Locale.ROOT));
            line.put("question", row.question());
            line.put("detail", row.detail());
            System.out.println(json(line));
        }
        var counts = new LinkedHashMap<String, Object>();
        counts.put("rows", plan.rows().size());
        counts.put("new", count(plan, RowOutcome.NEW));
        counts.put("changed", count(plan, RowOutcome.CHANGED));
        counts.put("same", count(plan, RowOutcome.SAME));
        counts.put("duplicates", count(plan, RowOutcome.DUPLICATE));
        counts.put("contradicts", count(plan, RowOutcome.CONTRADICTS));
        counts.put("errors", count(plan, RowOutcome.ERROR));
        System.out.println(json(counts));
    }

    private void draft(ImportPlan plan) {
        for (var row : plan.lines(it -> words.get().of(it, Locale.ENGLISH))) {
            boolean told = row.outcome() == RowOutcome.ERROR
                    || row.outcome() == RowOutcome.DUPLICATE
                    || row.outcome() == RowOutcome.CONTRADICTS;
            if (told) {
                System.err.printf(
                        "%s: %s: %s%n", row.place(), row.outcome().name().toLowerCase(Locale.ROOT), row.detail());
            }
        }
        if (plan.rows().stream().anyMatch(it -> it.outcome().isStored())) {
            batches.get().bring(plan).await().indefinitely();
        }
        System.out.printf(
                "%d rows: %d new, %d changed and %d contradicting as drafts; %d same, %d duplicates, %d errors%n",
                plan.rows().size(),
                count(plan, RowOutcome.NEW),
                count(plan, RowOutcome.CHANGED),
                count(plan, RowOutcome.CONTRADICTS),
                count(plan, RowOutcome.SAME),
                count(plan, RowOutcome.DUPLICATE),
                count(plan, RowOutcome.ERROR));
        if (plan.rows().stream().anyMatch(it -> it.outcome().isStored())) {
            System.out.println("Customers see none of it before somebody publishes it on /knowledge.");
        }
    }

    private Integer publish() {
        ImportReport report;
        try (var bar = new Bar("Importing")) {
            report = knowledge.get().from(path, bar).await().indefinitely();
        }
        report.faults().forEach(System.err::println);
        report.handedOver().forEach(System.err::println);
        report.ignored().forEach(System.err::println);
        report.duplicates().forEach(System.err::println);
        report.drafted().forEach(it -> System.err.println(it + ": waits as a draft for somebody to decide"));
        System.out.printf(
                "%d added, %d changed, %d unchanged, %d there already, %d waiting as drafts, %d failed%n",
                report.count(ImportOutcome.ADDED),
                report.count(ImportOutcome.CHANGED),
                report.count(ImportOutcome.UNCHANGED),
                report.count(ImportOutcome.DUPLICATE),
                report.count(ImportOutcome.DRAFTED),
                report.count(ImportOutcome.FAILED));
        int failed = report.count(ImportOutcome.FAILED);
        int read = Arrays.stream(ImportOutcome.values()).mapToInt(report::count).sum() - failed;
        return failed == 0 ? 0 : read == 0 ? 2 : 1;
    }

    private static int count(ImportPlan plan, RowOutcome outcome) {
        return plan.counts().getOrDefault(outcome, 0);
    }

    private static String json(Map<String, Object> line) {
        try {
            return JSON.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
