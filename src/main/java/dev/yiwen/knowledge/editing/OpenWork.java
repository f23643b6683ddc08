package dev.yiwen.knowledge.editing;

import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.Article.State;
import dev.yiwen.knowledge.editing.ArticleFilter.Queue;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What waits for somebody: a review, a look afterwards, its moment, its end. */
final class OpenWork {
    private final Map<UUID, Row> latest;
    private final LocalDate today;

    /** @param latest by article, as {@code ArticleStore.latest} reads it */
    OpenWork(Map<UUID, Row> latest, LocalDate today) {
        this.latest = latest;
        this.today = today;
    }

    Set<Queue> of(Article shown) {
        var queues = EnumSet.noneOf(Queue.class);
        var row = latest.get(shown.id().value());
        if (row != null) {
            var draft = row.getString("draft_state");
            if (State.IN_REVIEW.name().equals(draft)) {
                queues.add(Queue.REVIEW);
            }
            if (State.APPROVED.name().equals(draft)) {
                queues.add(Queue.APPROVED);
            }
            if (row.getBoolean("unconfirmed")) {
                queues.add(Queue.CONFIRM);
            }
            if (row.getOffsetDateTime("goes_live_at") != null) {
                queues.add(Queue.SCHEDULED);
            }
            if (Boolean.TRUE.equals(row.getBoolean("broken_links"))) {
                queues.add(Queue.LINKS);
            }
        }
        if (ends(shown)) {
            queues.add(Queue.EXPIRING);
        }
        return queues;
    }

    Map<String, Integer> counts(List<Article> all) {
        var counts = new HashMap<String, Integer>();
        all.forEach(it -> of(it).forEach(queue -> counts.merge(queue.name(), 1, Integer::sum)));
        return counts;
    }

    /** Who waits longest, or what comes first. */
    Comparator<Article> order(Queue queue) {
        Comparator<Article> first = switch (queue) {
            case REVIEW, CONFIRM -> Comparator.comparing(it -> orLast(it, "waiting_since"));
            case SCHEDULED -> Comparator.comparing(it -> orLast(it, "goes_live_at"));
            case EXPIRING -> Comparator.comparing(it -> it.validTo() == null ? LocalDate.MAX : it.validTo());
            case APPROVED, LINKS -> Comparator.comparing(Article::changedAt);
        };
        return first.thenComparing(Article::slug);
    }

    private boolean ends(Article shown) {
        return shown.state() == State.PUBLISHED
                && shown.validTo() != null
                && !shown.validTo().isBefore(today)
                && shown.validTo().isBefore(today.plusDays(ArticleFilter.SOON + 1L));
    }

    private Instant orLast(Article article, String column) {
        var time = time(latest.get(article.id().value()), column);
        return time == null ? Instant.MAX : time;
    }

    static @Nullable Instant time(@Nullable Row row, String column) {
        var time = row == null ? null : row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
