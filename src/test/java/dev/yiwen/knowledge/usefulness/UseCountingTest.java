package dev.yiwen.knowledge.usefulness;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.yiwen.audit.Erasure;
import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.conversation.Message;
import dev.yiwen.conversation.Owner;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.quality.Feedback;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What articles did is counted from real turns, verdicts, requests for a human, and agents at their cards. */
@QuarkusTest
class UseCountingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    UseCounting counting;

    @Inject
    Articles articles;

    @Inject
    Conversations conversations;

    @Inject
    Feedback feedback;

    @Inject
    Erasure erasure;

    @Inject
    People people;

    @Inject
    Pool database;

    /** A thing that no other test asks about. */
    private final String thing = "藤编鹦笼" + UUID.randomUUID().toString().substring(0, 6);

    @SuppressWarnings("NullAway.Init") // Each test publishes its own.
    private Article article;

    @AfterEach
    void nobody_else_finds_it() {
        now(articles.retire(article.id()));
    }

    @Test
    void what_came_of_each_answer_is_counted_by_revision_and_outlives_who_asked() {
        article = publish(thing + "怎么清洗", "用软布擦洗。");

        var helped = answered(ask(open(), thing + "怎么清洗"));
        now(feedback.rate(helped.conversation(), helped.seq(), true));
        var disappointed = open();
        var wrong = answered(ask(disappointed, thing + "怎么清洗"));
        now(feedback.rate(wrong.conversation(), wrong.seq(), false));
        var left = answered(ask(open(), thing + "怎么清洗"));
        now(conversations.appendFromCustomer(left.conversation(), key(), "转人工"));
        // Who is content and goes to a human all the same has another reason.
        var content = answered(ask(open(), thing + "怎么清洗"));
        now(feedback.rate(content.conversation(), content.seq(), true));
        now(conversations.appendFromCustomer(content.conversation(), key(), "转人工"));

        counted("[0].counts", Map.of("SHOWN", 4, "HELPFUL", 2, "NOT_HELPFUL", 1, "HANDED_OVER", 1));
        var row = list(editor());
        assertThat(row.getInt("items[0].cost")).isEqualTo(3);
        assertThat(row.getList("items[0].standing")).isEqualTo(List.of("HURTS"));
        assertThat(row.getList("items[0].trend", Integer.class)).last().isEqualTo(4);

        now(articles.saveDraft(article.id(), 1, draft(thing + "怎么清洗", "先除尘，再用软布擦洗。"), "林")
                .chain(it -> articles.publish(it.id(), it.revision())));
        answered(ask(open(), thing + "怎么清洗"));
        counted("[0].change.since", Map.of("SHOWN", 1));
        counted("[0].change.before", Map.of("SHOWN", 4, "HELPFUL", 2, "NOT_HELPFUL", 1, "HANDED_OVER", 1));

        // Of a day that is counted for good the counts stay; of a conversation that is erased nothing else does.
        now(database.preparedQuery("insert into article_use values ($1, 1, current_date - 20, 'SHOWN', 7)")
                .execute(Tuple.of(article.id().value())));
        now(erasure.erase(disappointed.customer().value(), null));
        counted("[0].counts", Map.of("SHOWN", 11, "HELPFUL", 2, "HANDED_OVER", 1));
    }

    @Test
    void what_a_customer_chooses_when_asked_back_is_tapped() {
        article = publish(thing + "怎么上漆", "刷两遍清漆。");
        var other = publish(thing + "怎么换底", "抽出旧底，插入新底。");
        var conversation = ask(open(), thing);
        var offered = ((Body.Clarify) bot(conversation, 2).body()).options();
        // Which of the two it offers is not what is asked here.
        if (!offered.contains(article.question())) {
            var first = article;
            article = other;
            other = first;
        }

        now(conversations.appendFromCustomer(conversation.id(), key(), article.question()));
        answered(conversation);

        counted(".find { it.title == '" + article.question() + "' }.counts", Map.of("SHOWN", 1, "TAPPED", 1));
        now(articles.retire(other.id()));
    }

    @Test
    void what_agents_do_with_cards_is_counted() {
        article = publish(thing + "怎么挂起来", "用配套的铜钩挂在横杆上。");
        var agent = people.staff(Role.AGENT);

        var literal = desk(agent);
        use(agent, card(literal, thing + "怎么挂起来"), "insert");
        now(conversations.appendFromAgent(literal.id(), agent.id(), key(), "用配套的铜钩挂在横杆上。"));
        var edited = desk(agent);
        use(agent, card(edited, thing + "怎么挂起来"), "insert");
        now(conversations.appendFromAgent(edited.id(), agent.id(), key(), "您好，用铜钩挂上就可以了。"));
        use(agent, card(desk(agent), thing + "怎么挂起来"), "dismiss");

        counted("[0].counts", Map.of("SUGGESTED", 3, "USED", 2, "EDITED", 1, "DISMISSED", 1));
    }

    @Test
    void who_looks_at_what_is_stale_takes_it_off_the_list() {
        article = publish(thing + "能晒太阳吗", "不能久晒。");
        now(database.preparedQuery("""
                        update article_revision set live_from = now() - interval '200 days', changed_at = now() - interval '200 days'
                        where article_id = $1""").execute(Tuple.of(article.id().value())));
        var editor = editor();
        assertThat(list(editor).getList("items[0].standing", String.class))
                .containsExactlyInAnyOrder("STALE", "ORPHAN");

        as(editor)
                .post("/api/v1/knowledge-usefulness/" + article.id().value() + "/checked")
                .then()
                .statusCode(204);

        assertThat(list(editor).getList("items[0].standing")).isEqualTo(List.of("ORPHAN"));
        var sheet = as(editor)
                .queryParam("q", thing)
                .get("/api/v1/knowledge-usefulness/export")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(sheet).contains("标题", "没帮上", article.question());
        as(editor)
                .post("/api/v1/knowledge-usefulness/" + UUID.randomUUID() + "/checked")
                .then()
                .statusCode(404);
    }

    private void counted(String path, Map<String, Integer> wanted) {
        var editor = editor();
        await().atMost(PATIENCE).untilAsserted(() -> {
            now(counting.now());
            assertThat(list(editor).<String, Integer>getMap("items" + path)).isEqualTo(wanted);
        });
    }

    private JsonPath list(Staff editor) {
        return as(editor)
                .queryParam("q", thing)
                .get("/api/v1/knowledge-usefulness")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private Staff editor() {
        return people.staff(Role.EDITOR);
    }

    private RequestSpecification as(Staff staff) {
        return given().header("Authorization", "Bearer " + people.token(staff)).contentType(ContentType.JSON);
    }

    private Conversation open() {
        return now(conversations.openOrResume(people.visitor(), Channel.WEB));
    }

    private Conversation ask(Conversation conversation, String words) {
        now(conversations.appendFromCustomer(conversation.id(), key(), words));
        return conversation;
    }

    /** The last answer of the bot, when it has come. */
    private Message answered(Conversation conversation) {
        return await().atMost(PATIENCE)
                .until(
                        () -> now(conversations.messagesAfter(conversation.id(), 0, 30)).stream()
                                .filter(it -> it.body() instanceof Body.Answer)
                                .toList(),
                        it -> !it.isEmpty())
                .getLast();
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

    /** A conversation that the agent has. */
    private Conversation desk(Staff agent) {
        var conversation = open();
        var reason = new HandoffReason(HandoffReason.Code.WISH_FOR_HUMAN, "想找人工", List.of());
        var queued = now(conversations.requestHuman(conversation.id(), conversation.epoch(), reason))
                .orElseThrow();
        now(conversations.assign(queued.id(), queued.epoch(), agent.id()));
        return await().atMost(PATIENCE)
                .until(() -> now(conversations.load(queued.id())), it -> it.owner() instanceof Owner.Agent);
    }

    /** What is suggested for what the customer says. */
    private UUID card(Conversation conversation, String words) {
        ask(conversation, words);
        return await().atMost(PATIENCE)
                .until(
                        () -> {
                            var rows = now(database.preparedQuery(
                                            "select id from suggestion where conversation_id = $1 and article = $2")
                                    .execute(Tuple.of(conversation.id().value(), article.slug())));
                            return rows.size() == 0
                                    ? List.<UUID>of()
                                    : List.of(rows.iterator().next().getUUID("id"));
                        },
                        it -> !it.isEmpty())
                .getFirst();
    }

    private void use(Staff agent, UUID card, String how) {
        as(agent)
                .body(Map.of("how", how))
                .post("/api/v1/assist/suggestions/" + card + "/use")
                .then()
                .statusCode(204);
    }

    private Article publish(String question, String answer) {
        return now(articles.create(null, draft(question, answer), "林")
                .chain(it -> articles.publish(it.id(), it.revision())));
    }

    private static ArticleDraft draft(String question, String answer) {
        return new ArticleDraft(question, List.of(), answer, Audience.CUSTOMER, "通用", null, null, List.of());
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static <T> T now(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(60));
    }
}
