package dev.yiwen.command.assist;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.yiwen.assist.cases.CaseLines;
import dev.yiwen.assist.cases.PastReplies;
import dev.yiwen.assist.cases.PastReply;
import dev.yiwen.assist.cases.ReplyFit;
import dev.yiwen.assist.cases.ReplyModel;
import dev.yiwen.assist.cases.ReplyWeights;
import dev.yiwen.command.Bar;
import dev.yiwen.command.argument.Half;
import dev.yiwen.command.argument.ReadablePath;
import dev.yiwen.command.argument.WritableFile;
import dev.yiwen.privacy.Masked;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures how often the right answer of an agent is ranked first among others, by what was learned from past cases. */
@Command(
        name = "assist",
        mixinStandardHelpOptions = true,
        description = "Choose an agent's answer among candidates by the past cases that were imported.")
public final class EvaluateAssist implements Callable<Integer> {
    @Parameters(
            converter = ReadablePath.class,
            paramLabel = "FILE",
            description = "{context, candidates, gold} a line: gold is the index of a candidate, from 0, or its text")
    Path file = Path.of(".");

    @Option(
            converter = ReadablePath.class,
            names = "--cases",
            paramLabel = "CASES",
            description = "learn from this file, {context, response} a line, instead of the installation's past cases")
    @Nullable Path cases;

    @Option(
            names = "--hold-out",
            description =
                    "FILE has {context, response} a line: set one in five aside by a hash of the context, learn from"
                            + " the rest, and choose among ten answers of those set aside")
    boolean holdOut;

    @Option(
            names = "--half",
            description = "with --hold-out, which half of what was set aside: ${COMPLETION-CANDIDATES}")
    Half half = Half.ALL;

    @Option(
            converter = WritableFile.class,
            names = "--fit",
            paramLabel = "WEIGHTS",
            description =
                    "with --hold-out, fit the weights on the even half, write them there, and report the odd half")
    @Nullable Path fit;

    private final Instance<PastReplies> replies;
    private final ObjectMapper json;

    EvaluateAssist(Instance<PastReplies> replies, ObjectMapper json) {
        this.replies = replies;
        this.json = json;
    }

    @Override
    public Integer call() throws IOException {
        try {
            return holdOut ? heldOut() : given();
        } catch (CaseLines.Faults e) {
            System.err.println(e.getMessage());
            return 2;
        }
    }

    private int given() throws CaseLines.Faults, IOException {
        if (fit != null || half != Half.ALL) {
            System.err.println("--fit and --half go with --hold-out.");
            return 2;
        }
        var choices = Choice.read(file);
        Path other = cases;
        var past = other == null ? replies.get().learned().await().indefinitely() : masked(CaseLines.replies(other));
        if (past.isEmpty()) {
            System.err.println("There are no past cases; ./yiwen import --cases FILE brings some.");
            return 2;
        }
        print(choices, model(past), ReplyWeights.shipped());
        return 0;
    }

    private int heldOut() throws CaseLines.Faults, IOException {
        var parts = HeldOut.of(masked(CaseLines.replies(file)));
        if (parts.even().isEmpty() || parts.odd().isEmpty()) {
            System.err.println(file + ": has too few different answers to set some aside");
            return 2;
        }
        var model = model(parts.learned());
        Path written = fit;
        if (written == null) {
            print(reported(parts), model, ReplyWeights.shipped());
            return 0;
        }
        var asked = new ArrayList<ReplyFit.Asked>();
        for (Choice choice : parts.even()) {
            asked.add(new ReplyFit.Asked(signals(model, choice), choice.gold()));
        }
        var weights = ReplyFit.of(
                asked,
                "the even half of one in five of " + file.getFileName(),
                "./yiwen evaluate assist " + file.getFileName() + " --hold-out --fit WEIGHTS");
        json.copy().enable(SerializationFeature.INDENT_OUTPUT).writeValue(written.toFile(), weights);
        print(parts.odd(), model, weights);
        return 0;
    }

    private List<Choice> reported(HeldOut parts) {
        return switch (half) {
            case EVEN -> parts.even();
            case ODD -> parts.odd();
            case ALL ->
                Stream.concat(parts.even().stream(), parts.odd().stream()).toList();
        };
    }

    /** As they are stored. */
    private static List<PastReply> masked(List<PastReply> read) {
        return read.stream().map(PastReplies::masked).toList();
    }

    private static ReplyModel model(List<PastReply> past) {
        System.err.printf("Learning from %d past replies …%n", past.size());
        long began = System.nanoTime();
        var model = ReplyModel.of(past);
        System.err.printf("Learned in %.1f s%n", (System.nanoTime() - began) / 1e9);
        return model;
    }

    private static List<double[]> signals(ReplyModel model, Choice choice) {
        return model.signals(
                Masked.text(choice.context()),
                choice.candidates().stream().map(Masked::text).toList());
    }

    private void print(List<Choice> choices, ReplyModel model, ReplyWeights weights) throws IOException {
        var ranks = new ArrayList<Integer>();
        try (var bar = new Bar("Choosing")) {
            bar.begin(choices.size());
            for (Choice choice : choices) {
                ranks.add(choice.rank(signals(model, choice).stream()
                        .mapToDouble(weights::score)
                        .toArray()));
                bar.step();
            }
        }
        System.out.println(json.copy()
                .disable(SerializationFeature.INDENT_OUTPUT)
                .writeValueAsString(figures(String.valueOf(file.getFileName()), ranks)));
    }

    /** @param ranks of the right answers, from 1 */
    static Map<String, Object> figures(String set, List<Integer> ranks) {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("set", set);
        figures.put("n", ranks.size());
        for (int k : List.of(1, 2, 5)) {
            figures.put(
                    "r10@" + k,
                    rounded(ranks.stream()
                            .mapToInt(it -> it <= k ? 1 : 0)
                            .average()
                            .orElse(0)));
        }
        figures.put(
                "mrr",
                rounded(ranks.stream().mapToDouble(it -> 1.0 / it).average().orElse(0)));
        return figures;
    }

    private static double rounded(double figure) {
        return Math.round(figure * 1e4) / 1e4;
    }
}
