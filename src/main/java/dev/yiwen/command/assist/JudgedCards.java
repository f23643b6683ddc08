package dev.yiwen.command.assist;

import dev.yiwen.assist.cases.CaseLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a person thought of first cards: session, turn, digest of the card and a label a line, with tabs between; {@code #} begins a remark. */
record JudgedCards(List<Judged> all) {

    enum Label {
        USEFUL,
        PARTLY,
        USELESS
    }

    record Judged(String session, int turn, String card, Label label) {}

    static JudgedCards read(Path file) throws IOException, CaseLines.Faults {
        var all = new ArrayList<Judged>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                all.add(judged(file, line.split("\t")));
            }
        }
        return new JudgedCards(List.copyOf(all));
    }

    private static Judged judged(Path file, String[] fields) {
        try {
            return new Judged(
                    fields[0],
                    Integer.parseInt(fields[1]),
                    fields[2],
                    Label.valueOf(fields[3].toUpperCase(Locale.ROOT)));
        } catch (ArrayIndexOutOfBoundsException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    file + ": a line is session, turn, card and useful, partly or useless, with tabs between", e);
        }
    }

    /** How many of each label, and how many of the judged turns have another first card now, or none. */
    Map<String, Object> figures(List<FirstCard> now) {
        var counts = new LinkedHashMap<String, Object>();
        counts.put("n", all.size());
        for (Label label : Label.values()) {
            counts.put(
                    label.name().toLowerCase(Locale.ROOT),
                    all.stream().filter(it -> it.label() == label).count());
        }
        counts.put(
                "otherCardNow",
                all.stream()
                        .filter(it -> now.stream()
                                .noneMatch(card -> card.session().equals(it.session())
                                        && card.turn() == it.turn()
                                        && card.card().equals(it.card())))
                        .count());
        return counts;
    }
}
