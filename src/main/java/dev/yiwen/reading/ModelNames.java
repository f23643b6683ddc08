package dev.yiwen.reading;

import dev.yiwen.reading.Slot.Kind;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Models of products and generations of networks: k1 pro, iphone 15, 5g. Those of one family exclude each other. */
final class ModelNames {
    private static final Pattern MODEL = Pattern.compile("(?<![a-z0-9])([a-z]{1,12})[ -]?(\\d{1,4}[a-z]{0,2})"
            + "((?:[ -]?(?:pro|max|mini|plus|ultra|lite|se|air))*)(?![a-z0-9])");
    /** 5g, but not 5g of data. */
    static final Pattern GENERATION = Pattern.compile("(?<![\\d.a-z])([2-7])g(?![a-z0-9]|的?流量|的?数据|的?包|/)");

    static final String GENERATIONS = "generation";

    private static final Pattern APART = Pattern.compile("[ -]");

    private ModelNames() {}

    static void read(String text, List<Slot> found) {
        MODEL.matcher(text)
                .results()
                .forEach(it -> found.add(new Slot(
                        Kind.MODEL,
                        it.group(1),
                        Set.of(APART.matcher(it.group()).replaceAll("")),
                        it.group())));
        GENERATION
                .matcher(text)
                .results()
                .forEach(it -> found.add(new Slot(Kind.MODEL, GENERATIONS, Set.of(it.group()), it.group())));
    }
}
