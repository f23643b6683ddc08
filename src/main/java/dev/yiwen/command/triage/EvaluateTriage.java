package dev.yiwen.command.triage;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.triage.Anger;
import dev.yiwen.triage.Triage;
import dev.yiwen.triage.emotion.Emotion;
import dev.yiwen.triage.emotion.FitNote;
import dev.yiwen.triage.emotion.Labelled;
import dev.yiwen.triage.emotion.TalkFit;
import dev.yiwen.triage.emotion.TextFit;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures how well anger is read, in texts by themselves or in conversations. */
@Command(
        name = "triage",
        mixinStandardHelpOptions = true,
        description = "Find the angry lines of labelled texts or conversations, or wishes for a human in chats.")
public final class EvaluateTriage implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "lines with text and label, or with dialogue, speaker, text and label in order")
    List<Path> files = List.of();

    @Option(names = "--label", description = "the label that means angry; ${DEFAULT-VALUE} by default")
    String label = "angry";

    @Option(
            names = "--half",
            description =
                    "lines or conversations of such a number: ${COMPLETION-CANDIDATES}; with --fit those to fit on")
    Half half = Half.ALL;

    @Option(
            names = "--fit",
            paramLabel = "MODEL",
            description =
                    "fit on the even half of the last file, unless --half says otherwise, and on all others, write the model"
                            + " there, and report the other half with it")
    @Nullable Path fit;

    @Option(
            names = "--wishes",
            paramLabel = "LABELS",
            description = "measure the wish for a human instead: FILE holds chats, this one which turns are wishes")
    @Nullable Path wishes;

    private final Instance<Anger> anger;
    private final Instance<Triage> triage;
    private final ObjectMapper json;

    EvaluateTriage(Instance<Anger> anger, Instance<Triage> triage, ObjectMapper json) {
        this.anger = anger;
        this.triage = triage;
        this.json = json;
    }

    @Override
    public Integer call() throws IOException {
        try {
            Path labels = wishes;
            if (labels == null) {
                measureAnger(sets());
            } else {
                var figures = new Wishes(triage.get(), json).figures(files.getFirst(), labels, half);
                System.out.println(json.writeValueAsString(figures));
            }
            return 0;
        } catch (FormatFault e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    private List<Lines> sets() throws FormatFault {
        var sets = new ArrayList<Lines>();
        for (Path file : files) {
            var lines = Lines.read(file);
            lines.mustHave(label);
            if (!sets.isEmpty() && sets.getFirst().inTalk() != lines.inTalk()) {
                throw new FormatFault(file, 0, "is of another kind: texts and conversations are measured apart");
            }
            sets.add(lines);
        }
        return sets;
    }

    private void measureAnger(List<Lines> sets) throws IOException {
        Path target = fit;
        if (target == null) {
            var talks = sets.stream().flatMap(it -> it.half(half).stream()).toList();
            report(name(sets), talks, anger.get().model(), sets.getLast().inTalk());
        } else {
            var fitted = half == Half.ALL ? Half.EVEN : half;
            var model = fitted(sets, fitted);
            json.writeValue(target.toFile(), model);
            report(
                    sets.getLast().name() + ", " + fitted.other().words(),
                    sets.getLast().half(fitted.other()),
                    model,
                    sets.getLast().inTalk());
        }
    }

    private Emotion fitted(List<Lines> sets, Half part) {
        var others = sets.subList(0, sets.size() - 1).stream()
                .flatMap(it -> it.talks().stream())
                .map(this::labelled)
                .toList();
        var last = sets.getLast().half(part).stream().map(this::labelled).toList();
        var note = new FitNote(
                "%s (of the last its %s), label %s".formatted(name(sets), part.words(), label),
                "./yiwen evaluate triage %s --label %s --half %s --fit MODEL".formatted(name(sets), label, part));
        System.err.println("Fitting …");
        if (sets.getLast().inTalk()) {
            var talks = new ArrayList<>(others);
            talks.addAll(last);
            return TalkFit.of(anger.get().model(), talks, note);
        }
        return TextFit.of(
                anger.get().model(),
                others.stream().flatMap(List::stream).toList(),
                last.stream().flatMap(List::stream).toList(),
                note);
    }

    private List<Labelled> labelled(List<Lines.Line> talk) {
        return talk.stream()
                .map(it -> new Labelled(
                        it.speaker(), anger.get().words(it.text()), it.label().equals(label)))
                .toList();
    }

    private void report(String name, List<List<Lines.Line>> talks, Emotion model, boolean inTalk) throws IOException {
        var figures = new ClassifierScores();
        for (var talk : talks) {
            var heard = talk.stream()
                    .map(it -> model.hear(anger.get().words(it.text())))
                    .toList();
            for (int i = 0; i < talk.size(); i++) {
                var line = talk.get(i);
                var own = talk.subList(0, i + 1).stream()
                        .map(it -> it.speaker().equals(line.speaker()))
                        .toList();
                double probability = inTalk ? model.ofCourse(heard.subList(0, i + 1), own) : model.ofText(heard.get(i));
                figures.add(probability, line.label().equals(label));
            }
        }
        var threshold = inTalk ? model.courseThreshold() : model.textThreshold();
        System.out.println(json.writeValueAsString(figures.asMap(name, threshold)));
    }

    private static String name(List<Lines> sets) {
        return sets.stream().map(Lines::name).collect(Collectors.joining(" "));
    }
}
