package dev.yiwen.assist.answer;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SuggestionQueryTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "嗯",
                "嗯嗯",
                "好的",
                "好的，谢谢！",
                "谢谢您，再见~",
                "喂，你好",
                "OK",
                "13800138000",
                "3",
                "二零二六",
                "？？",
                "[数字x]",
                "嗯，知道了。",
                "是的是的",
                "转人工",
                "我要转人工客服",
                "在吗？",
                "13800138000，谢谢",
                "我的手机号是13800138000"
            })
    void small_talk_and_bare_numbers_are_no_cue(String said) {
        assertThat(SuggestionQuery.ofLast(customer(said))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"退款", "怎么开发票", "你好，我想办携号转网", "5G信号差", "我要投诉", "不行，还是断网"})
    void what_has_a_subject_is_a_cue(String said) {
        assertThat(SuggestionQuery.ofLast(customer(said)))
                .map(SuggestionQuery::alone)
                .contains(said);
    }

    @Test
    void a_short_question_leans_on_the_turns_before_it() {
        assertThat(SuggestionQuery.ofLast(customer("我想办携号转网到你们这里", "嗯嗯", "要多久")))
                .flatMap(SuggestionQuery::inContext)
                .contains("我想办携号转网到你们这里，要多久");
    }

    @Test
    void a_question_that_points_back_leans_however_long_it_is() {
        assertThat(SuggestionQuery.ofLast(customer("家里宽带断了", "那这种情况你们一般要几天才能上门来修好呢")))
                .flatMap(SuggestionQuery::inContext)
                .isPresent();
    }

    @Test
    void a_long_question_stands_alone() {
        assertThat(SuggestionQuery.ofLast(customer("家里宽带断了", "另外我想把上个月的电子发票重新开一张")))
                .map(SuggestionQuery::inContext)
                .contains(Optional.empty());
    }

    @Test
    void who_takes_over_starts_with_what_was_asked_and_not_with_the_cry_for_a_human() {
        assertThat(SuggestionQuery.ofQuestions(customer("我的宽带断了三天了", "转人工", "光猫亮红灯", "人工！")))
                .map(SuggestionQuery::seq)
                .containsExactly(3L, 1L);
    }

    @Test
    void what_the_agent_says_is_no_cue() {
        var transcript = new ArrayList<>(customer("我的宽带断了三天了"));
        transcript.add(message(2, Author.Agent.unnamed(), "请您提供一下宽带账号"));

        assertThat(SuggestionQuery.ofLast(transcript)).map(SuggestionQuery::seq).contains(1L);
    }

    private static List<Message> customer(String... said) {
        var messages = new ArrayList<Message>();
        for (var text : said) {
            messages.add(message(messages.size() + 1, new Author.Customer(), text));
        }
        return messages;
    }

    private static Message message(long seq, Author author, String text) {
        return new Message(ConversationId.of(new UUID(0, 1)), seq, author, new Body.Text(text), null, Instant.EPOCH);
    }
}
