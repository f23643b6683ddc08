package dev.yiwen.command;

import dev.yiwen.command.argument.ReadablePath;
import dev.yiwen.knowledge.imports.ImportOutcome;
import dev.yiwen.knowledge.imports.ImportReport;
import dev.yiwen.knowledge.imports.KnowledgeImport;
import jakarta.enterprise.inject.Instance;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Imports knowledge; exit status 1 when anything failed, 2 when there was nothing that could be read at all. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Import knowledge: a folder of Markdown and JSON lines, or one such file.")
final class ImportCommand implements Callable<Integer> {
    @Parameters(
            converter = ReadablePath.class,
            paramLabel = "PATH",
            description = "a folder, a .md file or a .jsonl file")
    Path path = Path.of(".");

    private final Instance<KnowledgeImport> knowledge;

    ImportCommand(Instance<KnowledgeImport> knowledge) {
        this.knowledge = knowledge;
    }

    @Override
    public Integer call() {
        if (path.toString().isBlank()) {
            System.err.println("Name a folder, a .md file or a .jsonl file.");
            return 2;
        }
        ImportReport report;
        try (var bar = new Bar("Importing")) {
            report = knowledge.get().from(path, bar).await().indefinitely();
        }
        report.faults().forEach(System.err::println);
        report.handedOver().forEach(System.err::println);
        report.ignored().forEach(it -> System.err.println(it + ": ignored, no text"));
        report.duplicates().forEach(System.err::println);
        report.drafted()
                .forEach(it -> System.err.println(
                        it + ": people changed it since it was imported, so the new text waits as a draft"));
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
}
