package dev.yiwen.answer.reading;

import dev.yiwen.shared.SectionFile;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The patterns of {@code answer/acts.txt} for one set of names.
 *
 * @param any of them, fillers too
 * @param acts the first that is found is the message's
 */
record SpeechActPatterns(OwnNames names, Pattern any, Map<SpeechAct, Pattern> acts) {
    private static final String FILLER = "filler";
    private static final Map<String, List<String>> SECTIONS = SectionFile.read("answer/acts.txt");

    static SpeechActPatterns of(OwnNames names) {
        var acts = new EnumMap<SpeechAct, Pattern>(SpeechAct.class);
        SECTIONS.forEach((name, patterns) -> {
            if (!name.equals(FILLER)) {
                var act = SpeechAct.named(name.replace(' ', '-'))
                        .orElseThrow(() -> new IllegalStateException("answer/acts.txt: no act " + name));
                acts.put(act, compiled(patterns, names));
            }
        });
        var all = SECTIONS.values().stream().flatMap(List::stream).toList();
        return new SpeechActPatterns(names, compiled(all, names), acts);
    }

    private static Pattern compiled(List<String> patterns, OwnNames names) {
        return Pattern.compile(patterns.stream().map(names::in).collect(Collectors.joining("|")));
    }
}
