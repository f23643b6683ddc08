package dev.yiwen.knowledge.gap;

import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.AskedTurns;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What editors do with gaps. */
@Singleton
class GapQueue {
    private static final int MOST_PHRASINGS = 8;
    private static final String EVERYTHING = "通用";

    private final Pool database;
    private final Articles articles;
    private final AskedTurns asked;

    GapQueue(Pool database, Articles articles, AskedTurns asked) {
        this.database = database;
        this.articles = articles;
        this.asked = asked;
    }

    /** Those asked most often first; at most 500. */
    Uni<List<Gap>> all() {
        return GapStore.all(database).chain(this::withAnswers);
    }

    Uni<Gap> one(UUID id) {
        return stored(id).chain(it -> withAnswers(List.of(it))).map(List::getFirst);
    }

    private Uni<GapStore.Stored> stored(UUID id) {
        return GapStore.one(database, id)
                .map(it -> it.orElseThrow(() -> new Problem(Problem.Kind.NOT_FOUND, "There is no gap " + id)));
    }

    private Uni<List<Gap>> withAnswers(List<GapStore.Stored> stored) {
        var since = new HashMap<String, Instant>();
        for (var it : stored) {
            var slug = it.slug();
            var published = it.publishedAt();
            if (slug != null && published != null) {
                // Several gaps may have the same article; what is published of it is the same.
                since.put(slug, published);
            }
        }
        return asked.answered(since)
                .map(counts -> stored.stream()
                        .map(it -> it.slug() == null || it.publishedAt() == null
                                ? it.gap()
                                : answered(it.gap(), counts.getOrDefault(it.slug(), 0L)))
                        .toList());
    }

    private static Gap answered(Gap it, long count) {
        return new Gap(
                it.id(),
                it.title(),
                count > 0 ? Gap.State.ANSWERED : it.state(),
                it.asked(),
                it.days(),
                it.channels(),
                it.missed(),
                it.wordings(),
                it.replies(),
                it.owner(),
                it.reason(),
                it.article(),
                count,
                it.openedAt(),
                it.lastAskedAt(),
                it.reopenedAt());
    }

    /**
     * A new article as a draft: the gap's title as question, the other wordings as phrasings.
     *
     * @param answer null takes what an agent answered, the most thorough; there must be one
     */
    Uni<Gap> draft(UUID id, @Nullable String answer, String author) {
        return stored(id).map(GapStore.Stored::gap).chain(gap -> {
            var text = Optional.ofNullable(answer)
                    .filter(it -> !it.isBlank())
                    .or(() -> gap.replies().stream().max((a, b) -> Integer.compare(a.length(), b.length())))
                    .orElseThrow(
                            () -> new Problem(Problem.Kind.INVALID, "No agent has answered it yet: answer is missing"));
            var draft = new ArticleDraft(
                    gap.title(), others(gap), text, Audience.CUSTOMER, EVERYTHING, null, null, List.of());
            return articles.create(null, draft, author).chain(made -> drafted(id, made));
        });
    }

    /** The gap's wordings as phrasings of an article that is there, in a new draft of it. */
    Uni<Gap> phrase(UUID id, ArticleId article, String author) {
        return stored(id)
                .map(GapStore.Stored::gap)
                .chain(gap -> articles.revisions(article)
                        .chain(all -> articles.saveDraft(
                                article, all.getFirst().revision(), phrased(all.getFirst(), gap), author))
                        .chain(made -> drafted(id, made)));
    }

    private Uni<Gap> drafted(UUID id, Article made) {
        return GapStore.drafted(database, id, made.id(), made.revision()).chain(() -> one(id));
    }

    private static ArticleDraft phrased(Article latest, Gap gap) {
        return AddedPhrasings.to(
                latest,
                Stream.concat(Stream.of(gap.title()), others(gap).stream()).toList());
    }

    private static List<String> others(Gap gap) {
        return gap.wordings().stream()
                .filter(it -> !it.equals(gap.title()))
                .limit(MOST_PHRASINGS)
                .toList();
    }

    /** It takes in what asks the same and stays out of the way, until it is taken up again. */
    Uni<Gap> ignore(UUID id, String reason) {
        return changed(id, GapStore.ignore(database, id, reason));
    }

    Uni<Gap> takeUp(UUID id) {
        return changed(id, GapStore.reset(database, id));
    }

    Uni<Gap> own(UUID id, @Nullable String owner) {
        return changed(id, GapStore.own(database, id, owner));
    }

    private Uni<Gap> changed(UUID id, Uni<Boolean> change) {
        return change.chain(() -> one(id));
    }
}
