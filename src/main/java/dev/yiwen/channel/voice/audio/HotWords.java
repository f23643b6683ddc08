package dev.yiwen.channel.voice.audio;

import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.KnowledgeVersion;
import dev.yiwen.retrieval.ProductWords;
import dev.yiwen.shared.HomeZone;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Words that customers of this operator say more often than others do: products and tags of what is published, and words of the trade. */
@Singleton
final class HotWords {
    private static final Logger LOG = Logger.getLogger(HotWords.class);
    /** FunASR takes words of up to ten characters, and a thousand of them; each costs time. */
    private static final int LONGEST = 10;

    private static final int MOST = 500;
    private static final String OF_ALL_PRODUCTS = "通用";

    private final Articles articles;
    private final int weight;
    private final KnowledgeVersion version;
    private final AtomicBoolean reading = new AtomicBoolean();
    private volatile long read = -1;
    private volatile Map<String, Integer> words;

    HotWords(Articles articles, KnowledgeVersion version, AsrConfig config) {
        this.articles = articles;
        this.version = version;
        weight = config.hotWordWeight();
        words = of(List.of(), weight);
    }

    /** With their weights. Asked for each connection, so at hand: the first that asks after a change still gets the earlier ones. */
    Map<String, Integer> all() {
        long now = version.current();
        if (now != read && reading.compareAndSet(false, true)) {
            read(now);
        }
        return words;
    }

    private void read(long now) {
        articles.publishedOn(HomeZone.today())
                .invoke(published -> {
                    words = of(published, weight);
                    read = now;
                })
                .onTermination()
                .invoke(() -> reading.set(false))
                .subscribe()
                .with(
                        done -> {},
                        e -> LOG.warn("The words of the knowledge could not be read; the earlier ones stay", e));
    }

    static Map<String, Integer> of(Collection<Article> published, int weight) {
        var words = new LinkedHashMap<String, Integer>();
        if (weight > 0) {
            Stream.of(
                            published.stream().map(Article::product),
                            ProductWords.all().stream().sorted(),
                            published.stream().flatMap(it -> it.tags().stream()))
                    .flatMap(it -> it)
                    .filter(HotWords::isSpoken)
                    .distinct()
                    .limit(MOST)
                    .forEach(it -> words.put(it, weight));
        }
        return Map.copyOf(words);
    }

    private static boolean isSpoken(String word) {
        int length = word.codePointCount(0, word.length());
        return length > 1
                && length <= LONGEST
                && !word.equals(OF_ALL_PRODUCTS)
                && word.codePoints().allMatch(Character::isLetterOrDigit)
                && word.codePoints().anyMatch(Character::isIdeographic);
    }
}
