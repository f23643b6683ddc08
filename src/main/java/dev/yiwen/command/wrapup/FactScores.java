package dev.yiwen.command.wrapup;

import dev.yiwen.handoff.wrapup.NoteReader;
import dev.yiwen.handoff.wrapup.SaidFacts;
import dev.yiwen.handoff.wrapup.WrapUpNote;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How many facts of each kind were found, how many of those that were found are some, and which not. */
final class FactScores {
    private static final String PROMISE = "promise";

    private final Map<String, Count> counts = new LinkedHashMap<>();
    private final List<String> misses = new ArrayList<>();

    private static final class Count {
        private int gold;
        private int found;
        private int right;
        private int recalled;
    }

    void add(FiledDialogue dialogue) {
        var gold = dialogue.facts();
        if (gold == null) {
            return;
        }
        var found = new LinkedHashMap<String, List<String>>();
        for (var kind : SaidFacts.Kind.values()) {
            found.put(name(kind), new ArrayList<>());
        }
        SaidFacts.in(dialogue.transcript())
                .forEach(it -> found.computeIfAbsent(name(it.kind()), kind -> new ArrayList<>())
                        .add(it.value()));
        found.put(
                PROMISE,
                NoteReader.of(dialogue.transcript(), Optional.empty()).promised().stream()
                        .map(WrapUpNote.Promised::text)
                        .toList());
        found.forEach((kind, some) -> compare(dialogue.id(), kind, gold.getOrDefault(kind, List.of()), some));
    }

    private static String name(SaidFacts.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private void compare(String id, String kind, List<String> gold, List<String> found) {
        var count = counts.computeIfAbsent(kind, it -> new Count());
        count.gold += gold.size();
        count.found += found.size();
        for (String it : found) {
            if (isAmong(it, gold)) {
                count.right++;
            } else {
                misses.add(id + " " + kind + " + " + it);
            }
        }
        for (String it : gold) {
            if (isAmong(it, found)) {
                count.recalled++;
            } else {
                misses.add(id + " " + kind + " - " + it);
            }
        }
    }

    /** The same, or one within the other: 今晚八点前 is 今晚八点, a promise with 好的 before it is the promise. */
    private static boolean isAmong(String one, List<String> others) {
        var plain = plain(one);
        return others.stream().map(FactScores::plain).anyMatch(it -> it.contains(plain) || plain.contains(it));
    }

    private static String plain(String text) {
        return text.replaceAll("[\\p{P}\\s]", "");
    }

    /** Empty when no dialogue had any to look for. */
    Optional<Map<String, Map<String, Number>>> asMap() {
        if (counts.isEmpty()) {
            return Optional.empty();
        }
        var figures = new LinkedHashMap<String, Map<String, Number>>();
        counts.forEach((kind, it) -> figures.put(
                kind,
                Map.of(
                        "n", it.gold,
                        "precision", share(it.right, it.found),
                        "recall", share(it.recalled, it.gold))));
        return Optional.of(figures);
    }

    Stream<String> misses() {
        return misses.stream();
    }

    static double share(int part, int whole) {
        return whole == 0 ? 0 : Math.round(1000.0 * part / whole) / 1000.0;
    }
}
