package dev.yiwen.answer.reading;

import dev.yiwen.brand.ShownBrand;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How customers call the bot and its company, in the form of {@link SpeechActs#words}.
 *
 * @param operators the company's name and its short one
 */
record OwnNames(List<String> assistants, List<String> operators) {
    private static final String NONE = "(?!)";

    OwnNames {
        assistants = List.copyOf(assistants);
        operators = List.copyOf(operators);
    }

    static OwnNames of(ShownBrand brand) {
        var chinese = brand.chinese();
        var english = brand.english();
        return new OwnNames(
                forms(Stream.of(chinese.assistant(), english.assistant())),
                forms(Stream.of(chinese.operator(), brand.shortName(), english.operator())));
    }

    /** A pattern of {@code answer/acts.txt} with the names in it. */
    String in(String pattern) {
        return pattern.replace("{assistant}", any(assistants)).replace("{operator}", any(operators));
    }

    private static List<String> forms(Stream<String> names) {
        return names.map(SpeechActs::words)
                .filter(it -> !it.isEmpty())
                .distinct()
                .toList();
    }

    private static String any(Collection<String> names) {
        return names.isEmpty() ? NONE : names.stream().map(Pattern::quote).collect(Collectors.joining("|", "(?:", ")"));
    }
}
