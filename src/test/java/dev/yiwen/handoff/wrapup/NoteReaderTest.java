package dev.yiwen.handoff.wrapup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.handoff.wrapup.WrapUpNote.Promised;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoteReaderTest {

    @Test
    void a_call_is_split_into_problem_cause_deeds_promises_and_what_is_open() {
        var note = read(
                "客服：您好，很高兴为您服务，请问有什么可以帮您？",
                "客户：我家宽带从昨天晚上开始就断了，光猫一直亮红灯",
                "客服：好的，我帮您查一下，请稍等。",
                "客服：查到是您小区的光缆被施工挖断了，我已经为您登记了报修。",
                "客户：那什么时候能好？",
                "客服：师傅明天上午九点上门检修，修好以后我们会给您回电。",
                "客服：麻烦您到时候确认一下家里有人。",
                "客户：好的谢谢",
                "客服：感谢您的来电，再见。");

        assertThat(note.problem()).isEqualTo("我家宽带从昨天晚上开始就断了，光猫一直亮红灯");
        assertThat(note.cause()).contains("光缆被施工挖断了");
        assertThat(note.done()).isEqualTo("我已经为您登记了报修");
        assertThat(note.promised())
                .contains(new Promised("师傅明天上午九点上门检修", Instant.parse("2026-03-03T01:00:00Z")))
                .extracting(Promised::text)
                .contains("修好以后我们会给您回电");
        assertThat(note.open()).singleElement().asString().contains("家里有人");
    }

    @Test
    void a_time_that_stands_before_what_is_promised_belongs_to_it() {
        var note = read("客户：什么时候给我退钱", "客服：三个工作日内，多扣的钱会退到您的账户。");

        assertThat(note.promised())
                .singleElement()
                .satisfies(it -> assertThat(it.text()).startsWith("三个工作日内，"))
                .satisfies(it -> assertThat(it.due()).isEqualTo(Instant.parse("2026-03-05T02:00:00Z")));
    }

    @Test
    void what_a_customer_may_do_or_asks_for_is_no_promise() {
        var note = read("客户：你们会给我退钱吗，明天能不能上门", "客服：您可以在24小时内到营业厅办理。", "客服：请问您明天上午在家吗？");

        assertThat(note.promised()).isEmpty();
    }

    @Test
    void who_only_explained_did_that() {
        var note = read("客户：流量包怎么退订", "客服：您可以在云桥 App 里点击我的流量包，选择退订。");

        assertThat(note.done()).startsWith("您可以在云桥 App 里点击我的流量包");
    }

    @Test
    void what_was_not_done_is_no_deed() {
        var note = read("客户：我要退订", "客服：这个业务暂时没有办法为您取消了。");

        assertThat(note.done()).doesNotContain("取消");
    }

    @Test
    void a_question_on_which_a_conversation_ends_is_open() {
        var note = read("客户：我的发票开错了", "客服：好的，我看一下。", "客户：多久能重新开出来？");

        assertThat(note.open()).containsExactly("多久能重新开出来？");
    }

    @Test
    void personal_data_is_masked() {
        var note = read("客户：我的号码13812345678没有信号", "客服：已经为您的号码13812345678重置了网络。");

        assertThat(note.text()).doesNotContain("13812345678").contains("[手机号]");
    }

    private static WrapUpNote read(String... lines) {
        return NoteReader.of(Talk.of(lines), Optional.empty());
    }
}
