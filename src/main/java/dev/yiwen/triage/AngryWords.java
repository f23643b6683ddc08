package dev.yiwen.triage;

import java.util.List;
import java.util.regex.Pattern;

/** How angry a message is by a list of words that editors keep, by its punctuation and by shouting. */
final class AngryWords {
    private static final Pattern RUN = Pattern.compile("[!！]{2,}|[?？!！]{3,}");
    private static final Pattern LONG_RUN = Pattern.compile("[!！?？]{5,}");
    private static final Pattern EXCLAMATION = Pattern.compile("[!！]");
    // 快快快快, 退钱退钱退钱: the same one to four characters three times or more.
    private static final Pattern REPEATS = Pattern.compile("([\\p{IsHan}]{2,4})\\1{2,}|([快退滚骗烦])\\2{2,}");
    private static final Pattern SHOUTING = Pattern.compile("\\b[A-Z]{4,}+(?:\\s++[A-Z]{2,}+\\b)++");

    private static final int TURNS = 6;

    // What of its weight a word keeps that is meant mildly: alone it never makes a message angry.
    private static final double MILDLY = 0.5;
    // Stronger ones are thrown at somebody, whatever else is asked.
    private static final double INSULT = 0.61;
    private static final Pattern ANGRY_FACE = Pattern.compile("[😠😡🤬👿🖕💢]");
    private static final Pattern MARK = Pattern.compile("[!！]");

    private final CueList words = CueList.load("triage/anger.txt");
    private final CueContext displeasure = new CueContext("anger");
    private final CueContext insult = new CueContext("insult");
    private final Pattern thanks = CueContext.pattern("thanks");

    /** The list's words in a message, and how they are meant. */
    List<CueList.Hit> hits(String raw, CutWording wording) {
        boolean loud = MARK.matcher(raw).find();
        return words.hits(wording.text(), (start, end, weight) -> {
            var sense = (weight < INSULT ? displeasure : insult).of(wording, start, end);
            return loud && sense.isMild() ? Sense.MEANT : sense;
        });
    }

    /** Whether what is angry in a message is all meant mildly. */
    static boolean isMild(List<CueList.Hit> hits) {
        return hits.stream().anyMatch(it -> it.sense().isMild())
                && hits.stream().noneMatch(CueList.Hit::isMeant);
    }

    /** Whether a message says thanks and nothing angry: its warmth is not to be taken for heat. */
    boolean thanks(String raw, String wording, List<CueList.Hit> hits) {
        return thanks.matcher(wording).find()
                && !ANGRY_FACE.matcher(raw).find()
                && hits.stream().noneMatch(CueList.Hit::isMeant);
    }

    /**
     * Of one message alone, 0 to 1: independent signs, combined as one minus the product of their absences.
     *
     * @param hits of the list in the message {@code raw}
     */
    static double of(String raw, List<CueList.Hit> hits) {
        double calm = 1;
        for (CueList.Hit hit : hits) {
            if (hit.isMeant()) {
                calm *= 1 - hit.weight();
            } else if (hit.sense().isMild()) {
                calm *= 1 - MILDLY * hit.weight();
            }
        }
        calm *= Math.pow(
                0.65, (double) Math.min(2, ANGRY_FACE.matcher(raw).results().count()));
        // Punctuation adds to angry words, and means little in 谢谢！！
        boolean worded = calm < 1;
        if (RUN.matcher(raw).find()) {
            calm *= worded ? 0.7 : 0.85;
        } else if (worded && EXCLAMATION.matcher(raw).find()) {
            calm *= 0.9;
        }
        if (LONG_RUN.matcher(raw).find()) {
            calm *= 0.8;
        }
        if (REPEATS.matcher(raw).find()) {
            calm *= 0.75;
        }
        if (SHOUTING.matcher(raw).find()) {
            calm *= 0.75;
        }
        return 1 - calm;
    }

    /** Of the last of some messages, with what came before: displeasure that goes on counts more than one sharp word, and fades when it stops. */
    static double over(List<Double> angers) {
        double carried = 0;
        double now = 0;
        for (double anger : angers.subList(Math.max(0, angers.size() - TURNS), angers.size())) {
            now = anger;
            double felt = 1 - (1 - now) * (1 - 0.6 * carried);
            carried = now > 0 ? felt : 0.6 * carried;
        }
        return now > 0 ? carried : 0;
    }
}
