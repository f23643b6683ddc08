package dev.yiwen.incident;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What tells whether an incident concerns a customer.
 *
 * @param about the words that may name its matter, the newest last
 * @param before all words in which the customer may have said where they are, the newest last
 * @param articles slugs of what was found to answer them
 * @param area where the operator's systems say they are, as written there; null when nobody knows
 * @param product what they have, likewise
 */
public record Said(
        List<String> about,
        List<String> before,
        Set<String> articles,
        @Nullable String area,
        @Nullable String product) {
    public Said {
        about = List.copyOf(about);
        before = List.copyOf(before);
        articles = Set.copyOf(articles);
    }

    public static Said of(String words) {
        return new Said(List.of(words), List.of(words), Set.of(), null, null);
    }

    Said with(@Nullable String knownArea, @Nullable String knownProduct) {
        return new Said(about, before, articles, knownArea, knownProduct);
    }
}
