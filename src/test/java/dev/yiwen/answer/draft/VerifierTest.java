package dev.yiwen.answer.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.llm.Redaction;
import dev.yiwen.retrieval.ProductWords;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VerifierTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            变更后三十天内可以撤销。               | 变更后 30 天内可以撤销。
            变更后 30 天内可以撤销。               | 变更后三十天内可以撤销。
            一万五千元以内可以办理。               | 15,000 元以内可以办理。
            最低消费 1.5 万元。                    | 最低消费 15000 元。
            超出部分按百分之三十收取。             | 超出部分按 30% 收取。
            超出部分按三成收取。                   | 超出部分按 30% 收取。
            每月 30GB 流量用完后限速。             | 每月 30G 流量用完后限速。
            每月 1G 流量用完后限速。               | 每月 1024MB 流量用完后限速。
            宽带下行 500 兆。                      | 宽带下行 500Mbps。
            千兆宽带每月 199 元。                  | 1000M 宽带每月 199 元。
            活动到 2026 年 3 月 1 日结束。         | 活动到 2026-03-01 结束。
            活动到 3 月 1 号结束。                 | 活动到 2026年3月1日结束。
            活动从 2026 年 3 月 1 日到 2026 年 5 月 31 日。| 活动从 2026年3月1日到5月31日。
            营业时间为早上九点到晚上九点。         | 营业时间为 9:00-21:00。
            7 天内到账。                           | 7 日内到账。
            半年内不能变更。                       | 6 个月内不能变更。
            合约期两年。                           | 合约期 24 个月。
            3 到 5 个工作日到账。                  | 3-5 个工作日到账。
            五个工作日到账。                       | 3 至 5 个工作日到账。
            补卡收取十块钱。                       | 补卡收取 10 元。
            国内通话每分钟 1 毛。                  | 国内通话 0.1 元/分钟。
            每个身份证最多办理五个号码。           | 每个身份证最多办理 5 个号码。
            请带一张身份证到营业厅。               | 请带身份证到营业厅。
            拨打 10055 查询余额。                  | 拨打客服热线 10055 查询余额。
            补卡不收费。                           | 补卡免费。
            变更套餐无需付费。                     | 变更套餐不收取费用。
            不必到营业厅办理。                     | 无需到营业厅办理。
            流量当月没用完不会清零。               | 流量当月没用完，不清零。
            欠费时不能变更套餐。                   | 欠费时无法变更套餐。
            本人可以代办。                         | 本人能代办。
            """)
    void takes_the_same_thing_said_otherwise(String sentence, String passage) {
        assertThat(flaw(sentence, passage)).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AMOUNT   | 变更后三十一天内可以撤销。        | 变更后 30 天内可以撤销。
            AMOUNT   | 变更后 30 个工作日内可以撤销。    | 变更后 30 天内可以撤销。
            AMOUNT   | 每月 30M 流量用完后限速。          | 每月 30G 流量用完后限速。
            AMOUNT   | 超出部分按 3% 收取。               | 超出部分按 30% 收取。
            AMOUNT   | 活动到 2027 年 3 月 1 日结束。     | 活动到 2026年3月1日结束。
            AMOUNT   | 活动到 3 月 11 日结束。            | 活动到 3 月 1 日结束。
            AMOUNT   | 营业时间为 9:00-22:00。            | 营业时间为 9:00-21:00。
            AMOUNT   | 补卡收取 15 元。                   | 补卡收取 10 元。
            AMOUNT   | 补卡收取 1 元。                    | 补卡收取 10 元。
            AMOUNT   | 每个身份证最多办理六个号码。       | 每个身份证最多办理 5 个号码。
            AMOUNT   | 每月可以变更两次套餐。             | 每月可以变更一次套餐。
            AMOUNT   | 拨打 10086 查询余额。              | 拨打 10055 查询余额。
            NEGATION | 补卡收费。                         | 补卡不收费。
            NEGATION | 补卡不收取费用。                   | 补卡收取费用。
            NEGATION | 欠费时可以变更套餐。               | 欠费时不可以变更套餐。
            NEGATION | 欠费时不能变更套餐。               | 欠费时可以变更套餐。
            NEGATION | 不需要到营业厅办理。               | 需要到营业厅办理。
            NEGATION | 必须到营业厅办理。                 | 无需到营业厅办理。
            NEGATION | 流量当月没用完会清零。             | 流量当月没用完不清零。
            NEGATION | 提前解约无需违约金。               | 可以提前解约，违约金按剩余月数算。
            NEGATION | 提前解约不收违约金。               | 提前解约收违约金。
            NEGATION | 变更后不影响副卡。                 | 变更后影响副卡。
            NEGATION | 副卡可以单独变更，主卡不能变更。   | 主卡可以变更，副卡不能单独变更。
            PROMISE  | 补卡我们保证办好。                 | 补卡在营业厅办好。
            PROMISE  | 补卡免费。                         | 补卡在营业厅办理。
            PROMISE  | 多收的话费全额退款。               | 多收的话费请申诉。
            NAME     | 云享家套餐每月可以变更。           | 云享 5G 套餐每月可以变更。
            NAME     | VoLTE 补卡在营业厅办理。           | 补卡在营业厅办理。
            NAME     | 办理「青春无限」补卡。             | 办理补卡。
            LINK     | 补卡请看 http://a.example/x。      | 补卡请看 http://b.example/x。
            MARKUP   | 补卡<b>在营业厅</b>办理。          | 补卡在营业厅办理。
            MARKUP   | 补卡&#x3c;b在营业厅办理。          | 补卡在营业厅办理。
            TOKEN    | 手机号[手机号7]补卡在营业厅办理。  | 手机号补卡在营业厅办理。
            WORDING  | 天气不错，适合出门散步。           | 补卡在营业厅办理。
            """)
    void drops_what_its_passage_does_not_say(Flaw.Kind kind, String sentence, String passage) {
        assertThat(flaw(sentence, passage))
                .extracting(it -> it == null ? null : it.kind())
                .isEqualTo(kind);
    }

    @Test
    void holds_a_sentence_against_the_passage_that_it_cites() {
        var verifier = verifier("补卡收取 10 元。\n\n换卡收取 20 元。");

        assertThat(check(verifier, "补卡收取 10 元[1]。").holds()).isTrue();
        assertThat(check(verifier, "补卡收取 10 元[2]。").flaw()).isEqualTo(new Flaw(Flaw.Kind.AMOUNT, "10 元"));
        assertThat(check(verifier, "补卡收取 10 元[3]。").flaw()).isEqualTo(new Flaw(Flaw.Kind.CITATION, ""));
        assertThat(check(verifier, "补卡收取 10 元，换卡收取 20 元[1][2]。").passages()).containsExactly(1, 2);
    }

    @Test
    void finds_the_passage_of_a_sentence_that_cites_none() {
        var verifier = verifier("补卡收取 10 元。\n\n换卡收取 20 元。");

        assertThat(check(verifier, "换卡收取 20 元。").passages()).containsExactly(2);
        assertThat(check(verifier, "补卡收取 20 元。").holds()).isFalse();
    }

    private static @Nullable Flaw flaw(String sentence, String passage) {
        return check(verifier(passage), sentence).flaw();
    }

    private static Verifier verifier(String answer) {
        var article = Written.article("怎么办理", answer);
        return new Verifier(
                article, EvidencePassage.of(article), ProductWords.all(), Redaction.of("我的手机号是13812345678"));
    }

    private static Verifier.Verdict check(Verifier verifier, String text) {
        var sentences = new Sentences();
        var whole = new ArrayList<>(sentences.add(text));
        whole.addAll(sentences.end());
        return verifier.check(whole.getFirst());
    }
}
