package dev.yiwen.knowledge;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Places in answers that a named value fills, {@code {{服务热线}}}. Two braces: one is what texts of the product have, such as
 * {@code {operator}}.
 */
public final class SnippetTokens {
    /** What a value may be called. */
    public static final String NAME = "[\\p{L}\\p{N}_-]{1,30}";

    private static final String OPENING = "{{";
    private static final Pattern TOKEN = Pattern.compile("\\{\\{\\s*(" + NAME + ")\\s*}}");

    private SnippetTokens() {}

    static boolean isIn(String text) {
        return text.contains(OPENING);
    }

    /** The names in the answer and its variants, in their order. */
    public static Set<String> names(ArticleDraft draft) {
        var names = new LinkedHashSet<String>();
        texts(draft).forEach(text -> TOKEN.matcher(text).results().forEach(it -> names.add(it.group(1))));
        return names;
    }

    /** Those of which there is no value. */
    public static List<String> unknown(ArticleDraft draft, Set<String> known) {
        return names(draft).stream().filter(it -> !known.contains(it)).toList();
    }

    /** @param values by name; what is not among them stays as it is written */
    public static String filled(String text, Map<String, String> values) {
        return isIn(text)
                ? TOKEN.matcher(text)
                        .replaceAll(it ->
                                java.util.regex.Matcher.quoteReplacement(values.getOrDefault(it.group(1), it.group())))
                : text;
    }

    /** With the name where the value goes: what the search holds does not grow old with a value. */
    public static String named(String text) {
        return isIn(text) ? TOKEN.matcher(text).replaceAll(it -> it.group(1)) : text;
    }

    private static Stream<String> texts(ArticleDraft draft) {
        return Stream.concat(
                Stream.of(draft.answer()), draft.variants().stream().map(AnswerVariant::answer));
    }
}
