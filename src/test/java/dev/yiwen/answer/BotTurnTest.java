package dev.yiwen.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.yiwen.answer.trace.Traces;
import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.CustomerMessageCommitted;
import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.conversation.Message;
import dev.yiwen.conversation.Owner;
import dev.yiwen.conversation.People;
import dev.yiwen.conversation.Source;
import dev.yiwen.knowledge.AnswerChannel;
import dev.yiwen.knowledge.AnswerVariant;
import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.Audience;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BotTurnTest {
    @Inject
    Conversations conversations;

    @Inject
    Articles articles;

    @Inject
    BotTurn botTurn;

    @Inject
    Traces traces;

    @Inject
    People people;

    @Inject
    Pool database;

    private final String mark = UUID.randomUUID().toString().substring(0, 6);
    private final List<Article> published = new ArrayList<>();
    private int sent;

    @AfterEach
    void retireArticles() {
        published.forEach(it -> now(articles.retire(it.id())));
    }

    @Test
    void answers_verbatim_with_its_source() {
        var article = publish("星桥" + mark + "猫粮多久送到", "一般 **3 天**送到。", Audience.CUSTOMER);
        var conversation = open();

        ask(conversation, "星桥" + mark + "猫粮多久送到？");

        var answer = (Body.Answer) reply(conversation, 2);
        assertThat(answer.text()).isEqualTo("一般 **3 天**送到。");
        assertThat(answer.sources()).singleElement().satisfies(source -> {
            assertThat(source.article()).isEqualTo(article.slug());
            assertThat(source.revision()).isEqualTo(1);
        });
    }

    @Test
    void does_not_say_yes_to_who_did_not_ask_whether() {
        publish("星桥" + mark + "猫粮可以换货吗", "可以。30 天内带小票到门店换。", Audience.CUSTOMER);
        var conversation = open();

        ask(conversation, "星桥" + mark + "猫粮怎么换货");

        assertThat(reply(conversation, 2).text()).isEqualTo("30 天内带小票到门店换。");
    }

    @Test
    void answers_the_new_revision_as_soon_as_it_is_published() {
        var article = publish("星桥" + mark + "猫粮多少钱", "30 元。", Audience.CUSTOMER);
        ask(open(), "星桥" + mark + "猫粮多少钱");
        now(articles.saveDraft(article.id(), 1, draft(article.question(), "35 元。", Audience.CUSTOMER), "test")
                .chain(it -> articles.publish(it.id(), it.revision())));
        var conversation = open();

        ask(conversation, "星桥" + mark + "猫粮多少钱");

        assertThat(reply(conversation, 2).text()).isEqualTo("35 元。");
    }

    @Test
    void a_valued_customer_is_told_what_is_meant_for_them_and_nobody_else_is() {
        var question = "星桥" + mark + "猫粮怎么退";
        var draft = draft(question, "七天内可退。", Audience.CUSTOMER);
        var made = now(articles.create(
                        "test/" + UUID.randomUUID(),
                        new ArticleDraft(
                                draft.question(),
                                List.of(),
                                draft.answer(),
                                draft.audience(),
                                draft.product(),
                                null,
                                null,
                                List.of(),
                                List.of(
                                        new AnswerVariant(AnswerChannel.SPOKEN, 0, "您好，七天内都能退。"),
                                        new AnswerVariant(AnswerChannel.ANY, 2, "贵宾专线三十天内可退。"))),
                        "test")
                .chain(it -> articles.publish(it.id(), it.revision())));
        published.add(made);
        var valued = open();
        now(database.preparedQuery("update customer set tier = 3 where id = $1")
                .execute(Tuple.of(valued.customer().value())));
        var anybody = open();

        ask(valued, question);
        ask(anybody, question);

        assertThat(reply(valued, 2).text()).isEqualTo("贵宾专线三十天内可退。");
        assertThat(reply(anybody, 2).text()).isEqualTo("七天内可退。");
        // What a variant alone says does not find it, for nobody.
        var third = open();
        ask(third, "贵宾专线");
        assertThat(reply(third, 2)).isNotInstanceOf(Body.Answer.class);
    }

    @Test
    void never_shows_agent_only_articles() {
        publish("星桥" + mark + "挽留话术", "先道歉，再送 10 元。", Audience.AGENT);
        var conversation = open();

        ask(conversation, "星桥" + mark + "挽留话术");

        assertThat(reply(conversation, 2).text()).doesNotContain("10 元");
    }

    @Test
    void hands_off_when_the_customer_asks_for_a_human() {
        var conversation = open();

        ask(conversation, "转人工");

        assertThat(reason(conversation).code()).isEqualTo(HandoffReason.Code.WISH_FOR_HUMAN);
    }

    @Test
    void hands_off_whoever_is_in_danger_in_words_of_no_list_and_says_what_to_do() {
        var conversation = open();

        ask(conversation, "我爷爷掉进路边没盖的沟里爬不上来");

        assertThat(reason(conversation).code()).isEqualTo(HandoffReason.Code.URGENT);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(messages(conversation))
                        .anyMatch(it -> it.body() instanceof Body.Notice notice
                                && notice.code().equals("safety-danger")));
    }

    @Test
    void asks_back_with_the_way_to_a_human_when_it_finds_nothing() {
        var conversation = open();

        ask(conversation, "附近有什么好吃的呀");

        var clarify = (Body.Clarify) reply(conversation, 2);
        assertThat(clarify.options()).last().isEqualTo("转人工");
    }

    @Test
    void hands_off_rather_than_asking_back_twice_in_a_row() {
        var conversation = open();
        ask(conversation, "附近有什么好吃的呀");
        reply(conversation, 2);

        ask(conversation, "海豚为什么会唱歌");

        assertThat(reason(conversation).code()).isEqualTo(HandoffReason.Code.UNANSWERED);
    }

    @Test
    void takes_a_number_for_the_offered_question() {
        var conversation = open();
        ask(conversation, "附近有什么好吃的呀");
        var clarify = (Body.Clarify) reply(conversation, 2);

        ask(conversation, String.valueOf(clarify.options().size()));

        assertThat(reason(conversation).code()).isEqualTo(HandoffReason.Code.WISH_FOR_HUMAN);
    }

    @Test
    void hands_off_when_none_of_the_offered_questions_is_meant() {
        var conversation = open();
        ask(conversation, "附近有什么好吃的呀");
        reply(conversation, 2);

        ask(conversation, "都不是");

        assertThat(reason(conversation).code()).isEqualTo(HandoffReason.Code.UNANSWERED);
    }

    @Test
    void answers_two_questions_of_one_message_in_their_order() {
        var first = publish("星桥" + mark + "猫粮多久送到", "3 天。", Audience.CUSTOMER);
        var second = publish("星桥" + mark + "狗窝多少钱", "90 元。", Audience.CUSTOMER);
        var conversation = open();

        ask(conversation, "星桥" + mark + "猫粮多久送到？另外星桥" + mark + "狗窝多少钱");

        var answer = (Body.Answer) reply(conversation, 2);
        assertThat(answer.sources()).extracting(Source::article).containsExactly(first.slug(), second.slug());
        assertThat(answer.text()).containsSubsequence("3 天。", "90 元。");
    }

    @Test
    void says_which_of_two_questions_it_has_no_answer_to() {
        var article = publish("星桥" + mark + "猫粮多久送到", "3 天。", Audience.CUSTOMER);
        var conversation = open();

        ask(conversation, "星桥" + mark + "猫粮多久送到？另外zzkx plmq怎么回事");

        var answer = (Body.Answer) reply(conversation, 2);
        assertThat(answer.sources()).extracting(Source::article).containsExactly(article.slug());
        assertThat(answer.text()).contains("「zzkx plmq怎么回事」");
    }

    @Test
    void answers_what_is_asked_of_two_things_at_once() {
        var first = publish("星桥" + mark + "猫粮多少钱", "30 元。", Audience.CUSTOMER);
        var second = publish("星桥" + mark + "狗窝多少钱", "90 元。", Audience.CUSTOMER);
        var conversation = open();

        ask(conversation, "星桥" + mark + "猫粮和星桥" + mark + "狗窝分别多少钱");

        var answer = (Body.Answer) reply(conversation, 2);
        assertThat(answer.sources()).extracting(Source::article).containsExactly(first.slug(), second.slug());
    }

    @Test
    void leaves_a_question_whole_that_an_article_answers_whole() {
        var article = publish("星桥" + mark + "猫粮和狗窝能一次下单吗，怎么合单发货", "能。", Audience.CUSTOMER);
        publish("星桥" + mark + "猫粮怎么下单", "在 App 里。", Audience.CUSTOMER);
        var conversation = open();

        ask(conversation, "星桥" + mark + "猫粮和狗窝能一次下单吗，怎么合单发货");

        var answer = (Body.Answer) reply(conversation, 2);
        assertThat(answer.sources()).extracting(Source::article).containsExactly(article.slug());
    }

    @Test
    void offers_no_question_that_shares_nothing_with_the_message() {
        var conversation = open();

        ask(conversation, "海豚为什么会唱歌");

        var clarify = (Body.Clarify) reply(conversation, 2);
        assertThat(clarify.options()).containsExactly("转人工");
        assertThat(clarify.text()).contains("不知道");
    }

    @Test
    void goes_on_with_the_bot_after_one_offered_question_is_refused_and_another_matter_named() {
        publish("星桥" + mark + "猫粮怎么退", "在订单里退。", Audience.CUSTOMER);
        publish("星桥" + mark + "猫粮怎么换", "在订单里换。", Audience.CUSTOMER);
        var article = publish("星桥" + mark + "狗窝多少钱一个", "90 元。", Audience.CUSTOMER);
        var conversation = open();
        ask(conversation, "星桥" + mark + "猫粮");
        reply(conversation, 2);

        ask(conversation, "不是，我问星桥" + mark + "狗窝多少钱一个");

        var answer = (Body.Answer) reply(conversation, 4);
        assertThat(answer.sources()).extracting(Source::article).containsExactly(article.slug());
    }

    @Test
    void keeps_in_the_trace_which_earlier_question_a_turn_leaned_on() {
        publish("星桥" + mark + "猫粮多久送到", "3 天。", Audience.CUSTOMER);
        publish("星桥" + mark + "猫粮怎么取消", "在订单里取消。", Audience.CUSTOMER);
        var conversation = open();
        ask(conversation, "星桥" + mark + "猫粮多久送到");
        reply(conversation, 2);

        ask(conversation, "怎么取消");
        reply(conversation, 4);

        var understood = await().until(() -> now(traces.find(conversation.id(), 4)), it -> it.isPresent())
                .orElseThrow()
                .getJsonObject("understood");
        assertThat(understood.getString("as")).isEqualTo("follow-up");
        assertThat(understood.getLong("of")).isEqualTo(1);
        assertThat(understood.getJsonArray("lookedUp")).isNotEmpty();
    }

    @Test
    void says_that_it_is_no_human() {
        var conversation = open();

        ask(conversation, "你是真人吗？");

        assertThat(reply(conversation, 2))
                .isInstanceOfSatisfying(
                        Body.SmallTalk.class,
                        it -> assertThat(it.text()).contains("AI 助手").contains("不是真人"));
    }

    @Test
    void discards_a_reply_when_an_agent_took_over_meanwhile() {
        publish("星桥" + mark + "猫粮多久送到", "3 天。", Audience.CUSTOMER);
        var conversation = open();
        ask(conversation, "人工");
        reason(conversation);
        var queued = now(conversations.load(conversation.id()));
        now(conversations.assign(queued.id(), queued.epoch(), people.agent("小林")));
        var question = now(conversations.appendFromCustomer(conversation.id(), "late", "星桥" + mark + "猫粮多久送到"));

        now(botTurn.take(new CustomerMessageCommitted(conversation, question)));

        assertThat(messages(conversation)).noneMatch(it -> it.body() instanceof Body.Answer);
    }

    @Test
    void answers_a_turn_once_however_often_it_is_taken() {
        publish("星桥" + mark + "猫粮多久送到", "3 天。", Audience.CUSTOMER);
        var conversation = open();
        var question = ask(conversation, "星桥" + mark + "猫粮多久送到");
        reply(conversation, 2);

        now(botTurn.take(new CustomerMessageCommitted(conversation, question)));

        assertThat(messages(conversation)).hasSize(2);
    }

    @Test
    void leaves_conversations_of_agents_alone() {
        var conversation = open();
        var withAgent = new Conversation(
                conversation.id(),
                conversation.customer(),
                conversation.channel(),
                new Owner.Agent(people.agent("小林"), "小林"),
                conversation.epoch(),
                0,
                null,
                conversation.openedAt(),
                null);

        now(botTurn.take(new CustomerMessageCommitted(withAgent, message(conversation, "你好"))));

        assertThat(messages(conversation)).isEmpty();
    }

    @Test
    void keeps_a_trace_of_what_it_found() {
        var article = publish("星桥" + mark + "猫粮多久送到", "3 天。", Audience.CUSTOMER);
        var conversation = open();
        ask(conversation, "星桥" + mark + "猫粮多久送到");
        reply(conversation, 2);

        var trace = await().until(() -> now(traces.find(conversation.id(), 2)), it -> it.isPresent())
                .orElseThrow();

        assertThat(trace.getString("decision")).isEqualTo("answer");
        assertThat(trace.getJsonArray("candidates").getJsonObject(0).getString("article"))
                .isEqualTo(article.slug());
        assertThat(trace.getJsonObject("timings").getMap()).containsKeys("triage", "search", "total");
        assertThat(trace.getJsonObject("thresholds").getMap()).containsKey("answerAt");
    }

    private Article publish(String question, String answer, Audience audience) {
        var article = now(articles.create("test/" + UUID.randomUUID(), draft(question, answer, audience), "test")
                .chain(it -> articles.publish(it.id(), it.revision())));
        published.add(article);
        return article;
    }

    private static ArticleDraft draft(String question, String answer, Audience audience) {
        return new ArticleDraft(question, List.of(), answer, audience, "通用", null, null, List.of());
    }

    private Conversation open() {
        return now(conversations.openOrResume(people.customer(), Channel.WEB));
    }

    private Message ask(Conversation conversation, String text) {
        return now(conversations.appendFromCustomer(conversation.id(), "m" + ++sent, text));
    }

    private static Message message(Conversation conversation, String text) {
        return new Message(conversation.id(), 1, new Author.Customer(), new Body.Text(text), conversation.openedAt());
    }

    private Body reply(Conversation conversation, long seq) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> messages(conversation), it -> it.size() >= seq)
                .get((int) seq - 1)
                .body();
    }

    private HandoffReason reason(Conversation conversation) {
        var owner = await().atMost(Duration.ofSeconds(20))
                .until(() -> now(conversations.load(conversation.id())).owner(), it -> it instanceof Owner.Queue);
        return ((Owner.Queue) owner).reason();
    }

    private List<Message> messages(Conversation conversation) {
        return now(conversations.messagesAfter(conversation.id(), 0, 100));
    }

    private static <T> T now(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(20));
    }
}
