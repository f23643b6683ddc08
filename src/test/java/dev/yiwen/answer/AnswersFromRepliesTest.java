package dev.yiwen.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.llm.ChatStub;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Over real HTTP, with a model that writes what it should, and what it should not. */
class AnswersFromRepliesTest {
    private static final List<String> REPLIES =
            List.of("您好，副卡每月收 10 元，在 App 的「我的—副卡」办理", "王先生您的号码[手机号1]已经开通副卡了", "副卡最多办 4 张，当天生效");

    private final ChatStub stub = new ChatStub();

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void what_agents_said_is_put_together() {
        stub.says("副卡每月 10 元，在 App 的「我的—副卡」办理[1]。最多办 4 张，当天生效[3]。");

        assertThat(written()).hasValue("副卡每月 10 元，在 App 的「我的—副卡」办理。最多办 4 张，当天生效。");
        assertThat(stub.asked().getFirst()).contains("[1] 您好，副卡每月收 10 元").contains("副卡怎么收费");
    }

    @Test
    void what_nobody_said_and_what_is_one_customers_is_left_out() {
        stub.says("副卡每月 20 元[1]。\n副卡终身免费[3]。\n号码[手机号1]已经开通副卡[2]。\n副卡最多办 4 张，当天生效[3]。");

        assertThat(written()).hasValue("副卡最多办 4 张，当天生效。");
    }

    @Test
    void without_a_model_without_an_answer_or_without_a_line_that_holds_nobody_writes() {
        stub.says("无法整理");
        assertThat(written()).isEmpty();

        stub.now(ChatStub.status(500));
        assertThat(written()).isEmpty();
    }

    private Optional<String> written() {
        var writing = new AnswersFromReplies(stub.model("retries=0"));
        assertThat(writing.available()).isTrue();
        return writing.from(UUID.randomUUID(), "副卡怎么收费", REPLIES).await().indefinitely();
    }
}
