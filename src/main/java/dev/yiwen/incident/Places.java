package dev.yiwen.incident;

import dev.yiwen.shared.ResourceLines;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Provinces, and cities or districts in them, as far as {@code incident/places.txt} names them: enough to tell that somebody is
 * elsewhere, never where they are.
 */
final class Places {
    private static final Pattern KIND = Pattern.compile("(?<=.{2})(?:特别行政区|自治区|自治州|省|市|区|县|镇|街道)$");

    /** 我在东湖区: the suffix tells that it is a place, and of which kind. */
    private static final Pattern NAMED =
            Pattern.compile("[在住是]([\\p{IsHan}&&[^在住是]]{2,5}?)(区|县|市)(?![\\p{IsHan}]{0,1}区)");

    private static final Pattern NO_NAME = Pattern.compile(".*(?:小|片|地|社|园|校|景|开发|新|山|郊|城)$|[这那哪本整全].*|.*(?:城|都)$");

    /** The places within each, by names without their kind. */
    private static final Map<String, Set<String>> WITHIN = read();

    private Places() {}

    /** 海淀 for 海淀区. */
    static String bare(String name) {
        return KIND.matcher(name.strip()).replaceFirst("");
    }

    /** Whether a text names that region, or a place in it. */
    static boolean names(String text, String region) {
        var bare = bare(region);
        return bare.length() > 1
                && (text.contains(bare)
                        || WITHIN.getOrDefault(bare, Set.of()).stream().anyMatch(text::contains));
    }

    /** Whether a text names a place that is neither that region nor one around or in it. */
    static boolean namesAnother(String text, String region) {
        var bare = bare(region);
        return isKnown(bare) && WITHIN.entrySet().stream().anyMatch(it -> isElsewhere(text, it, bare))
                || NAMED.matcher(text)
                        .results()
                        .anyMatch(it -> region.endsWith(it.group(2))
                                && !it.group(1).contains(bare)
                                && !NO_NAME.matcher(it.group(1)).matches());
    }

    private static boolean isElsewhere(String text, Map.Entry<String, Set<String>> province, String bare) {
        if (province.getKey().equals(bare)) {
            return false;
        }
        return !holds(province.getValue(), bare) && text.contains(province.getKey())
                || province.getValue().stream().anyMatch(place -> !bare(place).equals(bare) && text.contains(place));
    }

    /** Of a place that is in no list nobody can say that it is not in a province. */
    private static boolean isKnown(String bare) {
        return WITHIN.containsKey(bare) || WITHIN.values().stream().anyMatch(it -> holds(it, bare));
    }

    private static boolean holds(Set<String> within, String bare) {
        return within.stream().anyMatch(it -> bare(it).equals(bare));
    }

    private static Map<String, Set<String>> read() {
        var places = new HashMap<String, Set<String>>();
        for (var line : ResourceLines.of("incident/places.txt")) {
            var parts = line.split(":", 2);
            places.put(parts[0].strip(), new HashSet<>(Set.of(parts[1].strip().split("\\s+"))));
        }
        return Map.copyOf(places);
    }
}
