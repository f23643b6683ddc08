package dev.yiwen.knowledge.importing;

import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.importing.source.ArticleField;
import dev.yiwen.knowledge.importing.source.BaseRevision;
import dev.yiwen.knowledge.importing.source.BrokenRow;
import dev.yiwen.knowledge.importing.source.ReadRow;
import dev.yiwen.knowledge.importing.source.Remark;
import dev.yiwen.knowledge.importing.source.RowPlace;
import dev.yiwen.knowledge.importing.source.SourceRow;
import dev.yiwen.knowledge.importing.source.SourceTexts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares rows of files, one after the other, with the articles that are there and with the rows before. */
final class Comparison {
    private record Seen(ReadRow row, RowPlace place) {}

    private final Map<String, KnownArticle> bySlug = new HashMap<>();
    private final Map<String, List<KnownArticle>> byQuestion = new HashMap<>();
    private final SimilarQuestions similar = new SimilarQuestions();
    private final Map<String, List<Seen>> seen = new HashMap<>();
    private final Map<String, RowPlace> keys = new HashMap<>();
    private final Set<String> slugs = new HashSet<>();
    /** Articles whose answers the rows change. */
    private final Map<String, ArticleDraft> becoming = new HashMap<>();

    private Comparison(List<KnownArticle> known) {
        for (var article : known) {
            bySlug.put(article.slug(), article);
            slugs.add(article.slug());
            if (article.isAlive()) {
                byQuestion
                        .computeIfAbsent(QuestionKey.key(article.current().question()), it -> new ArrayList<>())
                        .add(article);
                similar.add(article.slug(), article.current());
            }
        }
    }

    static List<PlannedRow> of(List<SourceRow> rows, List<KnownArticle> known) {
        var comparison = new Comparison(known);
        return rows.stream().map(comparison::plan).toList().stream()
                .map(comparison::besideOthers)
                .toList();
    }

    /** A changed answer that another one gainsays is its own article's all the same: said, not refused. */
    private PlannedRow besideOthers(PlannedRow row) {
        var draft = becoming.get(row.slug());
        return draft == null || row.outcome() != RowOutcome.CHANGED
                ? row
                : contradiction(draft, row.slug()).map(row::with).orElse(row);
    }

    private PlannedRow plan(SourceRow row) {
        return switch (row) {
            case BrokenRow broken -> rejected(broken, broken.why());
            case ReadRow read -> plan(read);
        };
    }

    private static PlannedRow rejected(SourceRow row, Remark why) {
        return new PlannedRow(row.place(), RowOutcome.ERROR, row.question(), List.of(why), "", null, null, null);
    }

    private PlannedRow plan(ReadRow row) {
        var twice = row.keyed() ? keys.putIfAbsent(row.slug(), row.place()) : null;
        if (twice != null) {
            return rejected(row, Remark.of("key-twice", "key", row.slug(), "place", words(twice)));
        }
        var key = QuestionKey.key(row.question());
        var own = row.keyed() ? bySlug.get(row.slug()) : null;
        if (own != null) {
            seen.computeIfAbsent(key, it -> new ArrayList<>()).add(new Seen(row, row.place()));
            return known(row, own);
        }
        var before = seen.getOrDefault(key, List.of()).stream()
                .filter(it -> sameKind(it.row.draft(), row.draft()))
                .findFirst();
        seen.computeIfAbsent(key, it -> new ArrayList<>()).add(new Seen(row, row.place()));
        return before.isPresent()
                ? again(row, before.get())
                : find(row, key).map(it -> known(row, it)).orElseGet(() -> fresh(row));
    }

    /** The same question a second time. */
    private PlannedRow again(ReadRow row, Seen before) {
        var place = words(before.place);
        if (sameText(row.draft().answer(), before.row.draft().answer())) {
            var more = new ArrayList<>(row.draft().phrasings());
            more.removeAll(before.row.draft().phrasings());
            var remarks = more.isEmpty()
                    ? List.of(Remark.of("duplicate-row", "place", place))
                    : List.of(
                            Remark.of("duplicate-row", "place", place),
                            Remark.of("phrasings-left", "texts", String.join("、", more)));
            return new PlannedRow(
                    row.place(), RowOutcome.DUPLICATE, row.question(), remarks, before.row.slug(), null, null, null);
        }
        // What an earlier import of the same file made of it.
        var brought = byQuestion.getOrDefault(QuestionKey.key(row.question()), List.of()).stream()
                .filter(it -> ThreeWay.differences(ThreeWay.over(row.draft(), row.said(), it.current()), it.current())
                        .isEmpty())
                .findFirst();
        if (brought.isPresent()) {
            return unchanged(row, RowOutcome.SAME, brought.get(), List.of());
        }
        return contradicting(row, Remark.of("contradicts-row", "place", place, "question", before.row.question()));
    }

    private Optional<KnownArticle> find(ReadRow row, String key) {
        var named = bySlug.get(row.slug());
        if (named != null && (row.keyed() || agree(row, named))) {
            return Optional.of(named);
        }
        var asking = byQuestion.getOrDefault(key, List.of()).stream()
                .filter(it -> agree(row, it))
                .toList();
        return asking.stream()
                .filter(it -> it.current().question().equals(row.question()))
                .findFirst()
                .or(() -> asking.stream().findFirst());
    }

    /** Whether they are for the same readers and product, as far as the row says. */
    private static boolean agree(ReadRow row, KnownArticle article) {
        var there = article.current();
        return (!row.said().contains(ArticleField.PRODUCT)
                        || row.draft().product().equals(there.product()))
                && (!row.said().contains(ArticleField.AUDIENCE) || row.draft().audience() == there.audience());
    }

    private static boolean sameKind(ArticleDraft one, ArticleDraft two) {
        return one.product().equals(two.product()) && one.audience() == two.audience();
    }

    private PlannedRow known(ReadRow row, KnownArticle article) {
        boolean named = isNamed(row, article);
        var now = ThreeWay.over(row.draft(), row.said(), article.current());
        boolean alike = Stream.of(article.current(), ArticleDraft.of(article.shown()))
                .anyMatch(it -> ThreeWay.differences(ThreeWay.over(row.draft(), row.said(), it), it)
                        .isEmpty());
        if (alike && !article.undone()) {
            return named
                    ? unchanged(row, RowOutcome.SAME, article, List.of())
                    : unchanged(row, RowOutcome.DUPLICATE, article, List.of(duplicateOf(article)));
        }
        if (article.undone()) {
            return stored(row, RowOutcome.NEW, article, row.draft(), List.of());
        }
        boolean literally = article.current().question().equals(row.question());
        if (!named && !literally) {
            if (sameText(row.draft().answer(), article.current().answer())) {
                return unchanged(row, RowOutcome.DUPLICATE, article, List.of(duplicateOf(article)));
            }
            var difference =
                    Disagreement.between(row.draft().answer(), article.current().answer());
            if (difference.isPresent()) {
                return contradicting(
                        row, contradiction(article.slug(), article.current().question(), difference.get()));
            }
        }
        return changed(row, article, now);
    }

    private static boolean isNamed(ReadRow row, KnownArticle article) {
        return article.slug().equals(row.slug())
                || !row.keyed()
                        && article.slug().startsWith(row.slug() + "-")
                        && article.slug().substring(row.slug().length() + 1).matches("\\d+");
    }

    private PlannedRow changed(ReadRow row, KnownArticle article, ArticleDraft now) {
        var base = base(row, article);
        if (base == null) {
            return changed(row, article, now, ThreeWay.differences(now, article.current()), Set.of());
        }
        var file = ThreeWay.over(row.draft(), row.said(), base);
        if (ThreeWay.differences(file, base).isEmpty()) {
            return unchanged(row, RowOutcome.SAME, article, List.of(Remark.of("edited-here")));
        }
        var merged = ThreeWay.merge(base, file, article.current());
        var differences = ThreeWay.differences(merged.draft(), article.current());
        if (differences.isEmpty()) {
            return unchanged(row, RowOutcome.SAME, article, List.of());
        }
        return changed(row, article, merged.draft(), differences, merged.conflicts());
    }

    private PlannedRow changed(
            ReadRow row,
            KnownArticle article,
            ArticleDraft draft,
            Set<ArticleField> differences,
            Set<ArticleField> conflicts) {
        var remarks = new ArrayList<Remark>();
        remarks.add(fields("changed", differences));
        if (!conflicts.isEmpty()) {
            remarks.add(fields("conflict", conflicts));
        }
        if (differences.contains(ArticleField.ANSWER)) {
            becoming.put(article.slug(), draft);
        }
        return stored(row, RowOutcome.CHANGED, article, draft, remarks);
    }

    /** What another article, or a row before, says otherwise to nearly the same question. */
    private Optional<Remark> contradiction(ArticleDraft draft, String own) {
        return similar.to(draft).stream()
                .filter(near -> !near.name().equals(own))
                .flatMap(near -> Disagreement.between(
                        draft.answer(),
                        becoming.getOrDefault(near.name(), near.draft()).answer())
                        .map(it -> contradiction(near.name(), near.draft().question(), it))
                        .stream())
                .findFirst();
    }

    /** What the file was before it was edited: it says so itself, or else an import brought it. */
    private static @Nullable ArticleDraft base(ReadRow row, KnownArticle article) {
        return Stream.concat(article.bases().stream(), Stream.of(ArticleDraft.of(article.shown()), article.current()))
                .filter(it -> !row.base().isEmpty() && BaseRevision.names(row.base(), it))
                .findFirst()
                .orElse(article.imported());
    }

    private PlannedRow fresh(ReadRow row) {
        var contradiction = contradiction(row.draft(), "");
        if (contradiction.isPresent()) {
            return contradicting(row, contradiction.get());
        }
        similar.add(words(row.place()), row.draft());
        return stored(row, RowOutcome.NEW, null, row.draft(), List.of());
    }

    private PlannedRow contradicting(ReadRow row, Remark why) {
        var remarks = new ArrayList<>(List.of(why));
        remarks.addAll(row.remarks());
        return new PlannedRow(
                row.place(),
                RowOutcome.CONTRADICTS,
                row.question(),
                remarks,
                free(row.slug()),
                row.draft(),
                row.draft(),
                null);
    }

    private PlannedRow stored(
            ReadRow row, RowOutcome outcome, @Nullable KnownArticle article, ArticleDraft draft, List<Remark> said) {
        var remarks = new ArrayList<>(said);
        remarks.addAll(row.remarks());
        if (article != null && article.open() != null && article.waiting() != null) {
            remarks.add(Remark.of(
                    "draft-replaced",
                    "revision",
                    article.waiting().revision(),
                    "author",
                    article.waiting().author()));
        }
        return new PlannedRow(
                row.place(),
                outcome,
                row.question(),
                remarks,
                article == null ? free(row.slug()) : article.slug(),
                draft,
                article == null ? row.draft() : ThreeWay.over(row.draft(), row.said(), article.current()),
                article);
    }

    private static PlannedRow unchanged(ReadRow row, RowOutcome outcome, KnownArticle article, List<Remark> remarks) {
        return new PlannedRow(row.place(), outcome, row.question(), remarks, article.slug(), null, null, article);
    }

    /** A name that nothing has. */
    private String free(String slug) {
        var name = slug;
        for (int i = 2; !slugs.add(name); i++) {
            name = slug + "-" + i;
        }
        return name;
    }

    private static Remark duplicateOf(KnownArticle article) {
        return Remark.of(
                "duplicate-article",
                "slug",
                article.slug(),
                "question",
                article.current().question());
    }

    private static Remark contradiction(String name, String question, Disagreement.Difference difference) {
        return Remark.of(
                "contradicts-article",
                "slug",
                name,
                "question",
                question,
                "said",
                difference.said(),
                "other",
                difference.other());
    }

    private static Remark fields(String key, Set<ArticleField> fields) {
        return Remark.of(key, "fields", fields.stream().map(Enum::name).collect(Collectors.joining(",")));
    }

    private static boolean sameText(String one, String two) {
        return plain(one).equals(plain(two));
    }

    private static String plain(String text) {
        return SourceTexts.withoutCitation(SourceTexts.comparable(text))
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** A place as a remark names it. */
    private static String words(RowPlace place) {
        return place.file()
                + (place.sheet().isEmpty() ? "" : " [" + place.sheet() + "]")
                + (place.row() > 0 ? ":" + place.row() : "");
    }
}
