package dev.yiwen.assist.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ScriptPartTest {
    private static final String SCRIPT = """
            ## 共情
            「家里断网，换作是我也着急。」
            ## 澄清
            从什么时候断的？
            ## 解决
            直接派单，标「加急」，师傅今天下午上门检修。
            ## 确认
            核对时间。
            """;

    private final List<Message> talk = new ArrayList<>();

    @Test
    void first_it_is_cleared_up_what_is_wrong() {
        customer("家里断网了");

        assertThat(now(false)).isEqualTo(ScriptPart.CLARIFY);
    }

    @Test
    void who_is_angry_is_heard_first_and_until_somebody_has_said_so() {
        customer("你们这群骗子，断网三天了");
        agent("从什么时候断的？");
        customer("都说了三天了！");
        assertThat(now(true)).isEqualTo(ScriptPart.EMPATHISE);

        agent("断网三天确实耽误您了，对不起");
        assertThat(now(true)).isEqualTo(ScriptPart.SOLVE);
    }

    @Test
    void once_the_customer_has_answered_the_problem_is_known() {
        customer("家里断网了");
        agent("您好");
        customer("快点");
        assertThat(now(false)).isEqualTo(ScriptPart.CLARIFY);

        agent("请问从什么时候断的？");
        customer("昨天晚上");
        assertThat(now(false)).isEqualTo(ScriptPart.SOLVE);
    }

    @Test
    void once_the_agent_has_said_what_solves_it_that_is_confirmed() {
        customer("家里断网了");
        agent("我给您直接派单标加急，师傅今天下午就上门检修");
        assertThat(now(false)).isEqualTo(ScriptPart.CONFIRM);
    }

    @Test
    void what_sounds_a_little_like_it_solves_nothing() {
        customer("家里断网了");
        agent("师傅那边我先帮您问一问情况可以吗");
        assertThat(now(false)).isEqualTo(ScriptPart.CLARIFY);
    }

    @Test
    void what_the_bot_has_asked_the_agent_has_not() {
        customer("家里断网了");
        say(new Author.Agent(null, ""), "请问从什么时候断的？");
        customer("昨天");
        say(new Author.Bot(), "正在为您转接");
        customer("还没修好");

        assertThat(now(false)).isEqualTo(ScriptPart.CLARIFY);
    }

    private ScriptPart now(boolean angry) {
        return ScriptPart.now(SCRIPT, talk, angry);
    }

    private void customer(String text) {
        say(new Author.Customer(), text);
    }

    private void agent(String text) {
        say(new Author.Agent(null, ""), text);
    }

    private void say(Author author, String text) {
        talk.add(new Message(
                ConversationId.of(new UUID(0, 0)), talk.size() + 1L, author, new Body.Text(text), Instant.EPOCH));
    }
}
