package dev.yiwen.assist.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SituationsTest {
    private static final ConversationId CONVERSATION = ConversationId.of(new UUID(0, 1));
    private static final Author CUSTOMER = new Author.Customer();
    private static final Author AGENT = Author.Agent.unnamed();

    private final List<Message> transcript = new ArrayList<>();

    @Test
    void a_reply_is_all_that_the_agent_said_in_one_go_after_the_customer() {
        say(AGENT, "您好, 很高兴为您服务");
        say(CUSTOMER, "网断了,急");
        say(new Author.Bot(), "您可以重启");
        say(AGENT, "请看光猫的灯");
        say(AGENT, "哪个是红的?");
        say(CUSTOMER, "光信号");
        say(AGENT, "好");

        assertThat(Situations.replies(transcript, Situations.names(transcript, null)))
                .containsExactly(new PastReply("您好， 很高兴为您服务,网断了，急", "请看光猫的灯\n哪个是红的?"));
    }

    @Test
    void a_situation_is_without_personal_data() {
        say(CUSTOMER, "我的电话是13800138000");

        assertThat(Situations.of(transcript)).doesNotContain("13800138000").startsWith("我的电话");
    }

    @Test
    void a_name_that_was_said_once_is_known_when_it_is_said_alone() {
        say(CUSTOMER, "我叫王小明,网断了");
        say(AGENT, "王小明您好,李大海也在线");

        var replies = Situations.replies(transcript, Situations.names(transcript, "李大海"));

        assertThat(replies)
                .singleElement()
                .satisfies(it -> assertThat(it.context() + it.response()).doesNotContain("小明", "李大海"));
    }

    @Test
    void similar_situations_give_what_was_said_in_them_and_not_the_own_conversation() {
        var other = ConversationId.of(new UUID(0, 2));
        var stored = new ArrayList<PastReplies.Stored>();
        for (int i = 0; i < 20; i++) {
            stored.add(new PastReplies.Stored(new PastReply("您好,水龙头一直滴水关不上", "我给您约师傅换阀芯"), other));
            stored.add(new PastReplies.Stored(new PastReply("您好,账单为什么这么贵", "我帮您查一下上月明细"), CONVERSATION));
        }
        var learned = new ReplyModels.Learned(
                ReplyModel.of(stored.stream().map(PastReplies.Stored::reply).toList()), stored);

        assertThat(SimilarCases.in(learned, "您好,水龙头滴水关不上", CONVERSATION)).hasValueSatisfying(it -> {
            assertThat(it.replies()).containsExactly("我给您约师傅换阀芯");
            assertThat(it.conversations()).containsExactly(other);
            assertThat(it.situation()).isEqualTo("水龙头一直滴水关不上");
        });
        assertThat(SimilarCases.in(learned, "您好,账单为什么这么贵", CONVERSATION)
                        .map(SimilarCases.Found::replies)
                        .orElse(List.of()))
                .doesNotContain("我帮您查一下上月明细");
        assertThat(SimilarCases.in(learned, "tomorrow", CONVERSATION)).isEqualTo(Optional.empty());
    }

    private void say(Author author, String text) {
        transcript.add(new Message(CONVERSATION, transcript.size() + 1, author, new Body.Text(text), Instant.EPOCH));
    }
}
