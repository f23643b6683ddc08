package dev.yiwen.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Reads what numbers and names in a Chinese text are. Rather too little of a place or a name than the sense of a question:
 * a street alone is not an address, and a name needs a word beside it. Takes time in proportion to the text.
 */
public final class PersonalData {
    private static final Numbers NUMBERS = new Numbers();
    private static final Names NAMES = new Names();

    private PersonalData() {}

    /** What says who somebody is or where, in the order of the text; nothing overlaps. */
    public static List<PersonalDatum> in(String text) {
        return all(text).stream().filter(it -> it.kind().isPersonal()).toList();
    }

    /** Also amounts, days and numbers that are everybody's. */
    public static List<PersonalDatum> all(String text) {
        if (text.isBlank()) {
            return List.of();
        }
        var plain = FoldedText.of(text);
        var taken = new TreeMap<Integer, PersonalDatum>();
        // What is read with more certainty comes first.
        if (Digits.mayBeIn(plain)) {
            var cues = Cue.in(plain.text());
            take(Written.in(plain, cues), taken);
            take(NUMBERS.in(plain, cues), taken);
        }
        take(PostalAddresses.in(plain), taken);
        take(NAMES.in(plain), taken);
        take(Quantities.in(plain), taken);
        return List.copyOf(taken.values());
    }

    private static void take(List<PersonalDatum> found, TreeMap<Integer, PersonalDatum> taken) {
        var longest = new ArrayList<>(found);
        longest.sort(Comparator.comparing(PersonalDatum::length).reversed());
        for (PersonalDatum it : longest) {
            var before = taken.lowerEntry(it.end());
            if (before == null || !before.getValue().overlaps(it)) {
                taken.put(it.start(), it);
            }
        }
    }
}
