package dev.yiwen.command.triage;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.command.argument.Half;
import dev.yiwen.command.argument.ReadablePath;
import dev.yiwen.command.argument.WritableFile;
import dev.yiwen.triage.Anger;
import dev.yiwen.triage.SatisfactionReading;
import dev.yiwen.triage.emotion.FitNote;
import dev.yiwen.triage.satisfaction.LabelledChat;
import dev.yiwen.triage.satisfaction.SatisfactionFit;
import dev.yiwen.triage.satisfaction.SatisfactionModel;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures how well satisfaction is estimated from words. */
@Command(
        name = "satisfaction",
        mixinStandardHelpOptions = true,
        description = "Estimate how satisfied the customers of labelled chats were, and of which turns they were not.")
public final class EvaluateSatisfaction implements Callable<Integer> {

    @Parameters(
            converter = ReadablePath.class,
            paramLabel = "FILE",
            description =
                    "chats a line: turns with speaker, text and perhaps satisfaction, and the chat's satisfaction;"
                            + " 0 dissatisfied, 1 neutral, 2 satisfied")
    @Nullable Path file;

    @Option(names = "--half", description = "chats whose ids end in such a digit: ${COMPLETION-CANDIDATES}")
    Half half = Half.ALL;

    @Option(
            names = "--folds",
            paramLabel = "COUNT",
            description = "fit on all but one of so many parts of the chats and read what is left, with each seed")
    int folds;

    @Option(names = "--seeds", description = "how often --folds draws the parts; ${DEFAULT-VALUE} by default")
    int seeds = 5;

    @Option(
            converter = WritableFile.class,
            names = "--fit",
            paramLabel = "MODEL",
            description =
                    "fit on these chats, write the model there, and report by --folds, five unless it says otherwise")
    @Nullable Path fit;

    private final Instance<Anger> anger;
    private final Instance<SatisfactionReading> reading;
    private final ObjectMapper json;

    EvaluateSatisfaction(Instance<Anger> anger, Instance<SatisfactionReading> reading, ObjectMapper json) {
        this.anger = anger;
        this.reading = reading;
        this.json = json;
    }

    @Override
    public Integer call() throws IOException {
        try {
            var from = Objects.requireNonNull(file);
            var chats = SatisfactionChats.read(from, half);
            String digest = DigestUtils.sha256Hex(Files.readAllBytes(from));
            Path model = fit;
            if (model != null) {
                System.err.println("Fitting …");
                Files.writeString(model, json.writeValueAsString(fitted(chats, digest)));
            }
            var readings = folds > 0 || model != null
                    ? crossValidated(chats, folds > 0 ? folds : 5)
                    : List.of(shipped(chats, digest));
            System.out.println(
                    json.writeValueAsString(SatisfactionScores.asMap(String.valueOf(from.getFileName()), readings)));
            return 0;
        } catch (FormatFault e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    private SatisfactionModel fitted(List<LabelledChat> chats, String digest) {
        String name = String.valueOf(Objects.requireNonNull(file).getFileName());
        var note = new FitNote(
                "%s (%s)".formatted(name, half.words()),
                "./yiwen evaluate satisfaction %s --half %s --fit MODEL".formatted(name, half));
        return new SatisfactionFit(anger.get()::words, note).of(chats, digest);
    }

    private SatisfactionScores shipped(List<LabelledChat> chats, String digest) {
        var model = reading.get().model();
        if (model.fittedOn().equals(digest)) {
            System.err.println(
                    "The model was fitted on this file: --folds tells what it makes of chats it has not seen");
        }
        var scores = new SatisfactionScores();
        chats.forEach(it -> scores.add(it, model.of(it.talk(), anger.get()::words)));
        return scores;
    }

    /** Parts have as many of each kind as can be. */
    private List<SatisfactionScores> crossValidated(List<LabelledChat> chats, int parts) {
        var readings = new ArrayList<SatisfactionScores>();
        for (int seed = 0; seed < seeds; seed++) {
            var order = new ArrayList<>(chats);
            Collections.shuffle(order, new Random(seed));
            order.sort(Comparator.comparing(LabelledChat::mood));
            var scores = new SatisfactionScores();
            for (int part = 0; part < parts; part++) {
                int left = part;
                var model = fitted(
                        IntStream.range(0, order.size())
                                .filter(i -> i % parts != left)
                                .mapToObj(order::get)
                                .toList(),
                        "");
                for (int i = part; i < order.size(); i += parts) {
                    scores.add(order.get(i), model.of(order.get(i).talk(), anger.get()::words));
                }
                System.err.printf("Fitted %d of %d%n", seed * parts + part + 1, seeds * parts);
            }
            readings.add(scores);
        }
        return readings;
    }
}
