package dev.yiwen.triage.emotion;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a speaker came to what was said last: these words, the words just before them in one breath, and what the same person
 * said before the other answered. What the other says tells little: measured, it made the reading worse.
 */
final class SpeakerContext {
    /** Names of the numbers, in their order. */
    static final List<String> SIGNS = List.of(
            "inTalk",
            "inTalk breath",
            "inTalk long breath",
            "inTalk mean",
            "inTalk most",
            "inTalk before",
            "inTalk in all",
            "alone",
            "alone breath",
            "alone in all");

    /** Of a breath: what was said a message earlier counts so much less. */
    private static final double IN_BREATH = 0.65;

    private static final double IN_LONG_BREATH = 0.85;

    private static final double BEFORE = 0.8;

    /** So many lines without any sign are thought of before the first: a few words say little of a person. */
    private static final int UNKNOWN = 3;

    private static final int REMEMBERED = 20;
    private static final int BREATH = 8;

    private SpeakerContext() {}

    /** One line before or at the reading; {@code own} is by the speaker of the last one. */
    record Line(boolean own, TextScores heard) {}

    /** @param lines oldest first, the last by the speaker who is read */
    static double[] of(List<Line> lines) {
        var breath = new ArrayList<TextScores>();
        var before = new ArrayList<TextScores>();
        boolean inBreath = true;
        for (Line line : lines.reversed()) {
            inBreath &= line.own();
            if (line.own()) {
                (inBreath ? breath : before).add(line.heard());
            }
        }
        var all = Stream.concat(breath.stream(), before.stream()).toList();
        TextScores last = breath.removeFirst();
        double sum = last.inTalk();
        double most = last.inTalk();
        var earlier = breath.subList(0, Math.min(BREATH, breath.size()));
        for (TextScores heard : earlier) {
            sum += heard.inTalk();
            most = Math.max(most, heard.inTalk());
        }
        return new double[] {
            last.inTalk(),
            fading(breath.stream().mapToDouble(TextScores::inTalk).toArray(), IN_BREATH),
            fading(breath.stream().mapToDouble(TextScores::inTalk).toArray(), IN_LONG_BREATH),
            sum / (1 + earlier.size()),
            most,
            fading(before.stream().mapToDouble(TextScores::inTalk).toArray(), BEFORE),
            all.stream().mapToDouble(TextScores::inTalk).sum() / (UNKNOWN + all.size()),
            last.alone(),
            fading(breath.stream().mapToDouble(TextScores::alone).toArray(), IN_BREATH),
            all.stream().mapToDouble(TextScores::alone).sum() / all.size()
        };
    }

    /** A sum in which each value counts less than the nearer one before it. */
    private static double fading(double[] nearestFirst, double share) {
        double sum = 0;
        double weight = 1;
        for (int i = 0; i < Math.min(REMEMBERED, nearestFirst.length); i++) {
            sum += weight * nearestFirst[i];
            weight *= share;
        }
        return sum;
    }
}
