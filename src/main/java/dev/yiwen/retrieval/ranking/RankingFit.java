package dev.yiwen.retrieval.ranking;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Fits the weights of one {@link Profile}: the share that a softmax over the shortlist gives to each article shall be its
 * share of the gains (a conditional logit; Cao et al. 2007 call it ListNet's top-one loss).
 */
public final class RankingFit {
    /** What is known of one kind of passage of an article, in the order of the inputs. */
    private static final List<String> FEATURES =
            Stream.concat(MatchFeatures.NAMES.stream(), Stream.of("bestThree")).toList();

    private static final List<String> INPUTS =
            Stream.concat(FEATURES.stream(), TextFeatures.NAMES.stream()).toList();

    private static final double RIDGE = 10;

    /**
     * A judged query.
     *
     * @param slugs of the articles of the shortlist
     * @param inputs what each is ranked by
     * @param gains of each; 0 for one that does not answer
     */
    public record Example(Profile profile, List<String> slugs, List<double[]> inputs, List<Integer> gains) {
        public Example {
            slugs = List.copyOf(slugs);
            inputs = List.copyOf(inputs);
            gains = List.copyOf(gains);
        }

        /** The same as if it had been measured by those features alone, by name. */
        public Example by(Set<String> features) {
            return new Example(
                    profile,
                    slugs,
                    inputs.stream().map(it -> only(features, it)).toList(),
                    gains);
        }

        private double[] only(Set<String> features, double[] inputs) {
            var names = profile == Profile.ANSWERS ? INPUTS : FEATURES;
            double[] kept = inputs.clone();
            for (int i = 0; i < kept.length; i++) {
                if (!features.contains(names.get(i % names.size()))) {
                    kept[i] = 0;
                }
            }
            return kept;
        }

        /** The slugs as such weights rank them, best first. */
        public List<String> ranked(Ranking ranking) {
            return IntStream.range(0, slugs.size())
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer i) -> ranking.score(profile, inputs.get(i)))
                            .reversed())
                    .map(slugs::get)
                    .toList();
        }

        int gain() {
            return gains.stream().mapToInt(Integer::intValue).sum();
        }
    }

    private RankingFit() {}

    /** All examples must be of one profile. */
    public static Ranking.Weights of(List<Example> examples, String madeFrom, String madeBy) {
        var judged = examples.stream().filter(it -> it.gain() > 0).toList();
        double[] ridge = new double[Ranker.inputs(judged.getFirst().profile())];
        Arrays.fill(ridge, RIDGE);
        double[] weights = Newton.minimise(
                (at, gradient, hessian) -> judged.stream()
                        .mapToDouble(it -> add(it, at, gradient, hessian))
                        .sum(),
                ridge);
        return new Ranking.Weights(
                madeFrom,
                madeBy,
                Arrays.stream(weights).map(RankingFit::rounded).boxed().toList());
    }

    private static double add(Example example, double[] weights, double[] gradient, double[][] hessian) {
        double[] shares = shares(example.inputs(), weights);
        double[] mean = new double[weights.length];
        double loss = 0;
        for (int a = 0; a < shares.length; a++) {
            double[] x = example.inputs().get(a);
            double wanted = (double) example.gains().get(a) / example.gain();
            loss -= wanted * Math.log(shares[a] + 1e-12);
            for (int i = 0; i < x.length; i++) {
                mean[i] += shares[a] * x[i];
                gradient[i] += (shares[a] - wanted) * x[i];
                for (int j = 0; j < x.length; j++) {
                    hessian[i][j] += shares[a] * x[i] * x[j];
                }
            }
        }
        for (int i = 0; i < mean.length; i++) {
            for (int j = 0; j < mean.length; j++) {
                hessian[i][j] -= mean[i] * mean[j];
            }
        }
        return loss;
    }

    /** The softmax. */
    private static double[] shares(List<double[]> inputs, double[] weights) {
        double[] scores = inputs.stream()
                .mapToDouble(x -> {
                    double sum = 0;
                    for (int i = 0; i < x.length; i++) {
                        sum += weights[i] * x[i];
                    }
                    return sum;
                })
                .toArray();
        double most = Arrays.stream(scores).max().orElse(0);
        double total = Arrays.stream(scores).map(it -> Math.exp(it - most)).sum();
        return Arrays.stream(scores).map(it -> Math.exp(it - most) / total).toArray();
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
