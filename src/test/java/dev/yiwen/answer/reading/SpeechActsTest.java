package dev.yiwen.answer.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.triage.EditorWordList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SpeechActsTest {
    private final EditorWordList editors = new EditorWordList();
    private OwnNames names = new OwnNames(List.of("小禾"), List.of("青禾电力", "青禾"));
    private final SpeechActs acts = new SpeechActs(editors, new TurnPatterns(), () -> names);

    @ParameterizedTest
    @CsvSource({
        "你好,GREETING",
        "在吗？,GREETING",
        "客服你好，在吗,GREETING",
        "请问一下,GREETING",
        "谢谢！！,THANKS",
        "好的谢谢,THANKS",
        "谢谢，再见,GOODBYE",
        "没有别的问题了,GOODBYE",
        "好的,ACKNOWLEDGE",
        "嗯嗯,ACKNOWLEDGE",
        "你是谁,IDENTITY",
        "你是机器人吗？,IDENTITY",
        "你好，请问你是真人吗,IDENTITY",
        "是人工吗,IDENTITY",
        "你是人还是机器,IDENTITY",
        "你能做什么,ABILITY",
        "？？？,WORDLESS",
        "👍,PRAISE",
        "你真棒,PRAISE",
        "😡😡😡,ANGRY_FACE",
        "谢谢你啊小伙子帮了我大忙,THANKS",
        "谢谢您姑娘，真是帮了大忙了,THANKS",
        "算了 我不去了,NEVER_MIND",
        "算了 不用人工了,NEVER_MIND",
        "不需要了,NEVER_MIND",
        "先不办了，我再想想,NEVER_MIND",
        "never mind,NEVER_MIND",
        "解决了,SOLVED",
        "不用了 卡找到了,NEVER_MIND",
        "谢谢 已经好了,SOLVED",
        "你妈死了,INSULT",
        "你这个笨蛋机器人,INSULT",
        "you are stupid,INSULT",
        "讲个笑话,JOKE",
        "今天天气怎么样,OUT_OF_SCOPE",
        "帮我写首诗,OUT_OF_SCOPE",
        "淘宝的快递怎么退,OTHER_COMPANY",
        "12345,NUMBER",
        "8861023588,NUMBER",
        "88,GOODBYE",
        "138 1234 5678,NUMBER",
        "11010519491231002X,PRIVATE_NUMBER",
        "我的身份证号是11010519491231002X,PRIVATE_NUMBER"
    })
    void tells_what_a_message_does(String words, SpeechAct act) {
        assertThat(acts.in(words)).map(SpeechActs.Said::act).hasValue(act);
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
                "打扰一下我想问流量",
                "算了，换个便宜的套餐",
                "宽带断了",
                "手机丢了",
                "流量用完了",
                "我不能上网了",
                "不用了能退钱吗",
                "银行卡怎么绑定",
                "移动的号码怎么转到你们这",
                "淘宝能充话费吗",
                "10086元套餐",
                "天气不好没信号"
            })
    void never_swallows_a_question(String words) {
        assertThat(acts.in(words)).isEmpty();
    }

    @Test
    void knows_the_phrases_that_an_editor_added() {
        assertThat(acts.in("整明白了")).isEmpty();

        editors.replace(List.of(new EditorWordList.Form("SOLVED", "整明白了")));

        assertThat(acts.in("好的，整明白了！")).map(SpeechActs.Said::act).hasValue(SpeechAct.SOLVED);
        assertThat(acts.in("怎么才算整明白了发票")).isEmpty();
    }

    @Test
    void reads_a_long_message_without_going_back_and_forth() {
        assertThat(acts.in("哈".repeat(39) + "谜")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "你是小禾吗？,IDENTITY",
        "请问你叫小禾吗,IDENTITY",
        "小禾是真人吗,IDENTITY",
        "小禾，你好,GREETING",
        "谢谢小禾,THANKS",
        "小禾真聪明,PRAISE",
        "小禾会做什么？,ABILITY"
    })
    void knows_the_bot_by_its_name(String words, SpeechAct act) {
        assertThat(acts.in(words)).map(SpeechActs.Said::act).hasValue(act);
    }

    @Test
    void knows_the_bot_by_its_new_name_as_soon_as_it_has_one() {
        assertThat(acts.in("你是小荷吗")).isEmpty();

        names = new OwnNames(List.of("小荷"), List.of());

        assertThat(acts.in("你是小荷吗")).map(SpeechActs.Said::act).hasValue(SpeechAct.IDENTITY);
        assertThat(acts.in("你是小禾吗")).isEmpty();
    }

    @Test
    void a_question_that_names_the_own_company_is_none_of_another() {
        assertThat(acts.in("移动客服比青禾好吗")).isEmpty();

        names = new OwnNames(List.of(), List.of());

        assertThat(acts.in("移动客服和青禾一起吃饭")).map(SpeechActs.Said::act).hasValue(SpeechAct.OTHER_COMPANY);
    }
}
