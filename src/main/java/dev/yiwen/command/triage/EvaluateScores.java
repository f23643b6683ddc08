package dev.yiwen.command.triage;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.command.argument.Half;
import dev.yiwen.command.argument.ReadablePath;
import dev.yiwen.quality.score.Criteria;
import dev.yiwen.quality.score.Criterion;
import dev.yiwen.quality.score.CriterionFinding;
import dev.yiwen.quality.score.Judge;
import dev.yiwen.quality.score.TalkSense;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures the shipped criteria against what people found. */
@Command(
        name = "scores",
        mixinStandardHelpOptions = true,
        description =
                "Judge labelled conversations by the shipped criteria; prints what differs, then one JSON object.")
public final class EvaluateScores implements Callable<Integer> {

    @Parameters(
            converter = ReadablePath.class,
            paramLabel = "FILE",
            description = "conversations a line: turns with speaker and text, and the criteria that are broken")
    @Nullable Path file;

    @Option(names = "--half", description = "conversations whose ids end in such a digit: ${COMPLETION-CANDIDATES}")
    Half half = Half.ALL;

    private final Instance<TalkSense> sense;
    private final ObjectMapper json;

    EvaluateScores(Instance<TalkSense> sense, ObjectMapper json) {
        this.sense = sense;
        this.json = json;
    }

    @Override
    public Integer call() throws IOException {
        try {
            var from = Objects.requireNonNull(file);
            System.out.println(json.writeValueAsString(measured(
                    String.valueOf(from.getFileName()), LabelledTalks.read(from, half), new Judge(sense.get()))));
            return 0;
        } catch (FormatFault e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    private Map<String, Object> measured(String set, List<LabelledTalks.Labelled> talks, Judge judge) {
        var counts = new CriterionCounts();
        var criteria = Criteria.shipped(json);
        // Only what somebody judged in this set.
        Set<String> judged =
                talks.stream().flatMap(it -> it.broken().stream()).collect(Collectors.toCollection(TreeSet::new));
        for (var it : talks) {
            var found = judge.of(criteria, it.talk()).stream()
                    .filter(finding -> finding.outcome() == CriterionFinding.Outcome.BROKEN)
                    .map(finding -> finding.criterion().key())
                    .collect(Collectors.toSet());
            for (Criterion criterion : criteria) {
                if (judged.contains(criterion.key())) {
                    counts.add(
                            it.id(),
                            criterion.key(),
                            it.broken().contains(criterion.key()),
                            found.contains(criterion.key()));
                }
            }
        }
        var result = new LinkedHashMap<String, Object>();
        result.put("set", set);
        result.put("half", half.name());
        result.put("n", talks.size());
        result.put("criteria", counts.each());
        result.put("all", counts.all());
        return result;
    }
}
