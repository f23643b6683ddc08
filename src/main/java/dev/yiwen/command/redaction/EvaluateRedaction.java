package dev.yiwen.command.redaction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.command.argument.Half;
import dev.yiwen.command.argument.ReadablePath;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures how much personal data is found in texts, and how much of what is found is some. */
@Command(
        name = "redaction",
        mixinStandardHelpOptions = true,
        description = "Find the personal data of labelled texts; prints what was missed, then one JSON object.")
public final class EvaluateRedaction implements Callable<Integer> {

    @Parameters(
            converter = ReadablePath.class,
            paramLabel = "FILE",
            description = "lines of a text and, after tabs, label=value of each datum or a hyphen for none;"
                    + " or JSON lines with text and spans of label and value")
    Path file = Path.of("");

    @Option(names = "--half", description = "lines of such a number: ${COMPLETION-CANDIDATES}")
    Half half = Half.ALL;

    private final ObjectMapper json;

    EvaluateRedaction(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        var figures = new RedactionScores();
        try {
            Forms.read(file, json).stream().filter(it -> half.holds(it.line())).forEach(figures::add);
        } catch (Forms.FormatFault e) {
            System.err.println(e.getMessage());
            return 1;
        }
        figures.misses().forEach(System.err::println);
        System.out.println(json.writeValueAsString(figures.asMap(String.valueOf(file.getFileName()))));
        return 0;
    }
}
