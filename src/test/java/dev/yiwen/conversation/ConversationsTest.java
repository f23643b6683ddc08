package dev.yiwen.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiwen.shared.Problem;
import dev.yiwen.shared.Problem.Kind;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConversationsTest {
    private static final HandoffReason WISH = new HandoffReason(HandoffReason.Code.WISH_FOR_HUMAN, "客户要求人工", List.of());

    @Inject
    Conversations conversations;

    @Inject
    People people;

    @Test
    void numbers_messages_without_holes_when_many_are_sent_at_once() {
        // In the queue, where no bot answers between them; the notice of that is number 1.
        var conversation = queued();

        var sent = await(Uni.join()
                .all(IntStream.range(0, 50)
                        .mapToObj(i -> conversations.appendFromCustomer(conversation.id(), "m" + i, "问题" + i))
                        .toList())
                .andFailFast());

        assertThat(sent)
                .extracting(Message::seq)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(2, 51).boxed().toList());
        assertThat(messages(conversation)).extracting(Message::at).isSorted();
    }

    @Test
    void stores_a_message_once_when_it_is_sent_by_two_tabs_at_once() {
        var conversation = open();

        var sent = await(Uni.join()
                .all(IntStream.range(0, 20)
                        .mapToObj(i -> conversations.appendFromCustomer(conversation.id(), "same", "查话费"))
                        .toList())
                .andFailFast());

        assertThat(sent).extracting(Message::seq).containsOnly(1L);
        assertThat(messages(conversation)).extracting(Message::clientMessageId).containsOnlyOnce("same");
    }

    @Test
    void opens_one_conversation_for_two_tabs() {
        var customer = people.customer();

        var opened = await(Uni.join()
                .all(IntStream.range(0, 10)
                        .mapToObj(i -> conversations.openOrResume(customer, Channel.WEB))
                        .toList())
                .andFailFast());

        assertThat(opened)
                .extracting(Conversation::id)
                .containsOnly(opened.getFirst().id());
    }

    @Test
    void answers_a_turn_once() {
        var conversation = open();

        var answers = await(Uni.join()
                .all(IntStream.range(0, 5)
                        .mapToObj(i -> conversations.appendFromBot(conversation.id(), 0, 1, smallTalk()))
                        .toList())
                .andFailFast());

        assertThat(answers).filteredOn(Optional::isPresent).hasSize(1);
        assertThat(messages(conversation)).hasSize(1);
    }

    @Test
    void discards_what_the_bot_says_after_a_human_was_asked_for() {
        var conversation = open();
        await(conversations.appendFromCustomer(conversation.id(), "a", "转人工"));
        await(conversations.requestHuman(conversation.id(), 0, WISH));

        var late = await(conversations.appendFromBot(conversation.id(), 0, 1, smallTalk()));

        assertThat(late).isEmpty();
    }

    @Test
    void gives_a_waiting_customer_to_exactly_one_of_two_agents() {
        var conversation = queued();
        var agents = IntStream.range(0, 6).mapToObj(i -> people.agent("客服" + i)).toList();

        var assigned = await(Uni.join()
                .all(agents.stream()
                        .map(agent -> conversations.assign(conversation.id(), conversation.epoch(), agent))
                        .toList())
                .andFailFast());

        assertThat(assigned).filteredOn(Optional::isPresent).hasSize(1);
        var winner = assigned.stream().flatMap(Optional::stream).findFirst().orElseThrow();
        assertThat(await(conversations.load(conversation.id())).owner()).isEqualTo(winner.owner());
        assertThat(winner.epoch()).isEqualTo(2);
    }

    @Test
    void tells_both_sides_of_each_change_of_owner() {
        var conversation = queued();
        var agent = people.agent("小林");

        await(conversations.assign(conversation.id(), 1, agent));
        await(conversations.backToBot(conversation.id(), 2));
        await(conversations.close(conversation.id(), 3));

        assertThat(messages(conversation))
                .extracting(Message::body)
                .extracting(body -> ((Body.Notice) body).code())
                .containsExactly("handoff", "agent-joined", "back-to-bot", "closed");
        assertThat(messages(conversation).get(1).body())
                .isEqualTo(new Body.Notice("agent-joined", "人工客服小林已接入，为您服务。", Map.of("agent", "小林")));
    }

    @Test
    void lets_only_the_owning_agent_write() {
        var conversation = queued();
        var owner = people.agent("小林");
        await(conversations.assign(conversation.id(), 1, owner));

        await(conversations.appendFromAgent(conversation.id(), owner, "a", "您好"));

        assertThat(messages(conversation).getLast().author()).isEqualTo(new Author.Agent(owner, "小林"));
        assertProblem(Kind.FORBIDDEN, conversations.appendFromAgent(conversation.id(), people.agent("小王"), "b", "您好"));
    }

    @Test
    void keeps_the_reason_for_the_agent_who_takes_over() {
        var conversation = queued();

        await(conversations.assign(conversation.id(), 1, people.agent("小林")));

        assertThat(await(conversations.lastReason(conversation.id()))).contains(WISH);
    }

    @Test
    void refuses_a_message_to_a_closed_conversation_but_knows_those_sent_before() {
        var conversation = open();
        await(conversations.appendFromCustomer(conversation.id(), "a", "谢谢"));
        await(conversations.close(conversation.id(), 0));

        var again = await(conversations.appendFromCustomer(conversation.id(), "a", "谢谢"));

        assertThat(again.seq()).isEqualTo(1);
        assertProblem(Kind.CONFLICT, conversations.appendFromCustomer(conversation.id(), "b", "还有个问题"));
    }

    @Test
    void opens_a_new_conversation_after_the_last_was_closed() {
        var conversation = open();
        await(conversations.close(conversation.id(), 0));

        var next = await(conversations.openOrResume(conversation.customer(), Channel.WEB));

        assertThat(next.id()).isNotEqualTo(conversation.id());
        assertThat(await(conversations.ofCustomer(conversation.customer(), 10)))
                .extracting(Conversation::id)
                .containsExactly(next.id(), conversation.id());
    }

    @Test
    void strips_what_the_database_refuses_and_nothing_else() {
        var conversation = open();

        var message = await(conversations.appendFromCustomer(
                conversation.id(), "a", " <b>光猫</b>\u0000\r\n红灯\uD83D\uDE00\uD83D 'or 1=1;--\t"));

        assertThat(message.body().text()).isEqualTo("<b>光猫</b>\n红灯😀\uFFFD 'or 1=1;--");
        assertThat(messages(conversation)).contains(message);
    }

    @Test
    void refuses_empty_and_overlong_texts() {
        var conversation = open();

        assertProblem(Kind.INVALID, conversations.appendFromCustomer(conversation.id(), "a", " \u0000\n"));
        assertProblem(Kind.TOO_LARGE, conversations.appendFromCustomer(conversation.id(), "b", "长".repeat(2001)));
        assertProblem(Kind.INVALID, conversations.appendFromCustomer(conversation.id(), "x".repeat(65), "好"));
        assertThat(messages(conversation)).isEmpty();
    }

    @Test
    void queues_a_call_first() {
        var call = await(conversations.openCall(people.customer(), "13800000000"));
        queued();

        var waiting = await(conversations.queued(1000));

        assertThat(waiting.getFirst().channel()).isEqualTo(Channel.VOICE);
        assertThat(waiting).extracting(Conversation::id).contains(call.id());
    }

    private Conversation open() {
        return await(conversations.openOrResume(people.customer(), Channel.WEB));
    }

    private Conversation queued() {
        var conversation = open();
        return await(conversations.requestHuman(conversation.id(), 0, WISH)).orElseThrow();
    }

    private List<Message> messages(Conversation conversation) {
        return await(conversations.messagesAfter(conversation.id(), 0, 1000));
    }

    private static Body smallTalk() {
        return new Body.SmallTalk("您好，我是 AI 助手小桥。", List.of());
    }

    private static void assertProblem(Kind kind, Uni<?> refused) {
        assertThatThrownBy(() -> await(refused))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(kind));
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().indefinitely();
    }
}
