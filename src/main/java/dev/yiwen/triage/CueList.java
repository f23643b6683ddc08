package dev.yiwen.triage;

import dev.yiwen.shared.InterruptibleText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Patterns that editors keep in a text file; the header of {@code triage/human.txt} describes the format. */
final class CueList {
    private static final Pattern WEIGHTED = Pattern.compile("([01](?:\\.\\d+)?) (.+)");

    /** What a pattern found, in the words of {@link Wording}. */
    record Hit(String words, double weight) {}

    private record Cue(Pattern pattern, double weight) {}

    private final List<Pattern> excluded = new ArrayList<>();
    private final List<Cue> cues = new ArrayList<>();

    private CueList(String resource, List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            try {
                add(lines.get(i).strip());
            } catch (PatternSyntaxException e) {
                throw new IllegalStateException(resource + ":" + (i + 1) + ": " + e.getDescription(), e);
            }
        }
    }

    static CueList load(String resource) {
        try (InputStream in = Objects.requireNonNull(
                Thread.currentThread().getContextClassLoader().getResourceAsStream(resource), resource)) {
            return new CueList(
                    resource,
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Hit> hits(String wording) {
        CharSequence text = InterruptibleText.of(wording);
        for (Pattern pattern : excluded) {
            text = InterruptibleText.of(pattern.matcher(text).replaceAll("\n"));
        }
        var hits = new ArrayList<Hit>();
        for (Cue cue : cues) {
            var matcher = cue.pattern.matcher(text);
            if (matcher.find()) {
                hits.add(new Hit(matcher.group(), cue.weight));
            }
        }
        return hits;
    }

    private void add(String line) {
        if (line.isEmpty() || line.startsWith("#")) {
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
