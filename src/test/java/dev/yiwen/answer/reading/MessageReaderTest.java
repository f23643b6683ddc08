package dev.yiwen.answer.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Message;
import dev.yiwen.conversation.Source;
import dev.yiwen.shared.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MessageReaderTest {
    private static final String FEE = "亲情副卡怎么收费，怎么办理？";
    private static final List<String> OPTIONS = List.of("宽带坏了怎么报修？", "搬家了，宽带怎么移机？", "宽带各档速率的月费是多少？");

    private final MessageReader reader =
            new MessageReader(new TurnPatterns(), new Excerpts(new TurnPatterns(), word -> 0));
    private final ConversationId id = ConversationId.of(Ids.next());
    private final List<Message> transcript = new ArrayList<>();

    @Test
    void completes_a_question_without_subject_with_that_of_the_question_before() {
        answered("亲情副卡多少钱", FEE, "每张 10 元/月。");

        var followUp = (Reading.FollowUp) read("怎么取消");

        assertThat(followUp.texts()).first().isEqualTo("亲情副卡 怎么取消");
        assertThat(followUp.of().seq()).isEqualTo(1);
    }

    @Test
    void asks_of_a_new_subject_what_was_asked_before() {
        answered("云享5g套餐多少钱一个月", "云享 5G 套餐有哪些档位？", "39 元。");

        var plain = (Reading.Plain) read("那宽带呢");

        assertThat(plain.otherwise().orElseThrow().texts()).first().isEqualTo("宽带多少钱一个月");
        assertThat(plain.otherwise().orElseThrow().pointing()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"收费吗,SAYS_IT", "要带什么证件,SAYS_NOTHING", "怎么取消,SAYS_NOTHING", "是什么意思,UNKNOWN"})
    void knows_whether_the_answer_given_says_what_is_asked_now(String question, Reading.Given given) {
        answered("亲情副卡怎么办理", FEE, "每张 10 元/月，在 App 里办理。");

        assertThat(((Reading.FollowUp) read(question)).given()).isEqualTo(given);
    }

    @ParameterizedTest
    @ValueSource(strings = {"话费余额怎么查", "手机卡丢了怎么补卡", "我想把宽带升级到千兆", "我想问一下副卡能办几张", "没说要办，是不是扣费了"})
    void leaves_a_change_of_topic_as_it_is(String question) {
        answered("亲情副卡怎么办理", FEE, "每张 10 元/月。");

        assertThat(read(question))
                .isInstanceOfSatisfying(
                        Reading.Plain.class, it -> assertThat(it.text()).isEqualTo(question));
    }

    @ParameterizedTest
    @CsvSource({"不是这个，是副卡的,副卡怎么取消", "不对，我说的是副卡,副卡怎么取消", "我说的是副卡,副卡怎么取消", "搞错了，我想问的是号码过户,号码过户怎么取消"})
    void puts_what_was_meant_in_the_place_of_what_was_understood(String correction, String lookedUp) {
        answered("流量包怎么取消", "流量包买错了可以退吗？", "可以。");

        var read = (Reading.Correction) read(correction);

        assertThat(read.texts()).contains(lookedUp);
        assertThat(read.of().article()).isEqualTo("test/article");
    }

    @ParameterizedTest
    @ValueSource(strings = {"不对", "不是这个", "你理解错了", "不是我要问的"})
    void takes_a_bare_no_after_an_answer_for_a_correction(String no) {
        answered("积分怎么查", "积分怎么查询？", "在 App 里。");

        assertThat(read(no))
                .isInstanceOfSatisfying(
                        Reading.Correction.class, it -> assertThat(it.texts()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"都不是", "不是这些", "这些都不是", "没有我要问的"})
    void knows_that_none_of_the_offered_questions_is_meant(String no) {
        askedBack("宽带", OPTIONS);

        assertThat(read(no)).isInstanceOf(Reading.Refusal.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2,1",
        "２,1",
        "第二个,1",
        "我选第1个,0",
        "选三,2",
        "最后一个,2",
        "最后那个,2",
        "报修的,0",
        "移机那个,1",
        "多少钱,2",
        "搬家了，宽带怎么移机？,1"
    })
    void finds_the_offered_question_that_a_reply_chooses(String reply, int option) {
        askedBack("宽带", OPTIONS);

        assertThat(read(reply)).isEqualTo(new Reading.Choice(OPTIONS.get(option)));
    }

    @Test
    void remembers_the_offer_over_small_talk() {
        askedBack("宽带", OPTIONS);
        customer("谢谢");
        bot(new Body.SmallTalk("不客气", List.of()));

        assertThat(read("2")).isEqualTo(new Reading.Choice(OPTIONS.get(1)));
    }

    @Test
    void takes_an_ordinal_after_an_answer_for_one_of_the_related_questions() {
        customer("副卡");
        bot(new Body.Answer("10 元。", List.of(new Source("a/b", FEE, 1)), 0.9, OPTIONS));

        assertThat(read("第二个呢")).isEqualTo(new Reading.Choice(OPTIONS.get(1)));
    }

    @Test
    void takes_a_bare_number_after_an_answer_for_no_choice() {
        customer("副卡");
        bot(new Body.Answer("10 元。", List.of(new Source("a/b", FEE, 1)), 0.9, OPTIONS));

        assertThat(read("2")).isNotInstanceOf(Reading.Choice.class);
    }

    @Test
    void goes_back_to_the_topic_that_is_named() {
        answered("亲情副卡怎么办理", FEE, "每张 10 元/月。");
        answered("积分怎么兑换", "积分怎么查询，可以兑换什么？", "兑话费。");

        var followUp = (Reading.FollowUp) read("刚才说的副卡，最多能办几张");

        assertThat(followUp.of().seq()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "宽带多少钱一个月？另外装机要多久|宽带多少钱一个月?|装机要多久",
                "怎么查话费余额，还有流量还剩多少在哪看|怎么查话费余额|流量还剩多少在哪看",
                "过户要什么手续？过户后积分还在吗？|过户要什么手续|过户后积分还在吗"
            })
    void takes_two_questions_apart(String message, String first, String second) {
        var several = (Reading.Several) read(message);

        assertThat(several.clauses()).extracting(Reading.Clause::text).containsExactly(first, second);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "我手机丢了。怎么挂失",
                "你好。在吗？宽带报修电话是多少",
                "你好，在吗？宽带报修电话是多少",
                "另外，副卡怎么取消",
                "光猫红灯亮了，没网",
                "帮我查一下还有多少流量",
                "两个手机能同时用吗",
                "我办了宽带。怎么报修"
            })
    void leaves_one_question_in_one_piece(String message) {
        assertThat(read(message)).isInstanceOf(Reading.Plain.class);
    }

    @Test
    void forgets_what_was_said_before_a_person_took_over() {
        answered("亲情副卡怎么办理", FEE, "每张 10 元/月。");
        transcript.add(message(new Author.Agent(null, "小林"), new Body.Text("您好")));

        assertThat(read("怎么取消")).isInstanceOf(Reading.Plain.class);
    }

    @Test
    void completes_what_is_pending_with_the_reply_to_a_question_back() {
        askedBack("冰箱不制冷", OPTIONS);

        var followUp = (Reading.FollowUp) read("灯是亮的");

        assertThat(followUp.texts()).first().isEqualTo("冰箱不制冷,灯是亮的");
        assertThat(followUp.offered()).isEqualTo(OPTIONS);
    }

    @Test
    void goes_on_completing_it_with_the_next_reply() {
        askedBack("冰箱不制冷", OPTIONS);
        askedBack("灯是亮的", OPTIONS);

        assertThat(((Reading.FollowUp) read("才买了一年")).texts()).first().isEqualTo("冰箱不制冷,灯是亮的,才买了一年");
    }

    @Test
    void asks_anew_after_what_was_offered_was_refused() {
        askedBack("积分", OPTIONS);
        assertThat(read("不是这个"))
                .isInstanceOfSatisfying(
                        Reading.Refusal.class, it -> assertThat(it.all()).isFalse());
        bot(new Body.Clarify("您想问的是哪一个？", List.of("积分会过期吗？"), 0.2));

        assertThat(read("优惠券"))
                .isInstanceOfSatisfying(
                        Reading.Plain.class, it -> assertThat(it.otherwise()).isEmpty());
        assertThat(reader.state(transcript).refused()).containsAll(OPTIONS);
    }

    @Test
    void keeps_the_subject_over_questions_that_leave_it_out() {
        answered("会员卡多少钱", "会员卡怎么收费？", "10 元，最多 5 张。");
        answered("最多办几张", "会员卡怎么收费？", "10 元，最多 5 张。");

        assertThat(((Reading.FollowUp) read("怎么取消它")).texts()).first().isEqualTo("会员卡 怎么取消它");
    }

    @Test
    void puts_another_value_in_the_place_of_the_one_that_was_asked_of() {
        answered("500克的多少钱", "咖啡豆多少钱？", "30 元起。");
        answered("1000的呢", "咖啡豆多少钱？", "30 元起。");

        assertThat(((Reading.FollowUp) read("2000的呢")).texts()).first().isEqualTo("2000克的多少钱");
    }

    @Test
    void goes_back_after_a_word_of_assent() {
        answered("会员卡怎么办理", "会员卡怎么办理？", "在门店办理。");
        answered("停车怎么收费", "停车怎么收费？", "5 元。");

        assertThat(((Reading.FollowUp) read("好的，说回会员卡，要多少钱")).of().seq()).isEqualTo(1);
    }

    @Test
    void tells_where_the_talk_stands() {
        answered("去日本寄一箱多少钱", "国际件怎么收费？", "100 元。");
        askedBack("要保价", OPTIONS);
        customer("贵的那种");

        var state = reader.state(transcript);

        assertThat(state.topic()).isEqualTo("要保价");
        assertThat(state.pending()).isEqualTo("要保价");
        assertThat(state.offered()).isEqualTo(OPTIONS);
    }

    private void answered(String question, String title, String answer) {
        customer(question);
        bot(new Body.Answer(answer, List.of(new Source("test/article", title, 1)), 0.9, List.of()));
    }

    private void askedBack(String question, List<String> options) {
        customer(question);
        bot(new Body.Clarify("您想问的是哪一个？", options, 0.3));
    }

    private Reading read(String words) {
        customer(words);
        return reader.read(transcript);
    }

    private void customer(String words) {
        transcript.add(message(new Author.Customer(), new Body.Text(words)));
    }

    private void bot(Body body) {
        transcript.add(message(new Author.Bot(), body));
    }

    private Message message(Author author, Body body) {
        return new Message(id, transcript.size() + 1L, author, body, Instant.now());
    }
}
