package dev.yiwen.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.yiwen.WithModel;
import dev.yiwen.answer.trace.Traces;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.Delivery;
import dev.yiwen.conversation.Ephemeral;
import dev.yiwen.conversation.Message;
import dev.yiwen.conversation.People;
import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.llm.ChatStub;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole turns with a chat model over real HTTP, well and badly behaved. */
@QuarkusTest
@TestProfile(WithModel.class)
class ModelTurnTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String CURATED = "一般 **3 天**送到，运费 8 元。";
    private static final String COMPOSED = "运费 8 元，一般 3 天送到[1]。";

    @Inject
    Conversations conversations;

    @Inject
    Delivery delivery;

    @Inject
    Articles articles;

    @Inject
    Traces traces;

    @Inject
    People people;

    @Inject
    Pool database;

    @SuppressWarnings("NullAway.Init")
    ChatStub stub;

    private final String question = "星桥" + UUID.randomUUID().toString().substring(0, 6) + "猫粮多久送到";

    @BeforeEach
    void publish() {
        now(articles.create(
                        "test/" + UUID.randomUUID(),
                        new ArticleDraft(question, List.of(), CURATED, Audience.CUSTOMER, "通用", null, null, List.of()),
                        "test")
                .chain(it -> articles.publish(it.id(), it.revision())));
    }

    @Test
    void shows_the_answer_while_it_is_written_and_then_says_it() {
        stub.says(COMPOSED);
        var conversation = open();
        var shown = new CopyOnWriteArrayList<Ephemeral>();
        try (var watch = delivery.watch(conversation.id(), 0, message -> {}, owner -> {}, shown::add)) {
            ask(conversation);

            assertThat(reply(conversation).text()).isEqualTo("运费 8 元，一般 3 天送到。");
            assertThat(shown).containsExactly(new Ephemeral.Draft(1, "运费 8 元，一般 3 天送到。"));
        }
        var draft = draft(conversation);
        assertThat(draft.getString("outcome")).isEqualTo("USED");
        assertThat(draft.getString("system")).contains("[1] 一般 **3 天**送到");
        assertThat(draft.getJsonObject("usage").getLong("reply")).isEqualTo(40);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void says_the_curated_answer_in_the_same_turn_when_the_model_fails(String outcome, ChatStub.Behaviour behaviour) {
        stub.now(behaviour);
        var conversation = open();

        ask(conversation);

        assertThat(reply(conversation).text()).isEqualTo(CURATED);
        assertThat(draft(conversation).getString("outcome")).isEqualTo(outcome);
        assertThat(messages(conversation)).hasSize(2);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("SLOW_START", ChatStub.Stream::hang),
                fault("SLOW", stream -> {
                    stream.begin();
                    stream.parts(COMPOSED);
                    stream.hang();
                }),
                fault("BUSY", ChatStub.status(429, "Retry-After", "60")),
                fault("BROKEN", ChatStub.status(502)),
                fault("CUT", stream -> {
                    stream.begin();
                    stream.parts(COMPOSED);
                    stream.cut();
                }),
                fault("UNREADABLE", stream -> {
                    stream.begin();
                    stream.raw("data: {]\n\n");
                }),
                fault("EMPTY", ChatStub.saying(" ")),
                fault("TOO_LITTLE", ChatStub.saying("运费 0 元，1 天送到[1]。")),
                fault("DECLINED", ChatStub.saying("无法回答")));
    }

    private static Arguments fault(String outcome, ChatStub.Behaviour behaviour) {
        return Arguments.of(outcome, behaviour);
    }

    @Test
    void says_the_curated_answer_once_the_conversation_has_spent_its_budget() {
        stub.says(COMPOSED);
        var conversation = open();
        now(database.preparedQuery("insert into model_conversation (conversation_id, tokens) values ($1, 40000)")
                .execute(Tuple.of(conversation.id().value())));

        ask(conversation);

        assertThat(reply(conversation).text()).isEqualTo(CURATED);
        assertThat(draft(conversation).getString("outcome")).isEqualTo("CONVERSATION_BUDGET");
    }

    @Test
    void needs_no_model_for_small_talk() {
        stub.says(COMPOSED);
        int before = stub.calls();
        var conversation = open();

        now(conversations.appendFromCustomer(conversation.id(), "m", "你好"));

        assertThat(reply(conversation)).isInstanceOf(Body.SmallTalk.class);
        assertThat(stub.calls()).isEqualTo(before);
    }

    private Conversation open() {
        return now(conversations.openOrResume(people.customer(), Channel.WEB));
    }

    private void ask(Conversation conversation) {
        now(conversations.appendFromCustomer(conversation.id(), "m", question + "？"));
    }

    private Body reply(Conversation conversation) {
        return await().atMost(LONG)
                .until(() -> messages(conversation), it -> it.size() == 2)
                .getLast()
                .body();
    }

    private JsonObject draft(Conversation conversation) {
        return await().atMost(LONG)
                .until(() -> now(traces.find(conversation.id(), 2)), it -> it.isPresent())
                .orElseThrow()
                .getJsonObject("draft");
    }

    private List<Message> messages(Conversation conversation) {
        return now(conversations.messagesAfter(conversation.id(), 0, 100));
    }

    private static <T> T now(Uni<T> uni) {
        return uni.await().atMost(LONG);
    }
}
