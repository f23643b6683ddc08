package dev.yiwen.handoff.packet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Message;
import dev.yiwen.llm.Redaction;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What of a model's words about a case gets to an agent. */
class PacketCheckTest {
    private static final List<Message> TRANSCRIPT =
            List.of(said(1, "我上个月的话费多扣了58元"), said(2, "重启过三次光猫都没用，宽带还是断的"), said(3, "我的号码13812345678，快点处理"));

    @Test
    void a_line_that_the_transcript_bears_out_is_kept_without_its_citation() {
        assertThat(check("摘要：客户反映上个月话费多扣了58元[1]").summary()).containsExactly("客户反映上个月话费多扣了58元");
    }

    @Test
    void a_number_that_nobody_said_drops_the_line() {
        assertThat(check("摘要：客户反映上个月话费多扣了85元[1]").summary()).isEmpty();
    }

    @Test
    void a_number_from_a_message_that_is_not_cited_drops_the_line() {
        assertThat(check("摘要：宽带断了，多扣了58元[2]").summary()).isEmpty();
    }

    @Test
    void words_that_nobody_said_drop_the_line() {
        assertThat(check("摘要：客户威胁要起诉公司并曝光给媒体[1]").summary()).isEmpty();
    }

    @Test
    void a_line_that_names_no_message_is_dropped() {
        assertThat(check("摘要：上个月话费多扣了58元").summary()).isEmpty();
        assertThat(check("摘要：上个月话费多扣了58元[9]").summary()).isEmpty();
    }

    @Test
    void two_lines_are_enough() {
        assertThat(check("摘要：话费多扣了58元[1]\n摘要：重启过三次光猫都没用[2]\n摘要：宽带还是断的[2]").summary())
                .containsExactly("话费多扣了58元", "重启过三次光猫都没用");
    }

    @Test
    void a_customers_number_comes_back_in_its_place() {
        var redaction = Redaction.of("[3] 客户：我的号码13812345678，快点处理");
        var token = redaction.text().replaceAll("(?s).*(\\[手机号\\d+]).*", "$1");

        var summary = new PacketCheck(TRANSCRIPT, redaction)
                .of("摘要：客户的号码" + token + "，要快点处理[3]")
                .summary();

        assertThat(summary).containsExactly("客户的号码13812345678，要快点处理");
    }

    @Test
    void a_first_sentence_is_kept_when_it_promises_nothing() {
        assertThat(check("开场：您好，宽带一直断给您添麻烦了，接下来由我来为您处理。").firstSentence()).isEqualTo("您好，宽带一直断给您添麻烦了，接下来由我来为您处理。");
        assertThat(check("开场：您好，多扣的钱我马上给您退费。").firstSentence()).isEmpty();
        assertThat(check("开场：您好，保证今天修好。").firstSentence()).isEmpty();
        assertThat(check("开场：您好，58元的事我来查。").firstSentence()).isEmpty();
    }

    @Test
    void what_has_no_form_is_nothing() {
        assertThat(check("好的，我来总结一下。").isNothing()).isTrue();
        assertThat(check("摘要：<b>话费多扣了58元</b>[1]").isNothing()).isTrue();
    }

    private static ComposedSummary check(String written) {
        return new PacketCheck(TRANSCRIPT, Redaction.of("")).of(written);
    }

    private static Message said(long seq, String text) {
        return new Message(
                ConversationId.of(new UUID(0, 1)), seq, new Author.Customer(), new Body.Text(text), Instant.EPOCH);
    }
}
