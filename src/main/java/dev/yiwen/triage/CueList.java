package dev.yiwen.triage;

import dev.yiwen.shared.InterruptibleText;
import dev.yiwen.shared.ResourceLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Patterns that editors keep in a text file; the header of {@code triage/human.txt} describes the format. */
final class CueList {
    private static final Pattern WEIGHTED = Pattern.compile("([01](?:\\.\\d+)?) (.+)");

    /** What a pattern found, in the words of {@link Wording}, and how it is meant there. */
    record Hit(String words, double weight, Sense sense) {
        boolean isMeant() {
            return sense == Sense.MEANT;
        }
    }

    /** Tells how a cue is meant. */
    interface Judge {
        Sense of(int start, int end, double weight);
    }

    private record Cue(Pattern pattern, double weight) {}

    /** A wording without what only looks like a cue; {@code places} are those that its characters had. */
    private record Left(String text, int[] places) {}

    private final List<Pattern> excluded = new ArrayList<>();
    private final List<Cue> cues = new ArrayList<>();

    private CueList(String resource, List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            try {
                add(lines.get(i));
            } catch (PatternSyntaxException e) {
                throw new IllegalStateException(resource + ":" + (i + 1) + ": " + e.getDescription(), e);
            }
        }
    }

    static CueList load(String resource) {
        return new CueList(resource, ResourceLines.all(resource));
    }

    /** Wherever they stand. */
    List<Hit> hits(String wording) {
        return hits(wording, (start, end, weight) -> Sense.MEANT);
    }

    /** One of each pattern: the one that is meant most. */
    List<Hit> hits(String wording, Judge judge) {
        var left = left(wording);
        var hits = new ArrayList<Hit>();
        for (Cue cue : cues) {
            hit(cue, left, wording, judge).ifPresent(hits::add);
        }
        return hits;
    }

    private static Optional<Hit> hit(Cue cue, Left left, String wording, Judge judge) {
        Optional<Hit> most = Optional.empty();
        var matcher = cue.pattern.matcher(InterruptibleText.of(left.text));
        while (matcher.find()) {
            int start = matcher.start() < left.places.length ? left.places[matcher.start()] : wording.length();
            int end = matcher.end() == matcher.start() ? start : left.places[matcher.end() - 1] + 1;
            var hit = new Hit(matcher.group(), cue.weight, judge.of(start, end, cue.weight));
            if (most.isEmpty() || hit.sense.compareTo(most.get().sense) < 0) {
                most = Optional.of(hit);
            }
            if (hit.isMeant()) {
                return most;
            }
        }
        return most;
    }

    private Left left(String wording) {
        var text = new StringBuilder(wording);
        int[] places = new int[wording.length()];
        for (int i = 0; i < places.length; i++) {
            places[i] = i;
        }
        for (Pattern pattern : excluded) {
            var matcher = pattern.matcher(InterruptibleText.of(text.toString()));
            var kept = new StringBuilder();
            int[] at = new int[places.length];
            int from = 0;
            while (matcher.find() && matcher.end() > matcher.start()) {
                copy(text, places, from, matcher.start(), kept, at);
                at[Math.min(kept.length(), Math.max(0, at.length - 1))] =
                        matcher.start() < places.length ? places[matcher.start()] : wording.length();
                kept.append('\n');
                from = matcher.end();
            }
            if (from > 0) {
                copy(text, places, from, text.length(), kept, at);
                text = kept;
                places = at;
            }
        }
        return new Left(text.toString(), places);
    }

    private static void copy(StringBuilder text, int[] places, int from, int to, StringBuilder kept, int[] at) {
        for (int i = from; i < to; i++) {
            at[kept.length()] = places[i];
            kept.append(text.charAt(i));
        }
    }

    private void add(String line) {
        if (!ResourceLines.says(line)) {
            return;
        }
        if (line.startsWith("!")) {
            excluded.add(compile(line.substring(1).strip()));
            return;
        }
        var weighted = WEIGHTED.matcher(line);
        cues.add(
                weighted.matches()
                        ? new Cue(compile(weighted.group(2)), Double.parseDouble(weighted.group(1)))
                        : new Cue(compile(line), 1));
    }

    private static Pattern compile(String regex) {
        return Pattern.compile(regex, Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);
    }
}
