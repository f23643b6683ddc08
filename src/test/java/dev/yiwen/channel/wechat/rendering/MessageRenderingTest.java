package dev.yiwen.channel.wechat.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.channel.wechat.quota.WaitingBubble.Voice;
import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Message;
import dev.yiwen.shared.Ids;
import dev.yiwen.shared.Messages;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageRenderingTest {
    private final MessageRendering rendering = new MessageRendering(() -> "AI 回复", new Messages());

    @Test
    void an_answer_is_plain_text_that_says_who_speaks_and_numbers_what_could_be_tapped() {
        var it = rendering
                .of(message(
                        new Author.Bot(),
                        new Body.Answer("**先重启**光猫：\n\n- 拔电\n- 等一分钟", List.of(), 0.9, List.of("红灯怎么办", "怎么报修"))))
                .orElseThrow();

        assertThat(it.voice()).isEqualTo(Voice.BOT);
        assertThat(it.pieces())
                .singleElement()
                .satisfies(text -> assertThat(text)
                        .startsWith("【AI 回复】先重启光猫")
                        .doesNotContain("**")
                        .contains("拔电", "1. 红灯怎么办", "2. 怎么报修"));
        assertThat(it.options()).containsExactly("红灯怎么办", "怎么报修");
    }

    @Test
    void what_a_person_says_never_carries_the_label() {
        var it = rendering
                .of(message(new Author.Agent(null, "小林"), new Body.Text("您好，我是小林")))
                .orElseThrow();

        assertThat(it.pieces()).containsExactly("您好，我是小林");
        assertThat(it.voice()).isEqualTo(Voice.PERSON);
    }

    @Test
    void neither_the_customers_words_nor_what_staff_read_goes_out() {
        assertThat(rendering.of(message(new Author.Customer(), new Body.Text("在吗"))))
                .isEmpty();
        assertThat(rendering.of(message(
                        new Author.System(),
                        new Body.Notice(MessageRendering.FOR_STAFF + "served", "由企业微信接待", Map.of()))))
                .isEmpty();
        assertThat(rendering.of(message(new Author.System(), new Body.Notice("handoff", "正在为您转接", Map.of()))))
                .isPresent();
    }

    private static Message message(Author author, Body body) {
        return new Message(ConversationId.of(Ids.next()), 1, author, body, Instant.EPOCH);
    }
}
