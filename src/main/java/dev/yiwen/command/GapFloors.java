package dev.yiwen.command;

import dev.yiwen.knowledge.QuestionLikeness.Alike;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.ml.clustering.Clusterable;
import org.apache.commons.math3.ml.clustering.KMeansPlusPlusClusterer;
import org.apache.commons.math3.ml.distance.EuclideanDistance;
import org.apache.commons.math3.random.Well19937c;

/** Plain ways to group questions by their vectors, to measure ours against. */
final class GapFloors {
    private static final int SEED = 20_261_130;
    private static final int ROUNDS = 30;

    private record Point(int place, double[] vector) implements Clusterable {
        @Override
        public double[] getPoint() {
            return vector;
        }
    }

    private GapFloors() {}

    /**
     * k-means++ (Arthur and Vassilvitskii 2007) of unit vectors.
     *
     * @param count of groups: it is told how many there are, which nobody knows
     */
    static List<List<Integer>> kMeans(List<float[]> vectors, int count) {
        var points = IntStream.range(0, vectors.size())
                .mapToObj(i -> new Point(i, doubles(vectors.get(i))))
                .toList();
        return new KMeansPlusPlusClusterer<Point>(count, ROUNDS, new EuclideanDistance(), new Well19937c(SEED))
                .cluster(points).stream()
                        .map(it -> it.getPoints().stream().map(Point::place).toList())
                        .filter(it -> !it.isEmpty())
                        .toList();
    }

    /** Everything that a chain of pairs ties together whose cosine is at least so high. */
    static List<List<Integer>> singleLink(int count, List<Alike> cosines, double least) {
        int[] parent = IntStream.range(0, count).toArray();
        for (var it : cosines) {
            if (it.probability() >= least) {
                parent[root(parent, it.first())] = root(parent, it.second());
            }
        }
        var groups = new ArrayList<List<Integer>>();
        for (int i = 0; i < count; i++) {
            groups.add(new ArrayList<>());
        }
        for (int i = 0; i < count; i++) {
            groups.get(root(parent, i)).add(i);
        }
        return groups.stream().filter(it -> !it.isEmpty()).toList();
    }

    private static int root(int[] parent, int place) {
        int at = place;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    private static double[] doubles(float[] vector) {
        return IntStream.range(0, vector.length).mapToDouble(i -> vector[i]).toArray();
    }
}
