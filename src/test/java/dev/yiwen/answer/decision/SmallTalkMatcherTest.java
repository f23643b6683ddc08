package dev.yiwen.answer.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SmallTalkMatcherTest {
    private final SmallTalkMatcher smallTalk = new SmallTalkMatcher();

    @ParameterizedTest
    @CsvSource({
        "你好,greeting",
        "在吗？,greeting",
        "客服你好，在吗,greeting",
        "请问一下,greeting",
        "谢谢！！,thanks",
        "好的谢谢,thanks",
        "你真棒,thanks",
        "谢谢，再见,goodbye",
        "没有别的问题了,goodbye",
        "好的,acknowledge",
        "嗯嗯,acknowledge",
        "你是谁,identity",
        "你是机器人吗？,identity",
        "你好，请问你是真人吗,identity",
        "是人工吗,identity",
        "你能做什么,ability",
        "？？？,wordless",
        "👍,wordless"
    })
    void answers_small_talk(String words, String kind) {
        assertThat(smallTalk.kindOf(words)).hasValue(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "你好，我的宽带断了",
                "谢谢，那发票呢",
                "在吗？话费怎么查",
                "好的，那怎么办理",
                "你好请问套餐",
                "不用了，帮我取消套餐",
                "你能帮我查话费吗",
                "没有信号了",
                "再见了我要销户",
                "行，多少钱",
                "在哪办",
                "好慢",
                "88元套餐",
                "人工智能",
                "是不是扣费了",
                "打扰一下我想问流量"
            })
    void never_swallows_a_question(String words) {
        assertThat(smallTalk.kindOf(words)).isEmpty();
    }
}
