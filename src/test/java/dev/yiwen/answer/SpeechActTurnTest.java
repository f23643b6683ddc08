package dev.yiwen.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.HandoffReason.Code;
import dev.yiwen.conversation.Message;
import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.shared.Ids;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of messages that ask nothing, and of questions that hold a cue. */
@QuarkusTest
class SpeechActTurnTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    AnswerPreview preview;

    @Inject
    Articles articles;

    private final String mark = Ids.next().toString().substring(24);
    private final ConversationId conversation = ConversationId.of(Ids.next());
    private final List<Message> said = new ArrayList<>();

    @Test
    void an_insult_gets_a_calm_word_with_the_way_to_a_human_and_the_second_one_a_human() {
        var first = says("你这个笨蛋机器人");

        assertThat(((Body.SmallTalk) first).options()).containsExactly("转人工");
        assertThat(handsOff("真蠢")).isEqualTo(Code.STRONG_EMOTION);
    }

    @Test
    void angry_faces_alone_are_answered_calmly() {
        assertThat(says("😡😡😡").text()).contains("生气");
    }

    @Test
    void never_mind_ends_the_question_and_is_no_miss() {
        assertThat(says("附近有什么好吃的呀")).isInstanceOf(Body.Clarify.class);

        assertThat(says("算了 我不去了")).isInstanceOf(Body.SmallTalk.class);
        assertThat(says("附近有什么好喝的呀")).isInstanceOf(Body.Clarify.class);
    }

    @Test
    void the_weather_is_out_of_scope() {
        assertThat(says("今天天气怎么样")).isInstanceOf(Body.SmallTalk.class);
    }

    @Test
    void a_bare_number_is_asked_after_and_is_no_complaint() {
        assertThat(says("12345").text()).contains("数字");
    }

    @Test
    void an_identity_number_gets_a_word_about_privacy() {
        assertThat(says("11010519491231002X").text()).contains("打码");
    }

    @Test
    void what_is_asked_about_complaints_is_answered_and_the_way_to_a_human_offered() {
        publish("星桥" + mark + "的路灯坏了找谁投诉", "打 4001。");

        var answer = (Body.Answer) says("星桥" + mark + "的路灯坏了找谁投诉");

        assertThat(answer.text()).isEqualTo("打 4001。");
        assertThat(answer.related()).last().isEqualTo("转人工");
    }

    @Test
    void what_is_asked_about_complaints_and_has_no_answer_is_a_humans() {
        // How to complain of the company itself is in the starter knowledge.
        assertThat(handsOff("隔壁的河马把我家的向日葵和篱笆都踩坏了，怎么投诉它的主人")).isEqualTo(Code.LEGAL_OR_COMPLAINT);
    }

    @Test
    void a_question_with_part_of_a_cue_in_it_is_answered() {
        publish("怎么取消" + mark + "协议", "在 App 里取消。");

        assertThat(says("怎么取消" + mark + "协议")).isInstanceOf(Body.Answer.class);
    }

    private Body says(String words) {
        var body = ((AnswerPreview.Says) reply(words)).body();
        said.add(new Message(conversation, said.size() + 1, new Author.Bot(), body, Instant.EPOCH));
        return body;
    }

    private Code handsOff(String words) {
        return ((AnswerPreview.HandsOff) reply(words)).reason().code();
    }

    private AnswerPreview.Reply reply(String words) {
        said.add(
                new Message(conversation, said.size() + 1, new Author.Customer(), new Body.Text(words), Instant.EPOCH));
        return preview.reply(List.copyOf(said)).await().atMost(PATIENCE);
    }

    private void publish(String question, String answer) {
        var draft = new ArticleDraft(question, List.of(), answer, Audience.CUSTOMER, "通用", null, null, List.of());
        articles.create("acts/" + Ids.next(), draft, "test")
                .chain(it -> articles.publish(it.id(), it.revision()))
                .await()
                .atMost(PATIENCE);
    }
}
