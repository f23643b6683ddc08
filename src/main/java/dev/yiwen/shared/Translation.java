package dev.yiwen.shared;

import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The English of what the service itself has said to customers. It is stored in Chinese, for whoever serves them; a customer may
 * want either language at any time, also of what was said long ago.
 */
public final class Translation {
    private static final List<String> FEATURES =
            List.of("answer", "conversation", "handoff", "incident", "ticket", "web");
    private static final Pattern TO_CUSTOMERS = Pattern.compile(
            "(answer|conversation\\.(notice|file)|ticket|web|incident\\.tell)\\..*|handoff\\.left-queue");
    private static final String CLOCK = "ticket.clock";
    private static final Messages MESSAGES = new Messages();
    private static final List<Template> TEMPLATES = templates();
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern(MESSAGES.text(CLOCK));
    private static final DateTimeFormatter READ =
            DateTimeFormatter.ofPattern(MESSAGES.text(Locale.ENGLISH, CLOCK, Map.of()), Locale.ENGLISH);

    private static volatile Standing standing = new Standing(Map.of(), Map.of());

    private Translation() {}

    private record Standing(Map<String, String> chinese, Map<String, String> english) {}

    /** What the {@link StandingWords} are from now on. What was said under earlier ones keeps them. */
    public static void learn(Map<String, String> chinese, Map<String, String> english) {
        standing = new Standing(Map.copyOf(chinese), Map.copyOf(english));
    }

    /** A text of ours, with its gaps. */
    private record Template(String key, Pattern chinese, List<String> gaps, int length) {
        static Template of(String key, String chinese) {
            var gap = Messages.PLACEHOLDER.matcher(chinese);
            var pattern = new StringBuilder();
            var gaps = new ArrayList<String>();
            int from = 0;
            while (gap.find()) {
                pattern.append(Pattern.quote(chinese.substring(from, gap.start())))
                        .append("(.*?)");
                gaps.add(gap.group(1));
                from = gap.end();
            }
            pattern.append(Pattern.quote(chinese.substring(from)));
            return new Template(key, Pattern.compile(pattern.toString(), Pattern.DOTALL), gaps, chinese.length());
        }

        Optional<String> english(String text) {
            var found = chinese.matcher(text);
            if (!found.matches()) {
                return Optional.empty();
            }
            var now = standing;
            var facts = new HashMap<>(now.english());
            for (int i = 0; i < gaps.size(); i++) {
                var gap = gaps.get(i);
                if (!found.group(i + 1).equals(now.chinese().get(gap))) {
                    facts.put(gap, fact(found.group(i + 1)));
                }
            }
            return Optional.of(MESSAGES.text(Locale.ENGLISH, key, facts));
        }
    }

    /** Empty for what others have written: articles, people. Their words within a text of ours stay as they are. */
    public static Optional<String> english(String chinese) {
        return TEMPLATES.stream().flatMap(it -> it.english(chinese).stream()).findFirst();
    }

    private static String fact(String chinese) {
        try {
            return READ.format(WRITTEN.parse(chinese));
        } catch (DateTimeException e) {
            return english(chinese).orElse(chinese);
        }
    }

    /** Longer ones first, so that no short one takes for its gap what another says. */
    private static List<Template> templates() {
        return FEATURES.stream()
                .flatMap(feature -> MESSAGES.of(feature, Locale.ENGLISH).stream()
                        .filter(it -> TO_CUSTOMERS.matcher(it).matches())
                        .map(key -> Template.of(key, MESSAGES.text(key))))
                .sorted(Comparator.comparingInt(Template::length).reversed())
                .toList();
    }
}
