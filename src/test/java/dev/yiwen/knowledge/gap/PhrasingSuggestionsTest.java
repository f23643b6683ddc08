package dev.yiwen.knowledge.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.yiwen.audit.Erasure;
import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.Message;
import dev.yiwen.identity.People;
import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.knowledge.gap.PhrasingSuggestion.Wording;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What customers write before they choose what the bot offers becomes a phrasing, or is refused for good; with real turns. */
@QuarkusTest
class PhrasingSuggestionsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final int MOST_NAMES = 8;

    @Inject
    PhrasingSuggestions suggestions;

    @Inject
    Articles articles;

    @Inject
    Conversations conversations;

    @Inject
    Erasure erasure;

    @Inject
    People people;

    @Inject
    Pool database;

    /** A thing that no other test asks about. */
    private String thing = "";

    @SuppressWarnings("NullAway.Init") // Made before each test.
    private Article article;

    @SuppressWarnings("NullAway.Init") // Made before each test.
    private Article other;

    /** How a thing is called says whether the bot is sure of one of the two: that is not what is asked here. */
    @BeforeEach
    void two_articles_between_which_the_bot_asks_back() {
        for (int i = 0; i < MOST_NAMES; i++) {
            thing = "漆线雕盒" + UUID.randomUUID().toString().substring(0, 6);
            article = publish(thing + "怎么上漆");
            other = publish(thing + "怎么换底");
            if (answerTo(thing) instanceof Body.Clarify asked) {
                if (!asked.options().contains(article.question())) {
                    var first = article;
                    article = other;
                    other = first;
                }
                return;
            }
            nobody_else_finds_them();
        }
        throw new AssertionError("The bot asks back of none of " + MOST_NAMES + " things");
    }

    private Body answerTo(String words) {
        var conversation = now(conversations.openOrResume(people.visitor(), Channel.WEB));
        say(conversation, words);
        return bot(conversation, 2).body();
    }

    @AfterEach
    void nobody_else_finds_them() {
        now(articles.retire(article.id()));
        now(articles.retire(other.id()));
    }

    @Test
    void what_was_written_before_it_was_chosen_becomes_a_phrasing() {
        chosen(thing);
        chosenAs(thing + "。");
        chosenAs(thing + "，我的电话13800138000");

        var suggested = suggested().orElseThrow();
        assertThat(suggested.title()).isEqualTo(article.question());
        assertThat(suggested.times()).isEqualTo(2);
        assertThat(suggested.wordings()).singleElement().satisfies(it -> {
            assertThat(it.words()).startsWith(thing).doesNotContain("138");
            assertThat(it.times()).isEqualTo(2);
        });
        assertThat(now(suggestions.all())).noneMatch(it -> it.article().equals(other.id()));

        var draft = now(suggestions.accept(article.id(), List.of(thing), "林"));
        assertThat(draft.state()).isEqualTo(Article.State.DRAFT);
        assertThat(draft.phrasings()).containsExactly(thing);
        assertThat(draft.answer()).isEqualTo(article.answer());
        assertThat(suggested()).isEmpty();
    }

    @Test
    void what_was_refused_stays_so_with_its_reason_however_it_is_written() {
        chosen(thing);
        now(suggestions.refuse(article.id(), List.of(thing), "太笼统", "林"));
        chosenAs(thing + "！");

        var suggested = suggested().orElseThrow();
        assertThat(suggested.wordings()).isEmpty();
        assertThat(suggested.refused())
                .singleElement()
                .satisfies(it -> assertThat(it.reason()).isEqualTo("太笼统"));

        now(suggestions.allow(article.id(), List.of(thing)));
        assertThat(suggested().orElseThrow().wordings())
                .extracting(Wording::times)
                .containsExactly(2L);
    }

    @Test
    void nothing_is_suggested_from_who_was_erased() {
        var conversation = chosen(thing);
        assertThat(suggested()).isPresent();

        now(erasure.erase(conversation.customer().value(), null));

        assertThat(suggested()).isEmpty();
    }

    private Optional<PhrasingSuggestion> suggested() {
        return now(suggestions.all()).stream()
                .filter(it -> it.article().equals(article.id()))
                .findFirst();
    }

    /** Somebody writes that, is asked back, and chooses the article. */
    private Conversation chosen(String words) {
        var conversation = now(conversations.openOrResume(people.visitor(), Channel.WEB));
        say(conversation, words);
        assertThat(((Body.Clarify) bot(conversation, 2).body()).options()).contains(article.question());
        say(conversation, article.question());
        assertThat(bot(conversation, 4).body()).isInstanceOf(Body.Answer.class);
        return conversation;
    }

    /** The same, written otherwise: whether the bot asks back of that is not what is asked here. */
    private void chosenAs(String written) {
        var conversation = chosen(thing);
        now(database.preparedQuery("update message set body = jsonb_set(body, '{text}', to_jsonb($2::text)) "
                        + "where conversation_id = $1 and seq = 1")
                .execute(Tuple.of(conversation.id().value(), written)));
    }

    private void say(Conversation conversation, String words) {
        now(conversations.appendFromCustomer(
                conversation.id(), UUID.randomUUID().toString(), words));
    }

    private Message bot(Conversation conversation, long seq) {
        return await().atMost(PATIENCE)
                .until(
                        () -> now(conversations.messagesAfter(conversation.id(), seq - 1, 1)).stream()
                                .filter(it -> it.author() instanceof Author.Bot)
                                .toList(),
                        it -> !it.isEmpty())
                .getFirst();
    }

    private Article publish(String question) {
        var draft = new ArticleDraft(
                question, List.of(), question + "：请看说明书。", Audience.CUSTOMER, "通用", null, null, List.of());
        return now(articles.create(null, draft, "林").chain(it -> articles.publish(it.id(), it.revision())));
    }

    private static <T> T now(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(60));
    }
}
