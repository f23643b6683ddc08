package dev.yiwen.knowledge.editing;

import dev.yiwen.knowledge.AnswerVariant;
import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.ArticleSearch;
import dev.yiwen.shared.PlainText;
import io.vertx.mutiny.sqlclient.Row;
import java.text.Collator;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Filters, counts and pages the editors' list. In memory: curated knowledge is thousands of articles, not millions, and
 * the counts need all of them anyway.
 */
public final class ArticleList {
    /** Characters of a line that a search found. */
    private static final int EXCERPT = 60;

    private final ArticleFilter filter;
    private final LocalDate today;
    private final Map<ArticleId, Integer> places = new HashMap<>();
    private final Map<ArticleId, String> passages = new HashMap<>();

    /** @param meant what a search by meaning found for the filter's words, best first */
    public ArticleList(ArticleFilter filter, List<ArticleSearch.Match> meant, LocalDate today) {
        this.filter = filter;
        this.today = today;
        for (var it : meant) {
            places.put(it.article(), places.size());
            passages.put(it.article(), it.passage());
        }
    }

    /** All that pass the filter, whatever page it names. */
    public List<Article> matching(List<Article> shown, Iterable<Row> latest) {
        var latestOf = new HashMap<UUID, Row>();
        latest.forEach(row -> latestOf.put(row.getUUID("article_id"), row));
        var open = new OpenWork(latestOf, today);
        return shown.stream()
                .filter(this::passes)
                .filter(it -> filter.queue() == null || open.of(it).contains(filter.queue()))
                .toList();
    }

    public ArticlePage page(List<Article> shown, Iterable<Row> latest) {
        var latestOf = new HashMap<UUID, Row>();
        latest.forEach(row -> latestOf.put(row.getUUID("article_id"), row));
        var open = new OpenWork(latestOf, today);
        var matching = shown.stream()
                .filter(this::passes)
                .filter(it -> filter.queue() == null || open.of(it).contains(filter.queue()))
                .sorted(filter.queue() == null ? order() : open.order(filter.queue()))
                .toList();
        var items = matching.stream()
                .skip((long) filter.page() * filter.size())
                .limit(filter.size())
                .map(it -> summary(it, latestOf.get(it.id().value()), today, found(it)))
                .toList();
        var facets = facets(shown, today);
        facets.put("queue", open.counts(shown));
        return new ArticlePage(items, matching.size(), facets);
    }

    private Comparator<Article> order() {
        var byTopic = Comparator.comparing(Article::slug);
        return switch (filter.sort()) {
            case BEST ->
                Comparator.comparingInt((Article it) -> places.getOrDefault(it.id(), Integer.MAX_VALUE))
                        .thenComparing(byTopic);
            case TOPIC -> byTopic;
            case CHANGED -> Comparator.comparing(Article::changedAt).reversed().thenComparing(byTopic);
            case QUESTION ->
                Comparator.comparing(Article::question, Collator.getInstance(Locale.CHINA))
                        .thenComparing(byTopic);
        };
    }

    private boolean passes(Article article) {
        return any(filter.topic(), topic(article))
                && any(filter.state(), article.state())
                && any(filter.audience(), article.audience())
                && any(filter.product(), article.product())
                && any(filter.author(), article.author())
                && any(filter.valid(), ArticleFilter.Validity.of(article, today))
                && (places.containsKey(article.id()) || contains(article, filter.text()));
    }

    private static boolean any(@Nullable Object wanted, Object actual) {
        return wanted == null || wanted.equals("") || wanted.equals(actual);
    }

    /** Every word of the search text occurs somewhere in the article. */
    private static boolean contains(Article article, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return true;
        }
        var haystack = Stream.concat(
                        Stream.of(article.slug(), article.question(), article.answer()),
                        Stream.of(
                                        article.phrasings().stream(),
                                        article.tags().stream(),
                                        article.variants().stream().map(AnswerVariant::answer))
                                .flatMap(it -> it))
                .collect(Collectors.joining("\n"))
                .toLowerCase(Locale.ROOT);
        return Stream.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+")).allMatch(haystack::contains);
    }

    /** The phrasing or line of the answer that holds a word which the question, shown anyway, lacks. */
    private @Nullable String found(Article article) {
        var text = filter.text();
        if (text == null || text.isBlank()) {
            return null;
        }
        var question = article.question().toLowerCase(Locale.ROOT);
        var words = text.strip().toLowerCase(Locale.ROOT).split("\\s+");
        return Stream.of(words)
                .filter(word -> !question.contains(word))
                .flatMap(word -> Stream.concat(
                                article.phrasings().stream(),
                                PlainText.of(article.answer()).lines())
                        .filter(line -> line.toLowerCase(Locale.ROOT).contains(word))
                        .map(line -> excerpt(line, word)))
                .findFirst()
                .orElseGet(() -> meant(article));
    }

    /** What the search by meaning went by, where that is not the question itself. */
    private @Nullable String meant(Article article) {
        var passage = passages.get(article.id());
        return passage == null || passage.equals(article.question()) || contains(article, filter.text())
                ? null
                : excerpt(passage.replace('\n', ' '), "");
    }

    private static String excerpt(String line, String word) {
        int at = line.toLowerCase(Locale.ROOT).indexOf(word);
        int from = at > EXCERPT / 2 ? at - EXCERPT / 4 : 0;
        int to = Math.min(line.length(), from + EXCERPT);
        return (from > 0 ? "…" : "") + line.substring(from, to) + (to < line.length() ? "…" : "");
    }

    private static Map<String, Map<String, Integer>> facets(List<Article> all, LocalDate today) {
        var facets = new LinkedHashMap<String, Map<String, Integer>>();
        facets.put("topic", count(all, ArticleList::topic));
        facets.put("state", count(all, it -> it.state().name()));
        facets.put("audience", count(all, it -> it.audience().name()));
        facets.put("product", count(all, Article::product));
        facets.put(
                "valid", count(all, it -> ArticleFilter.Validity.of(it, today).name()));
        return facets;
    }

    private static Map<String, Integer> count(List<Article> all, Function<Article, String> value) {
        var counts = new TreeMap<String, Integer>();
        all.forEach(it -> counts.merge(value.apply(it), 1, Integer::sum));
        return counts;
    }

    private static ArticlePage.Summary summary(
            Article article, @Nullable Row latest, LocalDate today, @Nullable String found) {
        int newest = latest == null ? article.revision() : latest.getInteger("latest");
        return new ArticlePage.Summary(
                article.id(),
                article.slug(),
                topic(article),
                article.question(),
                article.phrasings().size(),
                article.state(),
                article.revision(),
                newest,
                latest == null ? null : latest.getInteger("draft"),
                latest == null || latest.getString("draft_state") == null
                        ? null
                        : Article.State.valueOf(latest.getString("draft_state")),
                OpenWork.time(latest, "goes_live_at"),
                OpenWork.time(latest, "waiting_since"),
                latest == null ? null : latest.getString("submitter"),
                latest != null && latest.getBoolean("unconfirmed"),
                article.audience(),
                article.product(),
                article.validFrom(),
                article.validTo(),
                ArticleFilter.Validity.of(article, today),
                article.tags(),
                article.author(),
                article.changedAt(),
                found,
                latest != null && latest.getBoolean("example"),
                null);
    }

    private static String topic(Article article) {
        int slash = article.slug().indexOf('/');
        return slash < 0 ? "" : article.slug().substring(0, slash);
    }
}
