package dev.yiwen.retrieval.ranking;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Fits the logistic of one {@link Profile}. */
public final class CalibrationFit {
    // Of the questions as they came, in the order of their probability, those around this share are what focus is on …
    private static final double FOCUS_FROM = 0.45;
    // … and so steeply (of log-odds) the weights of the less likely fall.
    private static final double FOCUS_SLOPE = 0.7;
    private static final double BIAS_RIDGE = 1e-6;
    private static final double LEAST_DEVIATION = 1e-6;

    /** A judged question: its signals, and whether the first candidate was a right answer. */
    public record Sample(MatchSignals signals, boolean right) {}

    /**
     * Questions of which no first candidate is right, because their articles were left out: what a wrong candidate looks like.
     *
     * @param weight of each, where that of a question as it came is 1; little where articles overlap, since another article
     *     may answer too
     */
    public record LeftOut(List<MatchSignals> questions, double weight) {
        public LeftOut {
            questions = List.copyOf(questions);
        }

        Stream<Weighed> weighed() {
            return questions.stream().map(it -> new Weighed(new Sample(it, false), weight));
        }
    }

    /**
     * How to fit.
     *
     * @param ridge penalty of the weights' squares: the fewer questions, the larger
     * @param focus how much, from 0 to 1, it is fitted once more with an eye on likely answers: to be right 99 times in 100
     *     depends on the order of those, and the many that are plainly wrong have most of the say otherwise
     */
    public record Settings(double ridge, double focus) {}

    private record Weighed(Sample sample, double weight) {
        Weighed times(double factor) {
            return new Weighed(sample, weight * factor);
        }
    }

    private CalibrationFit() {}

    /**
     * All samples must be of one profile.
     *
     * @param samples as questions come: what part of them is right decides how sure the logistic is
     */
    public static Logistic of(
            List<Sample> samples, LeftOut leftOut, Settings settings, String madeFrom, String madeBy) {
        var asked = samples.stream().map(it -> new Weighed(it, 1)).toList();
        var columns = IntStream.range(0, MatchSignals.NAMES.size())
                .mapToObj(i -> Standardised.of(samples.stream()
                        .mapToDouble(it -> it.signals().values().get(i))
                        .toArray()))
                .toList();
        var means = columns.stream().map(it -> rounded(it.mean())).toList();
        var deviations = columns.stream()
                .map(it -> Math.max(LEAST_DEVIATION, rounded(it.deviation())))
                .toList();
        var all = Stream.concat(asked.stream(), leftOut.weighed()).toList();
        double[][] inputs = all.stream()
                .map(it -> Logistic.inputs(it.sample().signals().values(), means, deviations))
                .toArray(double[][]::new);
        double[] weights = fit(inputs, all, settings.ridge());
        double[] scaled = weights;
        if (settings.focus() > 0 || !leftOut.questions().isEmpty()) {
            var focused = focused(weights, inputs, all, asked.size(), settings);
            scaled = scaled(focused, Arrays.copyOf(inputs, asked.size()), asked);
        }
        return new Logistic(
                madeFrom,
                madeBy,
                means,
                deviations,
                Arrays.stream(scaled).map(CalibrationFit::rounded).boxed().toList());
    }

    private static double[] fit(double[][] inputs, List<Weighed> samples, double strength) {
        double[] ridge = new double[inputs[0].length];
        Arrays.fill(ridge, strength);
        ridge[0] = BIAS_RIDGE;
        return Newton.minimise((at, gradient, hessian) -> loss(samples, inputs, at, gradient, hessian), ridge);
    }

    /** Between these weights and those that are fitted again with less regard for questions of little probability. */
    private static double[] focused(
            double[] weights, double[][] inputs, List<Weighed> samples, int asked, Settings settings) {
        if (settings.focus() == 0) {
            return weights;
        }
        double[] sums =
                Arrays.stream(inputs).mapToDouble(it -> product(weights, it)).toArray();
        double from = Arrays.stream(sums, 0, asked).sorted().toArray()[(int) (FOCUS_FROM * asked)];
        var regarded = IntStream.range(0, sums.length)
                .mapToObj(i -> samples.get(i).times(1 / (1 + Math.exp(FOCUS_SLOPE * (from - sums[i])))))
                .toList();
        double all = samples.stream().mapToDouble(Weighed::weight).sum();
        double kept = regarded.stream().mapToDouble(Weighed::weight).sum();
        double[] again =
                fit(inputs, regarded.stream().map(it -> it.times(all / kept)).toList(), settings.ridge());
        return IntStream.range(0, weights.length)
                .mapToDouble(i -> weights[i] + settings.focus() * (again[i] - weights[i]))
                .toArray();
    }

    /**
     * The same order of questions, as sure as questions are right (Platt 1999): there were more wrong ones to fit by than
     * people ask.
     */
    private static double[] scaled(double[] weights, double[][] inputs, List<Weighed> samples) {
        double[][] sums = Arrays.stream(inputs)
                .map(it -> new double[] {1, product(weights, it)})
                .toArray(double[][]::new);
        double[] line = fit(sums, samples, BIAS_RIDGE);
        double[] scaled = Arrays.stream(weights).map(it -> it * line[1]).toArray();
        scaled[0] += line[0];
        return scaled;
    }

    private static double product(double[] weights, double[] inputs) {
        double sum = 0;
        for (int i = 0; i < inputs.length; i++) {
            sum += weights[i] * inputs[i];
        }
        return sum;
    }

    private static double loss(
            List<Weighed> samples, double[][] inputs, double[] weights, double[] gradient, double[][] hessian) {
        double loss = 0;
        for (int s = 0; s < inputs.length; s++) {
            double[] x = inputs[s];
            double p = 1 / (1 + Math.exp(-product(weights, x)));
            boolean right = samples.get(s).sample().right();
            double weight = samples.get(s).weight();
            loss -= weight * Math.log((right ? p : 1 - p) + 1e-12);
            double error = weight * (p - (right ? 1 : 0));
            double curvature = weight * p * (1 - p);
            for (int i = 0; i < x.length; i++) {
                gradient[i] += error * x[i];
                double ci = curvature * x[i];
                for (int j = 0; j < x.length; j++) {
                    hessian[i][j] += ci * x[j];
                }
            }
        }
        return loss;
    }

    private static double rounded(double value) {
        return Math.round(value * 1e6) / 1e6;
    }
}
