package dev.yiwen.triage.satisfaction;

import dev.yiwen.triage.Estimate.Mood;
import dev.yiwen.triage.Spoken;
import dev.yiwen.triage.emotion.Certainty;
import dev.yiwen.triage.emotion.CertaintyFit;
import dev.yiwen.triage.emotion.FitNote;
import dev.yiwen.triage.emotion.GramWeights;
import dev.yiwen.triage.emotion.Labelled;
import dev.yiwen.triage.emotion.Words;
import dev.yiwen.triage.satisfaction.LabelledChat.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Fits a {@link SatisfactionModel}. What conversations come to is fitted on turns that were read by models which had not seen
 * them, for a model is surer of what it has seen.
 */
public final class SatisfactionFit {
    private static final int FOLDS = 5;
    private static final double TURN_RIDGE = 10;
    /** Of .1 to 50 in even halves; a few dozen conversations bear five weights only when these stay small. */
    private static final double CHAT_RIDGE = 50;

    private static final List<String> TURN_SIGNS = List.of("words");

    private final Function<String, Words> words;
    private final FitNote note;

    /** @param words a text in the form that the model reads */
    public SatisfactionFit(Function<String, Words> words, FitNote note) {
        this.words = words;
        this.note = note;
    }

    /** The texts of one conversation's customer, read once for all folds. */
    private record Read(LabelledChat chat, List<Words> turns) {
        List<Labelled> labelled() {
            return IntStream.range(0, turns.size())
                    .filter(i -> chat.turns().get(i) != Verdict.UNKNOWN)
                    .mapToObj(i -> new Labelled("", turns.get(i), chat.turns().get(i) == Verdict.DISSATISFIED))
                    .toList();
        }
    }

    /** @param fittedOn SHA-256 of what the chats are from */
    public SatisfactionModel of(List<LabelledChat> chats, String fittedOn) {
        var read = chats.stream().map(this::read).toList();
        double[][] unseen = new double[read.size()][];
        for (int fold = 0; fold < FOLDS; fold++) {
            int left = fold;
            var weights = weights(IntStream.range(0, read.size())
                    .filter(i -> i % FOLDS != left)
                    .mapToObj(read::get)
                    .toList());
            for (int i = fold; i < read.size(); i += FOLDS) {
                unseen[i] =
                        read.get(i).turns().stream().mapToDouble(weights::of).toArray();
            }
        }
        var turn = turn(read, unseen);
        var rows = new ArrayList<double[]>();
        for (int i = 0; i < read.size(); i++) {
            double[] each = new double[unseen[i].length];
            for (int k = 0; k < each.length; k++) {
                each[k] = turn.probability(unseen[i][k]);
            }
            rows.add(ChatSigns.of(chats.get(i).talk(), each));
        }
        return new SatisfactionModel(
                SatisfactionModel.VERSION,
                fittedOn,
                weights(read),
                turn,
                chat(
                        rows,
                        chats.stream().map(it -> it.mood() == Mood.DISSATISFIED).toList()),
                chat(rows, chats.stream().map(it -> it.mood() != Mood.SATISFIED).toList()));
    }

    private Read read(LabelledChat chat) {
        return new Read(
                chat,
                chat.talk().stream()
                        .filter(Spoken::customer)
                        .map(it -> words.apply(it.text()))
                        .toList());
    }

    private GramWeights weights(List<Read> chats) {
        return GramWeights.of(
                note, chats.stream().flatMap(it -> it.labelled().stream()).toList());
    }

    private Certainty turn(List<Read> read, double[][] unseen) {
        var rows = new ArrayList<double[]>();
        var labels = new ArrayList<Boolean>();
        for (int i = 0; i < read.size(); i++) {
            var verdicts = read.get(i).chat().turns();
            for (int k = 0; k < verdicts.size(); k++) {
                if (verdicts.get(k) != Verdict.UNKNOWN) {
                    rows.add(new double[] {unseen[i][k]});
                    labels.add(verdicts.get(k) == Verdict.DISSATISFIED);
                }
            }
        }
        return CertaintyFit.of(note, TURN_SIGNS, rows, labels, TURN_RIDGE);
    }

    private Certainty chat(List<double[]> rows, List<Boolean> labels) {
        var fitted = CertaintyFit.of(note, ChatSigns.SIGNS, rows, labels, CHAT_RIDGE);
        return new Certainty(
                note,
                ChatSigns.SIGNS,
                fitted.means(),
                fitted.deviations(),
                fitted.weights(),
                threshold(fitted, rows, labels));
    }

    /** As many are called so as are so: weights that a ridge keeps small make probabilities too alike for more. */
    private static double threshold(Certainty fitted, List<double[]> rows, List<Boolean> labels) {
        long so = labels.stream().filter(it -> it).count();
        return rows.stream()
                .map(fitted::probability)
                .sorted(Comparator.reverseOrder())
                .skip(Math.max(0, so - 1))
                .findFirst()
                .orElse(1.0);
    }
}
