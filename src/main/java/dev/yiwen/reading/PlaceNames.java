package dev.yiwen.reading;

import dev.yiwen.reading.Slot.Kind;
import dev.yiwen.shared.ResourceLines;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Countries, as the locale data of Java name them, and the provinces and cities of China. */
final class PlaceNames {
    /** They mean something else more often. */
    private static final Set<String> WORDS = Set.of("白银", "大同", "日照", "安康", "三明", "东方", "吉安", "百色", "文昌", "中国");

    private static final Pattern COUNTRY = Pattern.compile(WordLists.any(countries()));
    private static final Pattern PLACE = Pattern.compile(WordLists.any(ResourceLines.of("reading/places.txt").stream()
            .flatMap(it -> Arrays.stream(it.split("\\s+")))
            .filter(it -> !WORDS.contains(it))
            .collect(Collectors.toSet())));

    private PlaceNames() {}

    static void read(String text, List<Slot> found) {
        add(COUNTRY, Kind.COUNTRY, text, found);
        add(PLACE, Kind.PLACE, text, found);
    }

    private static void add(Pattern names, Kind kind, String text, List<Slot> found) {
        names.matcher(text).results().forEach(it -> found.add(new Slot(kind, "", Set.of(it.group()), it.group())));
    }

    private static Set<String> countries() {
        return Stream.concat(
                        Arrays.stream(Locale.getISOCountries())
                                .map(it -> Locale.of("", it).getDisplayCountry(Locale.CHINA)),
                        Stream.of("欧洲", "东南亚", "非洲", "北美", "南美", "中东"))
                .filter(it ->
                        it.length() <= 6 && it.codePoints().allMatch(Character::isIdeographic) && !WORDS.contains(it))
                .collect(Collectors.toSet());
    }
}
