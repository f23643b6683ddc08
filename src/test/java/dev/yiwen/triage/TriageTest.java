package dev.yiwen.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.conversation.HandoffReason.Code;
import dev.yiwen.conversation.Message;
import dev.yiwen.shared.Messages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TriageTest {
    private final EditorWordList editors = new EditorWordList();
    private final Triage triage = new Triage(Anger.shipped(), editors, new Messages());
    private final List<Message> transcript = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "人工",
                "转人工",
                "转 人 工",
                "轉人工",
                "人工客服在吗",
                "我要找真人",
                "叫你们经理来",
                "给我转接经理",
                "客服呢",
                "客服人呢？",
                "不要机器人",
                "怎么不给我转人工",
                "为什么转不了人工",
                "转人共",
                "zhuanrengong",
                "有人吗",
                "换个人",
                "我不想和机器人说话",
                "I want to talk to a human",
                "流量怎么用的这么快 转人工",
                "人工！！",
                "帮我转接到人工服务",
                "给我接个活人"
            })
    void hands_off_when_the_customer_wishes_for_a_human(String words) {
        assertThat(read(words).handoff()).map(HandoffReason::code).hasValue(Code.WISH_FOR_HUMAN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "转人功",
                "找人攻服务",
                "砖人工",
                "传人工",
                "转仁工",
                "转ren工",
                "转课服",
                "人工客付",
                "叫你们经里过来",
                "zhuan rengong",
                "zhuan ren gong",
                "wo yao ren gong ke fu",
                "yao zhen ren",
                "zhao kefu",
                "you ren ma",
                "zrg",
                "转.人.工",
                "人，工，客，服"
            })
    void understands_a_wish_however_it_is_typed(String words) {
        assertThat(read(words).wishForHuman()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "搵真人",
                "我要搵人工",
                "有冇人呀，有冇人",
                "唔要机器人",
                "叫你哋经理出嚟",
                "想同真人倾",
                "轉真人客服",
                "請幫我轉專人",
                "有没得人",
                "喊你们领导来",
                "喊个人来",
                "给我整个真人",
                "俺要人工",
                "找个活人唠唠",
                "莫给我机器人",
                "叫个管事儿的来",
                "找接线员"
            })
    void understands_a_wish_in_the_words_of_a_region(String words) {
        assertThat(read(words).wishForHuman()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"人呢", "你好 有人吗 我的宽带断了", "没人理我", "帮我转3号客服", "让你们同事联系我", "安排专员给我打电话", "我要跟专员沟通"})
    void understands_a_call_for_someone(String words) {
        assertThat(read(words).wishForHuman()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "人工智能是什么",
                "人工费怎么收",
                "人工服务时间是几点",
                "人工客服几点下班",
                "不用转人工",
                "先别给我转人工",
                "人工客服电话是多少",
                "你是机器人吗",
                "是人工吗",
                "你是真人还是机器人",
                "客服你好",
                "我想换个人的名字过户",
                "我的客户经理是谁",
                "能转给我妈用吗",
                "刚才联系客服确认过了",
                "扫地机器人怎么联网",
                "有人知道怎么续费吗",
                "家里没有人能收快递",
                "找老板电话",
                "这里能找你们领取礼品吗",
                "我要转入积分",
                "传真号码是多少",
                "装维师傅没人来",
                "喊个人来修一下网",
                "安排人上门安装要多久",
                "ren gong zhi neng shi shenme"
            })
    void does_not_take_a_mention_of_humans_for_a_wish(String words) {
        assertThat(read(words).wishForHuman()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"我要投诉", "投诉", "怎么投诉", "投诉你们", "再不退钱我打12315", "我去工信部告你们", "找律师起诉", "给你们曝光到抖音", "必须赔偿"})
    void hands_off_complaints_and_legal_words(String words) {
        assertThat(read(words).handoff()).map(HandoffReason::code).hasValue(Code.LEGAL_OR_COMPLAINT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"投诉电话多少", "投诉进度怎么查", "投诉多久有结果", "骚扰电话怎么投诉", "工信部查询名下号码", "怎么撤销投诉", "宽带断了怎么赔偿"})
    void leaves_questions_about_complaints_to_knowledge(String words) {
        assertThat(read(words).handoff()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"你们就是骗子", "气死我了", "都打了五次电话了还没解决！！！", "垃圾公司", "什么破服务", "TMD"})
    void hands_off_strong_emotion(String words) {
        assertThat(read(words).handoff()).map(HandoffReason::code).hasValue(Code.STRONG_EMOTION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"谢谢！！！", "垃圾短信怎么屏蔽", "收到诈骗短信怎么办", "笑死我了", "USB 共享网络怎么开", "我的滚动套餐", "热死了，营业厅有空调吗"})
    void does_not_take_loud_or_harmless_words_for_anger(String words) {
        assertThat(read(words).handoff()).isEmpty();
    }

    @Test
    void hands_off_when_displeasure_goes_on_over_turns() {
        customer("怎么还没修好");
        bot("请先重启光猫。");
        customer("打了三次电话了，宽带还是没修");
        bot("请先重启光猫。");

        assertThat(read("到底能不能解决").handoff()).map(HandoffReason::code).hasValue(Code.STRONG_EMOTION);
    }

    @Test
    void hands_off_when_an_answered_question_is_asked_again() {
        customer("宽带上不了网怎么办？");
        bot("请先重启光猫。");

        var handoff = read("宽带还是上不了网怎么办").handoff();

        assertThat(handoff).map(HandoffReason::code).hasValue(Code.REPEATED_QUESTION);
        assertThat(handoff.orElseThrow().evidence())
                .extracting(HandoffReason.Evidence::seq)
                .containsExactly(1L, 3L);
    }

    @Test
    void takes_a_tap_on_a_related_question_for_no_repetition() {
        customer("宽带上不了网怎么办？");
        say(new Author.Bot(), new Body.Answer("请先重启光猫。", List.of(), 0.9, List.of("宽带上不了网怎么办")));

        assertThat(read("宽带上不了网怎么办").handoff()).isEmpty();
    }

    @Test
    void takes_another_question_of_the_same_subject_for_no_repetition() {
        customer("宽带怎么提速");
        bot("在 App 里办理。");

        assertThat(read("宽带怎么续费").handoff()).isEmpty();
    }

    @Test
    void counts_questions_back_since_the_last_answer() {
        customer("那个怎么弄");
        say(new Author.Bot(), new Body.Clarify("您想问哪一个？", List.of(), 0.2));

        assertThat(read("就是那个").misses()).isEqualTo(1);
    }

    @Test
    void names_the_reason_in_words_with_the_customers_own() {
        var handoff = read("给我转人工！").handoff().orElseThrow();

        assertThat(handoff.words()).contains("要求人工").contains("给我转人工！");
    }

    @Test
    void names_the_telling_words_of_a_long_message() {
        var handoff = read("我昨天换了路由器以后一直很慢，麻烦转人工").handoff().orElseThrow();

        assertThat(handoff.words()).contains("凭“转人工”");
    }

    @Test
    void honours_the_words_that_an_editor_added() {
        assertThat(read("我想找小云聊聊").wishForHuman()).isFalse();

        editors.replace(List.of(new EditorWordList.Form(EditorWordList.WISH, Wording.of("找小云"))));

        assertThat(read("我想找小云聊聊").handoff()).map(HandoffReason::code).hasValue(Code.WISH_FOR_HUMAN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"人工", "啊", "1", "人 ", "a b "})
    void finds_a_wish_at_the_end_of_a_message_of_pages(String pages) {
        assertThat(read(pages.repeat(50_000 / pages.length()) + "。转人工").wishForHuman())
                .isTrue();
    }

    @Test
    void forgets_displeasure_when_the_customer_calms_down() {
        customer("打了三次电话了，宽带还是没修");
        bot("请先重启光猫。");
        customer("好的，我试试");
        bot("好的。");

        var reading = read("可以上网了，谢谢");

        assertThat(reading.handoff()).isEmpty();
        assertThat(reading.anger()).isLessThan(0.2);
    }

    @Test
    void grows_angrier_with_each_displeased_message() {
        customer("怎么还没修好");
        double first = triage.read(transcript).anger();
        bot("请先重启光猫。");
        customer("都等了三天了");
        double second = triage.read(transcript).anger();
        bot("请先重启光猫。");

        assertThat(second).isGreaterThan(first);
        assertThat(read("到底要等多久").anger()).isGreaterThan(second);
    }

    @Test
    void takes_an_agents_anger_for_none_of_the_customers() {
        say(Author.Agent.unnamed(), new Body.Text("你们就是骗子，滚"));

        assertThat(read("宽带怎么续费").handoff()).isEmpty();
    }

    @Test
    void hands_off_a_question_that_was_answered_and_comes_again_in_other_order() {
        customer("光猫的红灯一直亮怎么办");
        bot("请检查光纤。");

        assertThat(read("怎么办，光猫的红灯一直亮").handoff()).map(HandoffReason::code).hasValue(Code.REPEATED_QUESTION);
    }

    @Test
    void takes_the_same_thanks_twice_for_no_repetition() {
        customer("好的，谢谢您啦");
        bot("不客气。");

        assertThat(read("好的，谢谢您啦").handoff()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"我的号码是13812345678", "帮我查13123001234", "订单号202312315001", "充值卡密码1230098"})
    void does_not_take_a_number_for_a_hotline(String words) {
        assertThat(read(words).handoff()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "光猫冒烟了",
                "电线掉在路上了",
                "我刚把验证码告诉了对方",
                "卡里的钱被转走了",
                "我不想活了",
                "孩子喝了消毒水",
                "全家好像煤气中毒了",
                "孩子误食了电池",
                "水漫到客厅了",
                "水漫到电箱了有电火花",
                "地下室的水已经没过插座了",
                "喝了自来水全家上吐下泻",
                "There is a strong smell of gas in my kitchen"
            })
    void hands_over_at_once_in_an_emergency(String words) {
        assertThat(read(words).handoff()).map(HandoffReason::code).hasValue(Code.URGENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "手机丢了怎么补卡",
                "手机被偷了怎么挂失",
                "怎么防止被骗",
                "怎么申请退费",
                "退款多久到账",
                "老人套餐有哪些",
                "帮我查一下我的话费",
                "自来水有消毒水味",
                "电脑中毒了怎么办",
                "国际漫游怎么开通"
            })
    void leaves_to_knowledge_what_is_no_emergency(String words) {
        assertThat(read(words).handoff()).isEmpty();
    }

    @Test
    void tells_whoever_takes_over_what_else_was_said_and_where() {
        customer("我今年七十多了，手机被偷了");
        bot("请先挂失。");
        customer("你们多扣了我20块，把钱退给我");
        bot("可以在 App 里查账单。");

        var reading = read("转人工");

        assertThat(reading.signs())
                .extracting(Sign::kind)
                .contains(Sign.Kind.VULNERABLE, Sign.Kind.URGENT, Sign.Kind.MONEY_BACK);
        assertThat(reading.handoff().orElseThrow().words())
                .contains("要求退钱：第 3 条")
                .contains("需要多照顾：第 1 条");
        assertThat(reading.handoff().orElseThrow().evidence())
                .extracting(HandoffReason.Evidence::seq)
                .containsExactly(1L, 3L, 5L);
    }

    @Test
    void hands_over_when_a_second_answer_did_not_help() {
        customer("电视没有信号");
        bot("请检查网线。");
        assertThat(read("试过了还是不行").handoff()).isEmpty();
        bot("请重启机顶盒。");

        assertThat(read("没解决啊，屏幕还是黑的").handoff()).map(HandoffReason::code).hasValue(Code.UNANSWERED);
    }

    private TriageReading read(String words) {
        customer(words);
        return triage.read(transcript);
    }

    private void customer(String words) {
        say(new Author.Customer(), new Body.Text(words));
    }

    private void bot(String answer) {
        say(new Author.Bot(), new Body.Answer(answer, List.of(), 0.9, List.of()));
    }

    private void say(Author author, Body body) {
        transcript.add(
                new Message(ConversationId.of(new UUID(0, 1)), transcript.size() + 1, author, body, Instant.EPOCH));
    }

    @Test
    void an_editors_letters_are_words_and_not_parts_of_a_number() {
        editors.replace(List.of(new EditorWordList.Form(EditorWordList.WISH, Wording.of("7b"))));

        assertThat(read("订单 01a22bd2-6b7b-7c1e 到哪了").wishForHuman()).isFalse();
        assertThat(read("套餐 A17b 和 7bx 有什么区别").wishForHuman()).isFalse();
        assertThat(read("找7b谢谢").wishForHuman()).isTrue();
        assertThat(read("17b，7b！").wishForHuman()).isTrue();
    }

    @Test
    void what_an_id_looks_like_is_no_reason() {
        var random = new Random(7);
        assertThat(Stream.generate(() -> new UUID(random.nextLong(), random.nextLong()))
                        .limit(20_000)
                        .map(id -> "审核中的问题 " + id)
                        .filter(asked -> triage.handsOverFor(asked).isPresent()))
                .isEmpty();
    }
}
