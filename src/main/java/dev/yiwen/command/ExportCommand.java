package dev.yiwen.command;

import dev.yiwen.knowledge.exporting.ExportChoice;
import dev.yiwen.knowledge.exporting.ExportFormat;
import dev.yiwen.knowledge.exporting.KnowledgeExport;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Exports knowledge; exit status 2 when the place is taken, or the format cannot hold it. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Export knowledge to a file or folder, which an import brings back.")
final class ExportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "PATH", description = "a file; for Markdown a new folder, or a file that ends in .zip")
    Path path = Path.of(".");

    @Option(names = "--format", required = true, paramLabel = "FORMAT", description = "xlsx, markdown or jsonl")
    ExportFormat format = ExportFormat.XLSX;

    @Option(names = "--topic", paramLabel = "TOPIC", description = "articles of this topic")
    @Nullable String topic;

    @Option(names = "--tag", paramLabel = "TAG", description = "articles with this tag")
    @Nullable String tag;

    @Option(names = "--slug", paramLabel = "SLUG", description = "this article")
    @Nullable String slug;

    @Option(names = "--history", description = "with all revisions, which nothing imports (jsonl)")
    boolean history;

    private final Instance<KnowledgeExport> knowledge;

    ExportCommand(Instance<KnowledgeExport> knowledge) {
        this.knowledge = knowledge;
    }

    @Override
    public Integer call() throws IOException {
        if (history && format != ExportFormat.JSONL) {
            System.err.println("The history comes with --format jsonl only.");
            return 2;
        }
        boolean folder = format == ExportFormat.MARKDOWN && !path.toString().endsWith(".zip");
        if (Files.isDirectory(path) && !(folder && isEmpty(path))) {
            System.err.println(
                    folder
                            ? path + " holds something: name a folder that is not there yet."
                            : path + " is a folder: name a file.");
            return 2;
        }
        var parent = path.toAbsolutePath().getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            System.err.println("There is no folder " + parent + " to write " + path.getFileName() + " in.");
            return 2;
        }
        int articles = knowledge
                .get()
                .write(path, format, new ExportChoice(topic, tag, slug, null, history))
                .await()
                .indefinitely();
        System.out.printf("%d articles in %s%n", articles, path);
        return 0;
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
