package dev.yiwen.knowledge.gap;

import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.gap.PhrasingSuggestion.Refused;
import dev.yiwen.knowledge.gap.PhrasingSuggestion.Wording;
import dev.yiwen.knowledge.importing.QuestionKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Suggests what customers wrote before they chose an article as its phrasings, and remembers what was refused. */
@Singleton
class PhrasingSuggestions {
    private static final int MOST = 100;
    private static final int SHOWN = 5;

    private static final String ASKED = """
            select q.article_id, a.slug, latest.question, latest.phrasings, q.words, count(*) as times,
              max(q.asked_at) as last_at
            from clarified_question q
            join article a on a.id = q.article_id
            join lateral (
              select question, phrasings from article_revision r where r.article_id = a.id
              order by r.revision desc limit 1) latest on true
            where q.asked_at >= now() - interval '%d days'
              and exists (select from article_revision r where r.article_id = a.id and r.state = 'PUBLISHED')
            group by 1, 2, 3, 4, 5 order by count(*) desc, max(q.asked_at) desc""".formatted(ClarifiedQuestions.DAYS);

    private static final String REFUSED = "select article_id, words_hash, reason, refuser from phrasing_refusal";
    private static final String REFUSE = """
            insert into phrasing_refusal (article_id, words_hash, reason, refuser)
            select id, $2, $3, $4 from article where id = $1
            on conflict (article_id, words_hash) do update
              set reason = excluded.reason, refuser = excluded.refuser, refused_at = now()""";
    private static final String ALLOW = "delete from phrasing_refusal where article_id = $1 and words_hash = any($2)";

    private final Pool database;
    private final Articles articles;
    private final ClarifiedQuestions questions;

    PhrasingSuggestions(Pool database, Articles articles, ClarifiedQuestions questions) {
        this.database = database;
        this.articles = articles;
        this.questions = questions;
    }

    /** Articles by how often it happened; at most {@value #MOST}. */
    Uni<List<PhrasingSuggestion>> all() {
        return questions
                .now()
                .chain(() -> database.query(REFUSED).execute())
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toMap(
                                row -> new Refusable(
                                        ArticleId.of(row.getUUID("article_id")), row.getString("words_hash")),
                                row -> new Refused("", row.getString("refuser"), row.getString("reason")))))
                .chain(refused -> database.query(ASKED).execute().map(rows -> suggested(rows, refused)));
    }

    /** As phrasings, in a new draft. */
    Uni<Article> accept(ArticleId id, List<String> words, String author) {
        return articles.revisions(id).chain(all -> {
            var latest = all.getFirst();
            return articles.saveDraft(id, latest.revision(), AddedPhrasings.to(latest, words), author);
        });
    }

    Uni<Void> refuse(ArticleId id, List<String> words, String reason, String by) {
        var rows = words.stream()
                .map(it -> Tuple.of(id.value(), hash(QuestionKey.key(it)), reason, by))
                .toList();
        return database.preparedQuery(REFUSE).executeBatch(rows).replaceWithVoid();
    }

    /** It is suggested again. */
    Uni<Void> allow(ArticleId id, List<String> words) {
        var hashes = words.stream().map(it -> hash(QuestionKey.key(it))).toArray(String[]::new);
        return database.preparedQuery(ALLOW)
                .execute(Tuple.tuple().addUUID(id.value()).addArrayOfString(hashes))
                .replaceWithVoid();
    }

    private record Refusable(ArticleId article, String hash) {}

    private static List<PhrasingSuggestion> suggested(Iterable<Row> rows, Map<Refusable, Refused> refused) {
        var byArticle = new LinkedHashMap<ArticleId, Found>();
        for (Row row : rows) {
            byArticle
                    .computeIfAbsent(ArticleId.of(row.getUUID("article_id")), it -> new Found(it, row))
                    .add(row, refused);
        }
        return byArticle.values().stream()
                .map(Found::suggestion)
                .filter(it -> !it.wordings().isEmpty() || !it.refused().isEmpty())
                .sorted(Comparator.comparingLong(PhrasingSuggestion::times)
                        .reversed()
                        .thenComparing(PhrasingSuggestion::slug))
                .limit(MOST)
                .toList();
    }

    /** What was asked for one article, while it is read. */
    private static final class Found {
        private final ArticleId article;
        private final String slug;
        private final String title;
        private final Set<String> known;
        private final Map<String, Wording> wordings = new LinkedHashMap<>();
        private final Map<String, Refused> refused = new HashMap<>();

        Found(ArticleId article, Row row) {
            this.article = article;
            slug = row.getString("slug");
            title = row.getString("question");
            known = Stream.concat(Stream.of(title), Stream.of(row.getArrayOfStrings("phrasings")))
                    .map(QuestionKey::key)
                    .collect(Collectors.toSet());
        }

        void add(Row row, Map<Refusable, Refused> allRefused) {
            var words = row.getString("words");
            var key = QuestionKey.key(words);
            if (key.isEmpty() || known.contains(key)) {
                return;
            }
            var no = allRefused.get(new Refusable(article, hash(key)));
            if (no != null) {
                refused.putIfAbsent(key, new Refused(words, no.by(), no.reason()));
                return;
            }
            var one = new Wording(
                    words,
                    row.getLong("times"),
                    row.getOffsetDateTime("last_at").toInstant());
            wordings.merge(
                    key,
                    one,
                    (a, b) -> new Wording(
                            a.words(),
                            a.times() + b.times(),
                            a.lastAt().isAfter(b.lastAt()) ? a.lastAt() : b.lastAt()));
        }

        PhrasingSuggestion suggestion() {
            var most = wordings.values().stream()
                    .sorted(Comparator.comparingLong(Wording::times)
                            .thenComparing(Wording::lastAt)
                            .reversed())
                    .toList();
            return new PhrasingSuggestion(
                    article,
                    slug,
                    title,
                    most.stream().mapToLong(Wording::times).sum(),
                    most.stream().limit(SHOWN).toList(),
                    new ArrayList<>(refused.values()));
        }
    }

    private static String hash(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
