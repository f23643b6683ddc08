package dev.yiwen.command;

import dev.yiwen.command.argument.ReadablePath;
import dev.yiwen.command.argument.WritableFile;
import dev.yiwen.retrieval.embedding.ProjectionFit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the projection of the model's token vectors, from the documents of sets. */
@Command(
        name = "tokens",
        mixinStandardHelpOptions = true,
        description = "Fit the projection of token vectors on the documents of folders.")
final class EvaluateTokens implements Callable<Integer> {
    /** Of each folder, evenly spread; more change nothing. */
    private static final int DOCUMENTS = 1500;

    @Parameters(
            converter = ReadablePath.class,
            paramLabel = "DIR",
            arity = "1..*",
            description = "folders with documents.jsonl and queries.jsonl")
    List<Path> folders = List.of();

    @Option(
            converter = WritableFile.class,
            names = "--fit",
            paramLabel = "FILE",
            required = true,
            description = "where to write it")
    Path file = Path.of("token-projection.bin");

    @Override
    public Integer call() throws IOException {
        var texts = new ArrayList<String>();
        for (Path folder : folders) {
            try {
                var documents = EvaluationSet.read(List.of(folder)).documents();
                int step = Math.max(1, documents.size() / DOCUMENTS);
                for (int i = 0; i < documents.size(); i += step) {
                    texts.add(documents.get(i).text());
                }
            } catch (EvaluationSet.FormatFault e) {
                System.err.println(e.getMessage());
                return 1;
            }
        }
        try (var bar = new Bar("Reading")) {
            bar.begin(texts.size());
            Files.write(file, ProjectionFit.of(texts.stream().peek(text -> bar.step())));
        }
        System.out.println("{\"texts\":%d}".formatted(texts.size()));
        return 0;
    }
}
