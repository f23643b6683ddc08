package dev.yiwen.knowledge.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.Article.State;
import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.importing.source.BaseRevision;
import dev.yiwen.knowledge.importing.source.ColumnChoice;
import dev.yiwen.knowledge.importing.source.FileBytes;
import dev.yiwen.knowledge.importing.source.SourceFiles;
import dev.yiwen.shared.Ids;
import dev.yiwen.shared.Messages;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final RemarkWords WORDS = new RemarkWords(new Messages());
    private static final ArticleDraft REFUND = draft("怎么退款？", "退款 7 天内原路退回。", "退款");

    @Test
    void what_nobody_asked_yet_is_new() {
        assertThat(outcomes("问题,答案\n怎么退款,原路\n怎么开票,App\n")).containsExactly(RowOutcome.NEW, RowOutcome.NEW);
    }

    @Test
    void the_same_question_however_written_is_one_question() {
        var rows = rows("""
                问题,答案
                怎么退款？,7 天内退回
                怎么退款 ?,7 天内退回
                怎麼退款,7 天内退回
                APP怎么用,打开
                app 怎么用？,打开
                """);

        assertThat(rows)
                .extracting(PlannedRow::outcome)
                .containsExactly(
                        RowOutcome.NEW,
                        RowOutcome.DUPLICATE,
                        RowOutcome.DUPLICATE,
                        RowOutcome.NEW,
                        RowOutcome.DUPLICATE);
        assertThat(words(rows.get(1))).isEqualTo("says the same as a.csv:2");
    }

    @Test
    void another_answer_to_the_same_question_contradicts_and_is_kept_apart() {
        var rows = rows("问题,答案\n怎么退款？,7 天内退回\n怎么退款 ?,15 天内退回\n");

        assertThat(rows).extracting(PlannedRow::outcome).containsExactly(RowOutcome.NEW, RowOutcome.CONTRADICTS);
        assertThat(rows.get(1).slug()).isEqualTo(rows.get(0).slug() + "-2");
        assertThat(words(rows.get(1))).contains("a.csv:2", "answers otherwise");
    }

    @Test
    void another_amount_in_the_answer_to_a_similar_question_contradicts() {
        var there = known(draft("套餐退订后多久生效", "退订后 24 小时内生效。", "套餐"));

        var rows = rows("问题,答案\n套餐退订后多久会生效,退订后 48 小时内生效\n套餐退订后多久才生效,退订后 24 小时内生效\n", there);

        assertThat(rows).extracting(PlannedRow::outcome).containsExactly(RowOutcome.CONTRADICTS, RowOutcome.NEW);
        assertThat(words(rows.getFirst())).contains("套餐退订后多久生效", "48", "24");
    }

    @Test
    void a_changed_answer_that_another_article_gainsays_is_changed_and_says_so() {
        var one = known(draft("套餐退订后多久生效", "退订后 24 小时内生效。", "套餐"), "plan/off", List.of());
        var other = known(draft("套餐退订后多久会生效", "退订后 24 小时内生效。", "套餐"), "plan/off-when", List.of());

        var alone =
                rows("id,问题,答案\nplan/off,套餐退订后多久生效,退订后 48 小时内生效。\n", one, other).getFirst();
        assertThat(alone.outcome()).isEqualTo(RowOutcome.CHANGED);
        assertThat(words(alone)).contains("changed: answer", "plan/off-when", "48", "24");

        assertThat(rows(
                        "id,问题,答案\nplan/off,套餐退订后多久生效,退订后 48 小时内生效。\n" + "plan/off-when,套餐退订后多久会生效,退订后 48 小时内生效。\n",
                        one,
                        other))
                .as("both change alike")
                .allSatisfy(it -> assertThat(words(it)).isEqualTo("changed: answer"));
    }

    @Test
    void questions_about_different_things_do_not_contradict() {
        var there = known(draft("59元套餐多少流量", "每月 10GB。", "套餐"));

        assertThat(outcomes("问题,答案\n99元套餐多少流量,每月 30GB\n", there)).containsExactly(RowOutcome.NEW);
    }

    @Test
    void a_row_is_the_same_or_changed_by_what_it_says_alone() {
        var there = known(REFUND);

        assertThat(outcomes("问题,答案\n怎么退款？,退款 7 天内原路退回。\n", there)).containsExactly(RowOutcome.DUPLICATE);
        assertThat(outcomes("id,问题,答案\nbilling/refund,怎么退款？,退款 7 天内原路退回。\n", there))
                .containsExactly(RowOutcome.SAME);
        var changed =
                rows("id,问题,答案\nbilling/refund,怎么退款？,退款 3 天内原路退回。\n", there).getFirst();
        assertThat(changed.outcome()).isEqualTo(RowOutcome.CHANGED);
        assertThat(changed.draft()).isEqualTo(draft("怎么退款？", "退款 3 天内原路退回。", "退款"));
        assertThat(words(changed)).isEqualTo("changed: answer");
    }

    @Test
    void what_was_edited_in_the_file_and_here_since_comes_together() {
        var base = BaseRevision.of(1, REFUND);
        var now = known(draft("怎么退款？", "退款 7 天内原路退回。", "退款", "售后"), List.of(REFUND));

        var merged = rows(line(base, "退款 3 天内原路退回。", "退款"), now).getFirst();

        assertThat(merged.draft()).isEqualTo(draft("怎么退款？", "退款 3 天内原路退回。", "退款", "售后"));
        assertThat(words(merged)).isEqualTo("changed: answer");
    }

    @Test
    void a_field_that_both_changed_is_named_and_comes_as_the_files() {
        var base = BaseRevision.of(1, REFUND);
        var now = known(draft("怎么退款？", "退款 15 天内原路退回。", "退款"), List.of(REFUND));

        var merged = rows(line(base, "退款 3 天内原路退回。", "退款"), now).getFirst();

        assertThat(merged.outcome()).isEqualTo(RowOutcome.CHANGED);
        assertThat(words(merged)).contains("both the file and somebody here changed answer");
    }

    @Test
    void an_exported_row_that_nobody_edited_changes_nothing_whatever_happened_here() {
        var now = known(draft("怎么退款？", "退款 15 天内原路退回。", "退款"), List.of(REFUND));

        var row = rows(line(BaseRevision.of(1, REFUND), REFUND.answer(), "退款"), now)
                .getFirst();

        assertThat(row.outcome()).isEqualTo(RowOutcome.SAME);
        assertThat(words(row)).contains("edited here since stays");
    }

    @Test
    void a_key_that_stands_twice_is_a_fault() {
        var rows = rows("id,问题,答案\nbilling/a,怎么退款,原路\nbilling/a,怎么开票,App\n");

        assertThat(rows).extracting(PlannedRow::outcome).containsExactly(RowOutcome.NEW, RowOutcome.ERROR);
        assertThat(words(rows.getLast())).contains("billing/a", "a.csv:2");
    }

    @Test
    void five_thousand_rows_against_five_thousand_articles_are_all_accounted_for() {
        var text = new StringBuilder("问题,答案\n");
        for (int i = 0; i < 5_000; i++) {
            text.append("第").append(i).append("个套餐怎么办理,办理要 ").append(i).append(" 元\n");
        }
        var file = text.toString();
        var known = rows(file).stream()
                .map(it -> known(Objects.requireNonNull(it.draft()), it.slug(), List.of()))
                .toList();

        assertThat(known).hasSize(5_000);
        assertThat(rows(file, known.toArray(KnownArticle[]::new)))
                .hasSize(5_000)
                .allMatch(it -> it.outcome() == RowOutcome.SAME);
    }

    private static String line(String base, String answer, String tags) {
        return "id,base,问题,答案,标签\nbilling/refund," + base + ",怎么退款？," + answer + "," + tags + "\n";
    }

    private static List<RowOutcome> outcomes(String csv, KnownArticle... known) {
        return rows(csv, known).stream().map(PlannedRow::outcome).toList();
    }

    private static List<PlannedRow> rows(String csv, KnownArticle... known) {
        var file = new FileBytes("a.csv", csv.getBytes(StandardCharsets.UTF_8));
        return Comparison.of(SourceFiles.read(List.of(file), ColumnChoice.NONE).rows(), List.of(known));
    }

    private static String words(PlannedRow row) {
        return WORDS.of(row.remarks(), Locale.ENGLISH);
    }

    private static ArticleDraft draft(String question, String answer, String... tags) {
        return new ArticleDraft(
                question, List.of(), answer, dev.yiwen.knowledge.Audience.CUSTOMER, "通用", null, null, List.of(tags));
    }

    private static KnownArticle known(ArticleDraft content) {
        return known(content, List.of());
    }

    private static KnownArticle known(ArticleDraft content, List<ArticleDraft> bases) {
        return known(content, "billing/refund", bases);
    }

    private static KnownArticle known(ArticleDraft content, String slug, List<ArticleDraft> bases) {
        var article = new Article(
                ArticleId.of(Ids.next()),
                slug,
                2,
                State.PUBLISHED,
                content.question(),
                content.phrasings(),
                content.answer(),
                content.audience(),
                content.product(),
                content.validFrom(),
                content.validTo(),
                content.tags(),
                "lin",
                Instant.EPOCH);
        return new KnownArticle(2, article, null, null, bases, false);
    }
}
