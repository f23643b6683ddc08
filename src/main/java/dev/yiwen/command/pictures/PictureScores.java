package dev.yiwen.command.pictures;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** How many characters of pictures were read as they stand there. */
final class PictureScores {
    private static final LevenshteinDistance DISTANCE = new LevenshteinDistance();

    private final Map<String, Score> scores = new LinkedHashMap<>();

    private static final class Score {
        private int pictures;
        private long characters;
        private long wrong;
        private long nanos;
        private long longest;
    }

    void add(DrawnPicture.Scene scene, Wear wear, String there, String read, long nanos) {
        for (String of : new String[] {name(scene), name(wear), "all"}) {
            var score = scores.computeIfAbsent(of, it -> new Score());
            String truth = bare(there);
            score.pictures++;
            score.characters += truth.length();
            score.wrong += Math.min(truth.length(), DISTANCE.apply(truth, bare(read)));
            score.nanos += nanos;
            score.longest = Math.max(score.longest, nanos);
        }
    }

    /** Characters right of those there, 0 to 1, by the edit distance; spaces, line ends and the width of signs do not count. */
    Map<String, Object> asMap() {
        var figures = new LinkedHashMap<String, Object>();
        scores.forEach((name, it) -> figures.put(
                name,
                Map.of(
                        "pictures",
                        it.pictures,
                        "characters",
                        it.characters,
                        "accuracy",
                        rounded(1 - (double) it.wrong / it.characters),
                        "meanMs",
                        it.nanos / it.pictures / 1_000_000,
                        "longestMs",
                        it.longest / 1_000_000)));
        return figures;
    }

    private static double rounded(double share) {
        return Math.round(share * 10_000) / 10_000.0;
    }

    private static String name(Enum<?> it) {
        return it.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String bare(String text) {
        return text.replaceAll("\\s+", "")
                .replace('：', ':')
                .replace('，', ',')
                .replace('；', ';')
                .replace('（', '(')
                .replace('）', ')');
    }
}
