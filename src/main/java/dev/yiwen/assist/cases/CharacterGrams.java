package dev.yiwen.assist.cases;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Characters and pairs of neighbouring characters of a text. What stands in brackets for something taken out is one character. */
final class CharacterGrams {
    /** 0.6: what was said five turns ago counts a tenth of what was said last. */
    private static final double A_TURN_EARLIER = 0.6;

    /** Longer contexts begin with what is long past. */
    private static final int TURNS = 16;

    private static final int LONGEST = 600;

    private static final Pattern TAKEN_OUT = Pattern.compile("\\[([^\\[\\]]{1,24})]");
    private static final Pattern ADDRESS = Pattern.compile("https?://[\\x21-\\x7e]+");
    private static final String BREAKS = ",.!~:;'\"“”‘’。、…";

    private CharacterGrams() {}

    /** How often each occurs in a text. */
    static Map<String, Double> of(String text) {
        var counts = new HashMap<String, Double>();
        count(text, 1, counts);
        return counts;
    }

    /** The same for turns joined by commas, of which the last counts most. */
    static Map<String, Double> ofContext(String context) {
        var counts = new HashMap<String, Double>();
        var turns = turns(context);
        double weight = 1;
        for (String turn : turns) {
            count(turn, weight, counts);
            weight *= A_TURN_EARLIER;
        }
        return counts;
    }

    static Map<String, Double> ofLastTurn(String context) {
        var turns = turns(context);
        return turns.isEmpty() ? Map.of() : of(turns.getFirst());
    }

    /** How many characters there are, pairs and breaks aside. */
    static int length(String text) {
        return units(text).stream().mapToInt(List::size).sum();
    }

    /** Latest first, without those that say nothing. */
    private static List<String> turns(String context) {
        var turns = new ArrayList<String>();
        int end = context.length();
        while (end >= 0 && turns.size() < TURNS) {
            int comma = end == 0 ? -1 : context.lastIndexOf(',', end - 1);
            String turn = context.substring(comma + 1, end);
            if (length(turn) > 0) {
                turns.add(turn);
            }
            end = comma;
        }
        return turns;
    }

    private static void count(String text, double weight, Map<String, Double> counts) {
        for (List<String> run : units(text)) {
            for (int i = 0; i < run.size(); i++) {
                counts.merge(run.get(i), weight, Double::sum);
                if (i > 0) {
                    counts.merge(run.get(i - 1) + run.get(i), weight, Double::sum);
                }
            }
        }
    }

    /** Runs of characters between punctuation and blanks. */
    private static List<List<String>> units(String text) {
        String bounded = text.length() <= LONGEST ? text : text.substring(text.length() - LONGEST);
        String form = Normalizer.normalize(ADDRESS.matcher(bounded).replaceAll("[链接]"), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT);
        var runs = new ArrayList<List<String>>();
        var run = new ArrayList<String>();
        var taken = TAKEN_OUT.matcher(form);
        for (int i = 0; i < form.length(); ) {
            int point = form.codePointAt(i);
            if (point == '[' && taken.find(i) && taken.start() == i) {
                run.add("[" + label(taken.group(1)) + "]");
                i = taken.end();
                continue;
            }
            if (Character.isWhitespace(point) || BREAKS.indexOf(point) >= 0) {
                if (!run.isEmpty()) {
                    runs.add(run);
                    run = new ArrayList<>();
                }
            } else {
                run.add(Character.toString(point));
            }
            i += Character.charCount(point);
        }
        if (!run.isEmpty()) {
            runs.add(run);
        }
        return runs;
    }

    /** Of what kind, not which: [orderid_10005] and [orderid_10006] are alike. */
    private static String label(String inside) {
        return inside.replaceAll("[\\d_]+", "");
    }
}
