package dev.yiwen.assist.cases;

import dev.yiwen.privacy.Kind;
import dev.yiwen.privacy.Masked;
import dev.yiwen.privacy.PersonalData;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Names that were said somewhere in a talk. The reader of personal data knows a name by the word beside it (我叫王小明); said again
 * alone (王小明您好) it is known from before.
 */
final class KnownNames {
    private static final int SHORTEST = 2;
    private static final Set<Kind> NAMES = Set.of(Kind.NAME, Kind.LATIN_NAME);

    /** Longest first, so that none is replaced by half. */
    private final List<String> names;

    private KnownNames(List<String> names) {
        this.names = names;
    }

    /** @param customer the name by which they are known, if they are */
    static KnownNames in(Collection<String> texts, @Nullable String customer) {
        var said = texts.stream()
                .flatMap(text -> PersonalData.in(text).stream()
                        .filter(it -> NAMES.contains(it.kind()))
                        .map(it -> text.substring(it.start(), it.end())));
        return new KnownNames(Stream.concat(said, Stream.ofNullable(customer))
                .map(String::strip)
                .filter(it -> it.codePointCount(0, it.length()) >= SHORTEST)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList());
    }

    /** The text without personal data. */
    String masked(String text) {
        var without = text;
        for (String name : names) {
            without = without.replace(name, "[" + Kind.NAME.label() + "]");
        }
        return Masked.text(without);
    }
}
