package dev.yiwen.assist.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.yiwen.assist.card.Card;
import dev.yiwen.assist.card.Suggestions;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.knowledge.Addressees;
import dev.yiwen.knowledge.AnswerChannel;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.SpokenWriting;
import dev.yiwen.shared.Caches;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Puts on the cards of a call what the agent can say. The article's own words stand there at once; what a chat model makes of them takes
 * their place only if it comes before anybody has read them, else it is there the next time.
 */
@Singleton
final class SpokenWording {
    private static final Logger LOG = Logger.getLogger(SpokenWording.class);
    private static final String SPOKEN = "spoken";
    private static final Duration UNREAD = Duration.ofMillis(1500);
    private static final int KEPT = 2_000;
    private static final Duration KEPT_FOR = Duration.ofDays(1);

    private final SpokenWriting writing;
    private final Articles articles;
    private final Addressees addressees;
    private final Suggestions suggestions;
    private final Cache<String, String> composed = Caches.measured(
            "spoken-answers", Caffeine.newBuilder().maximumSize(KEPT).expireAfterWrite(KEPT_FOR));
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    SpokenWording(SpokenWriting writing, Articles articles, Addressees addressees, Suggestions suggestions) {
        this.writing = writing;
        this.articles = articles;
        this.addressees = addressees;
        this.suggestions = suggestions;
    }

    /** Who writes takes the answer as it is. */
    List<Card> on(Conversation said, List<Card> cards) {
        return said.channel() == Channel.VOICE ? cards.stream().map(this::with).toList() : cards;
    }

    private Card with(Card card) {
        if (card.kind() != Card.Kind.ANSWER) {
            return card;
        }
        var known = composed.getIfPresent(key(card));
        var spoken = known == null ? SpokenAnswer.of(card.text()) : known;
        return new Card(
                card.key(),
                card.kind(),
                card.title(),
                card.text(),
                card.source(),
                card.article(),
                card.audience(),
                card.confidence(),
                card.details().copy().put(SPOKEN, spoken));
    }

    /** After the cards are shown. Nobody waits for it, and nothing is lost when it fails. */
    void compose(Conversation said, List<Card> shown) {
        if (said.channel() != Channel.VOICE || !writing.available()) {
            return;
        }
        shown.stream()
                .filter(it -> it.kind() == Card.Kind.ANSWER && it.article() != null)
                .findFirst()
                .filter(it -> composed.getIfPresent(key(it)) == null && underWay.add(key(it)))
                .ifPresent(it -> compose(said, it, it.article()));
    }

    private void compose(Conversation said, Card card, @Nullable ArticleId article) {
        if (article == null) {
            return;
        }
        long began = System.nanoTime();
        articles.load(article)
                .chain(it -> addressees.worded(it, AnswerChannel.SPOKEN, said.customer()))
                .chain(it -> writing.of(said.id().value(), it))
                .chain(text -> text.isPresent()
                        ? keep(said, card, text.get(), System.nanoTime() - began)
                        : Uni.createFrom().voidItem())
                .onTermination()
                .invoke(() -> underWay.remove(key(card)))
                .subscribe()
                .with(done -> {}, failure -> LOG.warn("No words to say for a card", failure));
    }

    private Uni<Void> keep(Conversation said, Card card, String text, long tookNanos) {
        composed.put(key(card), text);
        return tookNanos <= UNREAD.toNanos()
                ? suggestions.reword(said.id(), card.key(), SPOKEN, text)
                : Uni.createFrom().voidItem();
    }

    /** The same article is worded differently for some. */
    private static String key(Card card) {
        return card.key() + " " + card.text().hashCode();
    }
}
