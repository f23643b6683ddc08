package dev.yiwen.triage;

import dev.yiwen.shared.InterruptibleText;
import dev.yiwen.shared.SectionFile;
import dev.yiwen.shared.Segmenter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Judges how a cue is meant where it stands: by the borders of words, then by the patterns of one kind of cue in {@code
 * triage/context.txt}, whose header describes them to editors.
 */
final class CueContext {
    private static final Map<String, List<String>> SECTIONS = SectionFile.read("triage/context.txt");
    private static final Map<String, String> WORDS = words();
    private static final Pattern PARTICLES = compile("[吧了的啊呀吗呢嘛么啦们]+");
    private static final Pattern CORE = pattern("core");
    private static final Set<String> SAME = Set.copyOf(SECTIONS.getOrDefault("same", List.of()));

    /** Stands for the cue in the patterns; {@link Wording} leaves none. */
    private static final String CUE = "@";

    private record Rule(Sense sense, Pattern pattern) {}

    private final List<Rule> rules = new ArrayList<>();

    CueContext(String kind) {
        // What is no cue first, then what is mild.
        for (Sense sense : List.of(Sense.values()).reversed()) {
            var section = kind + " " + sense.name().toLowerCase(Locale.ROOT);
            SECTIONS.getOrDefault(section, List.of()).forEach(it -> rules.add(new Rule(sense, compile(named(it)))));
        }
    }

    /** Of the cue from {@code start} to {@code end} of a wording. */
    Sense of(CutWording wording, int start, int end) {
        if (isInside(wording, start, end)) {
            return Sense.INSIDE;
        }
        var around = wording.around(start, end, CUE);
        return rules.stream()
                .filter(it -> it.pattern.matcher(InterruptibleText.of(around)).find())
                .map(Rule::sense)
                .findFirst()
                .orElse(Sense.MEANT);
    }

    /** Of a cue that names its matter, that is what must be a word; what stands around it may be cut anywhere. */
    private static boolean isInside(CutWording wording, int start, int end) {
        var core = CORE.matcher(wording.text()).region(start, end);
        boolean named = false;
        while (core.find()) {
            named = true;
            if (!isInsideWord(wording, core.start(), core.end())) {
                return false;
            }
        }
        return named || isInsideWord(wording, start, end);
    }

    /** Whether a word of the dictionary reaches over one of its ends, with more than a particle. */
    private static boolean isInsideWord(CutWording wording, int start, int end) {
        return wording.isCut(
                start,
                end,
                it -> isHan(it.word())
                        && Segmenter.knows(it.word())
                        && !PARTICLES.matcher(it.rest()).matches()
                        && !SAME.contains(it.word()));
    }

    private static boolean isHan(String word) {
        return word.codePoints().allMatch(it -> Character.UnicodeScript.of(it) == Character.UnicodeScript.HAN);
    }

    private static Map<String, String> words() {
        var words = new HashMap<String, String>();
        for (String line : SECTIONS.getOrDefault("words", List.of())) {
            var parts = line.split(" ", 2);
            words.put(parts[0], "(?:" + named(parts[1], words) + ")");
        }
        return words;
    }

    private static String named(String pattern) {
        return named(pattern, WORDS);
    }

    private static String named(String pattern, Map<String, String> words) {
        var result = pattern;
        for (var word : words.entrySet()) {
            result = result.replace("<" + word.getKey() + ">", word.getValue());
        }
        return result;
    }

    /** A pattern with its {@code <words>} put in. */
    static Pattern ofWords(String pattern) {
        return compile(named(pattern));
    }

    /** All of a section in one. */
    static Pattern pattern(String section) {
        return compile(named(String.join("|", SECTIONS.getOrDefault(section, List.of()))));
    }

    private static Pattern compile(String regex) {
        return Pattern.compile(regex, Pattern.MULTILINE);
    }
}
