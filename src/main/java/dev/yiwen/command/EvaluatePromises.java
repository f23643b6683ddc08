package dev.yiwen.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.command.argument.Half;
import dev.yiwen.command.argument.ReadablePath;
import dev.yiwen.promise.Finding;
import dev.yiwen.promise.PromiseCheck;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures how well an agent's wrong promises are told from right ones and from sentences that promise nothing. */
@Command(
        name = "promises",
        mixinStandardHelpOptions = true,
        description = "Compare what agents promise with the starter knowledge.")
final class EvaluatePromises implements Callable<Integer> {
    private static final Pattern SLUG = Pattern.compile("[a-z-]+/[a-z0-9-]+");

    /** A line of the file; {@code about} is the customer's question before it, or the slug of an article on the panel. */
    private record Line(int number, String id, String sentence, String about, String label) {
        List<String> shown() {
            return SLUG.matcher(about).matches() ? List.of(about) : List.of();
        }

        String asked() {
            return shown().isEmpty() ? about : "";
        }
    }

    @Parameters(
            converter = ReadablePath.class,
            paramLabel = "FILE",
            description = "{\"id\",\"sentence\",\"about\",\"label\": supported|differs|unsupported|none} a line")
    Path file = Path.of(".");

    @Option(names = "--half", description = "lines whose number ends in such a digit: ${COMPLETION-CANDIDATES}")
    Half half = Half.ALL;

    @Option(names = "--show", description = "print the sentences that were judged wrong, with what was found")
    boolean show;

    private final Instance<EvaluationKnowledge> knowledge;
    private final Instance<PromiseCheck> promises;
    private final ObjectMapper json;

    EvaluatePromises(Instance<EvaluationKnowledge> knowledge, Instance<PromiseCheck> promises, ObjectMapper json) {
        this.knowledge = knowledge;
        this.promises = promises;
        this.json = json;
    }

    @Override
    public Integer call() throws IOException {
        List<Line> lines;
        try {
            lines = read();
        } catch (EvaluationSet.FormatFault e) {
            System.err.println(e.getMessage());
            return 1;
        }
        var name = String.valueOf(file.getFileName());
        knowledge.get().index(new EvaluationSet(name, List.of(), List.of()));
        var figures = new PromiseFigures();
        try (var bar = new Bar("Checking")) {
            bar.begin(lines.size());
            for (Line line : lines) {
                var findings = promises.get()
                        .check(line.sentence(), line.asked(), line.shown())
                        .await()
                        .indefinitely();
                boolean right = figures.add(line.label(), findings);
                if (show && !right) {
                    show(line, findings);
                }
                bar.step();
            }
        }
        System.out.println(json.writeValueAsString(figures.of(name)));
        return 0;
    }

    private static void show(Line line, List<Finding> findings) {
        System.err.println(line.id() + " " + line.label() + " " + line.sentence());
        findings.forEach(it -> System.err.println("    " + it));
    }

    private List<Line> read() throws EvaluationSet.FormatFault {
        var lines = new ArrayList<Line>();
        EvaluationSet.eachLine(file, (node, number) -> {
            var line = new Line(
                    number,
                    EvaluationSet.text(node, "id", file, number),
                    EvaluationSet.text(node, "sentence", file, number),
                    optional(node.get("about")),
                    EvaluationSet.text(node, "label", file, number));
            if (!PromiseFigures.LABELS.contains(line.label())) {
                throw new EvaluationSet.FormatFault(file, number, "\"label\" must be one of " + PromiseFigures.LABELS);
            }
            if (half.holds(number)) {
                lines.add(line);
            }
        });
        return lines;
    }

    private static String optional(@Nullable JsonNode node) {
        return node == null || !node.isTextual() ? "" : node.textValue();
    }
}
