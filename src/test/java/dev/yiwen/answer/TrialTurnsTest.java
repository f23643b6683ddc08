package dev.yiwen.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.knowledge.KnowledgeTrial;
import dev.yiwen.knowledge.KnowledgeTrial.Kind;
import dev.yiwen.knowledge.KnowledgeTrial.Outcome;
import dev.yiwen.knowledge.KnowledgeTrial.Stage;
import dev.yiwen.shared.HomeZone;
import dev.yiwen.shared.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TrialTurnsTest {
    @Inject
    KnowledgeTrial trials;

    @Inject
    Articles articles;

    private final ArticleId id = ArticleId.of(Ids.next());

    @Test
    void a_draft_answers_where_it_is_laid_and_nowhere_else() {
        var draft = article("玻璃温室的遮阳网怎么收起来", "按下墙上的绿色按钮。", null, null);
        assertThat(ask(stage(List.of(draft)), "玻璃温室遮阳网如何收起来").articles()).containsExactly("trial/" + id.value());
        assertThat(ask(stage(List.of()), "玻璃温室遮阳网如何收起来").articles()).isEmpty();
    }

    @Test
    void a_draft_in_place_of_the_live_revision_hides_what_that_said() {
        var live = await(articles.createPublished(
                id, "trial/" + id.value(), draft("青铜门铃怎么调音量", List.of("门铃太响"), null, null), "lin"));
        assertThat(ask(stage(List.of()), "青铜门铃怎么调音量").articles()).containsExactly(live.slug());
        var other = article("青铜门铃怎么换电池", "打开后盖。", null, null);
        var outcome = ask(stage(List.of(other)), "青铜门铃怎么调音量");
        assertThat(outcome.found())
                .noneMatch(
                        it -> it.revision() == live.revision() && it.article().equals(id));
        assertThat(ask(new Stage(HomeZone.today(), List.of(), Set.of(id)), "青铜门铃怎么调音量")
                        .articles())
                .isEmpty();
        await(articles.retire(id));
    }

    @Test
    void another_day_finds_what_is_valid_then() {
        var december = LocalDate.of(2031, 12, 1);
        var draft = article("琥珀会员日有什么优惠", "全场八折。", december, december.plusDays(6));
        assertThat(ask(new Stage(december, List.of(draft), Set.of()), "琥珀会员日有什么优惠")
                        .kind())
                .isEqualTo(Kind.ANSWER);
        assertThat(ask(new Stage(december.plusDays(7), List.of(draft), Set.of()), "琥珀会员日有什么优惠")
                        .articles())
                .isEmpty();
    }

    @Test
    void what_follows_leans_on_the_answer_before_it() {
        var draft = article("玻璃温室的遮阳网怎么收起来", "按下墙上的绿色按钮。", null, null);
        var trial = await(trials.on(stage(List.of(draft))));
        var outcome = await(trial.ask(List.of("玻璃温室的遮阳网怎么收起来", "转人工")));
        assertThat(outcome.kind()).isEqualTo(Kind.HANDOFF);
    }

    @Test
    void the_same_question_has_the_same_outcome() {
        var trial = await(trials.on(stage(List.of())));
        var questions = List.of("怎么查话费", "宽带坏了", "你好", "投诉你们", "苹果手机多少钱");
        for (var question : questions) {
            assertThat(await(trial.ask(List.of(question))).isSame(await(trial.ask(List.of(question)))))
                    .isTrue();
        }
    }

    private static Stage stage(List<Article> laid) {
        return new Stage(HomeZone.today(), laid, Set.of());
    }

    private Outcome ask(Stage stage, String question) {
        return await(trials.on(stage).chain(trial -> trial.ask(List.of(question))));
    }

    private Article article(String question, String answer, @Nullable LocalDate from, @Nullable LocalDate to) {
        return draft(question, List.of(), from, to, answer).asPublished(id, "trial/" + id.value(), 7, "lin");
    }

    private static ArticleDraft draft(
            String question, List<String> phrasings, @Nullable LocalDate from, @Nullable LocalDate to) {
        return draft(question, phrasings, from, to, "照说明书第三页做。");
    }

    private static ArticleDraft draft(
            String question, List<String> phrasings, @Nullable LocalDate from, @Nullable LocalDate to, String answer) {
        return new ArticleDraft(question, phrasings, answer, Audience.CUSTOMER, "通用", from, to, List.of());
    }

    private static <T> T await(Uni<T> work) {
        return work.await().atMost(Duration.ofSeconds(60));
    }
}
