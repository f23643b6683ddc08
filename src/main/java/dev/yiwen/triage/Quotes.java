package dev.yiwen.triage;

import java.util.List;
import java.util.regex.Pattern;

/** What a message has between quotation marks, in the form of {@link Wording}, and all that stands outside. */
record Quotes(List<String> quoted, String outside) {
    private static final Pattern MARKS =
            Pattern.compile("“([^“”]{1,80})”|「([^「」]{1,80})」|『([^『』]{1,80})』|\"([^\"]{1,80})\"|《([^《》]{1,80})》");

    static Quotes of(String raw) {
        var matcher = MARKS.matcher(raw);
        var quoted = matcher.results().map(it -> Wording.of(it.group())).toList();
        return new Quotes(quoted, quoted.isEmpty() ? "" : Wording.of(matcher.replaceAll("\n")));
    }

    /** Whether words stand between quotation marks only. */
    boolean holds(String words) {
        return quoted.stream().anyMatch(it -> it.contains(words)) && !outside.contains(words);
    }
}
