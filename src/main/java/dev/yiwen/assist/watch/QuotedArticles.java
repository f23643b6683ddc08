package dev.yiwen.assist.watch;

import dev.yiwen.assist.card.QuotedCard;
import dev.yiwen.assist.card.Suggestions;
import dev.yiwen.assist.watch.rule.Severity;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.Source;
import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.KnowledgeChanged;
import dev.yiwen.shared.HomeZone;
import dev.yiwen.shared.Leader;
import dev.yiwen.shared.Messages;
import dev.yiwen.shared.PlainText;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.Rhythm;
import io.quarkus.vertx.http.HttpServerStart;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Tells agents in their open conversations that an article which they quoted today says something else now, or holds no longer. */
@Singleton
final class QuotedArticles {
    private static final Logger LOG = Logger.getLogger(QuotedArticles.class);
    private static final int LONGEST = 160;
    private static final String NAME = "watch-quotes";
    private static final Duration OFTEN = Duration.ofMinutes(1);

    private final Suggestions suggestions;
    private final Articles articles;
    private final Conversations conversations;
    private final WarningCards cards;
    private final Where where;
    private volatile boolean serving;

    /** @param messages what is said of an article that is gone */
    @Singleton
    record Where(Leader leader, Rhythm rhythm, Messages messages) {}

    QuotedArticles(
            Suggestions suggestions, Articles articles, Conversations conversations, WarningCards cards, Where where) {
        this.suggestions = suggestions;
        this.articles = articles;
        this.conversations = conversations;
        this.cards = cards;
        this.where = where;
    }

    /** Nothing is published when a day ends, and with it what was valid until then. */
    void onServing(@ObservesAsync HttpServerStart start) {
        serving = true;
        where.rhythm().every(OFTEN, () -> where.leader().alone(NAME, this::look));
    }

    /** A command, which ends at once, leaves it to those who serve. */
    void changed(@ObservesAsync KnowledgeChanged event) {
        if (!serving) {
            return;
        }
        where.leader()
                .alone(NAME, this::look)
                .subscribe()
                .with(done -> {}, failure -> LOG.warn("No look at the articles that were quoted", failure));
    }

    private Uni<Void> look() {
        return suggestions
                .quotedToday()
                .chain(quoted -> Multi.createFrom()
                        .iterable(quoted)
                        .onItem()
                        .transformToUniAndConcatenate(this::compare)
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    private Uni<Void> compare(QuotedCard quoted) {
        return articles.load(quoted.article())
                .map(Optional::of)
                .onFailure(Problem.class)
                .recoverWithItem(Optional.empty())
                .chain(now -> now.filter(it -> saysTheSame(it, quoted)).isPresent()
                        ? Uni.createFrom().voidItem()
                        : warn(quoted, now.filter(QuotedArticles::holds)));
    }

    private static boolean holds(Article article) {
        return article.state() == Article.State.PUBLISHED && article.validOn(HomeZone.today());
    }

    private static boolean saysTheSame(Article article, QuotedCard quoted) {
        return holds(article) && article.revision() == quoted.source().revision();
    }

    private Uni<Void> warn(QuotedCard quoted, Optional<Article> now) {
        var should = now.map(it -> shortened(PlainText.of(it.answer())))
                .orElseGet(() -> where.messages().text("watch.gone"));
        var source = new Source(
                quoted.source().article(),
                quoted.source().title(),
                now.map(Article::revision).orElse(quoted.source().revision()));
        var warning = new Warning(
                Warning.Kind.CHANGED, Severity.GRAVE, quoted.source().title(), should, source);
        return conversations
                .ofAgent(quoted.by())
                .chain(own -> Multi.createFrom()
                        .iterable(own)
                        .onItem()
                        .transformToUniAndConcatenate(
                                it -> cards.show(it.id(), it.lastSeq(), List.of(warning), old -> false))
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
