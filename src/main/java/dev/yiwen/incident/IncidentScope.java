package dev.yiwen.incident;

import java.util.List;

/**
 * Whom an incident concerns: those who speak of its matter, in one of its regions, with one of its products.
 *
 * @param regions as people name them, e.g. 海淀区; none: everywhere
 * @param products likewise; none: all
 * @param words of the matter, each as customers say it; parts that a space separates must all be said
 * @param except words by which somebody speaks of something else
 * @param articles slugs of what answers questions of this kind
 */
public record IncidentScope(
        List<String> regions, List<String> products, List<String> words, List<String> except, List<String> articles) {
    public IncidentScope {
        regions = List.copyOf(regions);
        products = List.copyOf(products);
        words = List.copyOf(words);
        except = List.copyOf(except);
        articles = List.copyOf(articles);
    }
}
