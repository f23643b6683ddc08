package dev.yiwen.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.promise.Finding.Verdict;
import dev.yiwen.promise.PromiseComparison.Evidence;
import dev.yiwen.shared.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromiseTest {
    private static final Article PRICES = article("lines/prices", "各档专线的月费是多少", """
            | 速率 | 月费 | 适合 |
            | --- | --- | --- |
            | 300M | 60 元 | 一两个人 |
            | 500M | 80 元 | 三口之家 |

            首次装专线有两项费用：

            - **调测费 100 元**：含入户布线；
            - **押金 50 元**：拆机后 5 个工作日内退还。
            """);
    private static final Article STAY = article("retention/stay", "续约专线的客户可以给什么", """
            续约 12 个月，月费不变，速率提一档。

            ## 不能承诺
            - 「永久提速」「到期自动再送」；
            """);

    @ParameterizedTest
    @ValueSource(strings = {"五百兆的专线一个月八十块", "调测费是一百块", "押金五个工作日内退给您", "三百兆专线月费六十"})
    void what_an_article_says_is_supported(String said) {
        assertThat(verdicts(said)).isNotEmpty().containsOnly(Verdict.SUPPORTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"五百兆的专线一个月六十块", "调测费是五十块", "押金五天内退给您", "调测费是免费的"})
    void another_amount_than_the_articles_differs_though_it_stands_elsewhere_in_it(String said) {
        assertThat(verdicts(said)).contains(Verdict.DIFFERS);
    }

    @Test
    void says_what_the_article_says_instead() {
        var finding = check("五百兆的专线一个月六十块").stream()
                .filter(it -> it.verdict() == Verdict.DIFFERS)
                .findFirst()
                .orElseThrow();

        assertThat(finding.should()).contains("500M", "80 元");
        var source = finding.source();
        assertThat(source).isNotNull();
        assertThat(source == null ? "" : source.title()).isEqualTo("各档专线的月费是多少");
    }

    @Test
    void an_absolute_word_that_must_not_be_said_differs_and_one_that_nobody_wrote_is_unsupported() {
        assertThat(verdicts("续约以后是永久提速的")).containsExactly(Verdict.DIFFERS);
        assertThat(verdicts("您放心，我保证明天一定给您修好")).containsOnly(Verdict.UNSUPPORTED);
    }

    @Test
    void a_gift_that_nothing_speaks_of_is_unsupported() {
        assertThat(verdicts("现在办送您一台两千块的手机")).contains(Verdict.UNSUPPORTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "您的手机号是一三八零零一三八零零零，对吗",
                "您现在的余额还有五十六块三",
                "那我明天下午三点给您回电话",
                "请您稍等两分钟",
                "您家是不是五号楼三单元",
                "您上个月用了三十二个G",
                "我一定帮您反馈上去",
                "具体日期我不能跟您保证"
            })
    void numbers_that_promise_nothing_are_no_claims(String said) {
        assertThat(Claims.of(said)).isEmpty();
    }

    private static List<Verdict> verdicts(String said) {
        return check(said).stream().map(Finding::verdict).toList();
    }

    private static List<Finding> check(String said) {
        var evidence = List.of(new Evidence(Statements.of(PRICES), 1), new Evidence(Statements.of(STAY), 0.8));
        return new PromiseComparison(evidence, Set.of(), term -> 3).of(Claims.of(said));
    }

    private static Article article(String slug, String question, String answer) {
        return new Article(
                ArticleId.of(Ids.next()),
                slug,
                3,
                Article.State.PUBLISHED,
                question,
                List.of(),
                answer,
                Audience.CUSTOMER,
                "专线",
                null,
                null,
                List.of(),
                "Lin",
                Instant.EPOCH);
    }
}
