package dev.yiwen.handoff.wrapup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.handoff.wrapup.WrapUpNote.Promised;
import dev.yiwen.llm.Redaction;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What of a model's record of a conversation gets to the agent. */
class NoteCheckTest {

    @Test
    void lines_that_the_conversation_bears_out_are_kept_with_the_time_of_what_was_promised() {
        var note = check("问题：宽带断了，光猫亮红灯[1]\n处理：已登记报修[2]\n承诺：师傅明天上午九点上门[2]");

        assertThat(note.problem()).isEqualTo("宽带断了，光猫亮红灯");
        assertThat(note.done()).isEqualTo("已登记报修");
        assertThat(note.promised()).containsExactly(new Promised("师傅明天上午九点上门", Instant.parse("2026-03-03T01:00:00Z")));
    }

    @Test
    void a_promise_that_only_the_customer_spoke_of_is_dropped() {
        assertThat(check("承诺：赔偿三百元话费[3]").promised()).isEmpty();
    }

    @Test
    void a_sentence_that_nobody_said_is_dropped() {
        assertThat(check("原因：小区光缆被施工队挖断[2]\n待办：客户去营业厅补交材料[3]")).isEqualTo(check(""));
    }

    @Test
    void a_number_that_nobody_said_is_dropped() {
        assertThat(check("承诺：师傅明天上午10点上门[2]").promised()).isEmpty();
    }

    private static WrapUpNote check(String written) {
        var transcript = Talk.of("客户：我家宽带断了，光猫亮红灯", "客服：我已登记报修，师傅明天上午九点上门", "客户：你们要赔偿我三百元话费");
        return new NoteCheck(transcript, Redaction.of("")).of(written);
    }
}
