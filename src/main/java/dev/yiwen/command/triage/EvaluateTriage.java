package dev.yiwen.command.triage;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.command.argument.Half;
import dev.yiwen.command.argument.ReadablePath;
import dev.yiwen.command.argument.WritableFile;
import dev.yiwen.triage.Anger;
import dev.yiwen.triage.Triage;
import dev.yiwen.triage.emotion.Emotion;
import dev.yiwen.triage.emotion.FitNote;
import dev.yiwen.triage.emotion.TalkFit;
import dev.yiwen.triage.emotion.TextFit;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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

    private static final FitNote NOTHING = new FitNote("", "");

    @Parameters(
            converter = ReadablePath.class,
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
            converter = WritableFile.class,
            names = "--fit",
            paramLabel = "MODEL",
            description =
                    "fit on the even half of the last file, unless --half says otherwise, and on all others, write the model"
                            + " there, and report the other half with it")
    @Nullable Path fit;

    @Option(
            names = "--folds",
            paramLabel = "COUNT",
            description =
                    "fit on all but one of so many parts of the conversations and report what is left, with each seed;"
                            + " 0: each group of conversations by itself, by what stands before the last _ of its name."
                            + " With --fit all conversations are in the model")
    @Nullable Integer folds;

    @Option(names = "--seeds", description = "how often --folds draws the parts; ${DEFAULT-VALUE} by default")
    int seeds = 3;

    @Option(
            converter = ReadablePath.class,
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
            Integer parts = folds;
            if (labels == null && parts != null) {
                crossValidate(sets(), parts);
            } else if (labels == null) {
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

    private void crossValidate(List<Lines> sets, int parts) throws IOException, FormatFault {
        var target = sets.getLast();
        if (!target.inTalk() || sets.size() > 1) {
            throw new FormatFault(target.file(), 0, "cannot be read in parts: one file of conversations can");
        }
        var validation = new CrossValidation(target);
        if (parts != 0 && parts < 2 || parts == 0 && validation.groups().held().size() < 2) {
            throw new FormatFault(target.file(), 0, "needs two parts or groups at least: one is fitted on, one read");
        }
        var gauge = gauge();
        var auc = new ArrayList<Double>();
        for (int seed = 1; seed <= (parts == 0 ? 1 : seeds); seed++) {
            System.err.println("Fitting, seed " + seed + " …");
            var drawn = parts == 0 ? validation.groups() : validation.drawn(parts, seed);
            auc.addAll(validation.auc(drawn, it -> gauge.read(it.read(), gauge.fitted(it.fitted(), NOTHING), true)));
        }
        Path model = fit;
        if (model != null) {
            var note = new FitNote(
                    "%s (whole), label %s".formatted(target.name(), label),
                    "./yiwen evaluate triage %s --label %s --folds %d --fit MODEL"
                            .formatted(target.name(), label, parts));
            json.writeValue(model.toFile(), gauge.fitted(target.talks(), note));
        }
        var figures = new LinkedHashMap<String, Object>();
        figures.put("set", target.name());
        figures.put("seeds", parts == 0 ? 0 : seeds);
        figures.putAll(CrossValidation.asMap(auc));
        System.out.println(json.writeValueAsString(figures));
    }

    private Emotion fitted(List<Lines> sets, Half part) {
        var gauge = gauge();
        var others = sets.subList(0, sets.size() - 1).stream()
                .flatMap(it -> it.talks().stream())
                .map(gauge::labelled)
                .toList();
        var last = sets.getLast().half(part).stream().map(gauge::labelled).toList();
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

    private void report(String name, List<List<Lines.Line>> talks, Emotion model, boolean inTalk) throws IOException {
        var threshold = inTalk ? model.courseThreshold() : model.textThreshold();
        System.out.println(
                json.writeValueAsString(gauge().read(talks, model, inTalk).asMap(name, threshold)));
    }

    private AngerGauge gauge() {
        return new AngerGauge(anger.get(), label);
    }

    private static String name(List<Lines> sets) {
        return sets.stream().map(Lines::name).collect(Collectors.joining(" "));
    }
}
