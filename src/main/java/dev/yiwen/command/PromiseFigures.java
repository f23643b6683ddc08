package dev.yiwen.command;

import dev.yiwen.promise.Finding;
import dev.yiwen.promise.Finding.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts warnings: right ones, false ones, and those that are missing. */
final class PromiseFigures {
    static final List<String> LABELS = List.of("supported", "differs", "unsupported", "none");

    private int lines;
    private int wrong;
    private int warned;
    private int rightly;
    private int alike;

    /** Whether the sentence was warned of, or not, as its label demands. */
    boolean add(String label, List<Finding> findings) {
        boolean isWrong = label.equals("differs") || label.equals("unsupported");
        boolean isWarned = findings.stream().anyMatch(it -> it.verdict().isWarning());
        lines++;
        wrong += isWrong ? 1 : 0;
        warned += isWarned ? 1 : 0;
        rightly += isWrong && isWarned ? 1 : 0;
        alike += verdict(findings).equals(label) ? 1 : 0;
        return isWrong == isWarned;
    }

    private static String verdict(List<Finding> findings) {
        if (findings.stream().anyMatch(it -> it.verdict() == Verdict.DIFFERS || it.verdict() == Verdict.OLDER)) {
            return "differs";
        }
        if (findings.stream().anyMatch(it -> it.verdict() == Verdict.UNSUPPORTED)) {
            return "unsupported";
        }
        return findings.isEmpty() ? "none" : "supported";
    }

    Map<String, Object> of(String set) {
        double precision = share(rightly, warned);
        double recall = share(rightly, wrong);
        var figures = new LinkedHashMap<String, Object>();
        figures.put("set", set);
        figures.put("n", lines);
        figures.put("wrong", wrong);
        figures.put("warned", warned);
        figures.put("precision", rounded(precision));
        figures.put("recall", rounded(recall));
        figures.put("f1", rounded(precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)));
        figures.put("verdict", rounded(share(alike, lines)));
        return figures;
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
