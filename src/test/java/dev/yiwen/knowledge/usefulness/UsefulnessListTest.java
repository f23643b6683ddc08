package dev.yiwen.knowledge.usefulness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.knowledge.ArticleCounts.Measure;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.Editor;
import dev.yiwen.knowledge.usefulness.Usefulness.Counts;
import dev.yiwen.knowledge.usefulness.Usefulness.Standing;
import dev.yiwen.shared.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UsefulnessListTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
    private static final Instant NOW = Instant.parse("2026-11-30T04:00:00Z");
    private static final Usefulness.Rule RULE = new Usefulness.Rule(180, 14, 2);

    @Test
    void a_human_after_the_answer_weighs_as_much_as_the_rule_says() {
        var it = article("a", Map.of(Measure.SHOWN, 312, Measure.NOT_HELPFUL, 41, Measure.HANDED_OVER, 12), null, 1);

        assertThat(it.cost()).isEqualTo(41 + 2 * 12);
        assertThat(it.standing()).containsExactly(Standing.HURTS);
    }

    @Test
    void whoever_ends_soon_counts_those_who_will_find_nothing() {
        var ends = article("a", Map.of(Measure.SHOWN, 50), TODAY.plusDays(14), 1);
        var later = article("b", Map.of(Measure.SHOWN, 50), TODAY.plusDays(15), 1);

        assertThat(ends.standing()).containsExactly(Standing.EXPIRING);
        assertThat(ends.cost()).isEqualTo(50);
        assertThat(later.standing()).isEmpty();
        assertThat(later.cost()).isZero();
    }

    @Test
    void what_nobody_looked_at_for_long_is_stale_and_what_nobody_got_for_long_an_orphan() {
        assertThat(article("a", Map.of(Measure.SHOWN, 1), null, 181).standing()).containsExactly(Standing.STALE);
        assertThat(article("b", Map.of(), null, 100).standing()).containsExactly(Standing.ORPHAN);
        assertThat(article("c", Map.of(), null, 80).standing()).isEmpty();
        assertThat(article("d", Map.of(Measure.SUGGESTED, 3), null, 100).standing())
                .isEmpty();
    }

    @Test
    void what_to_do_first_comes_first() {
        var hurts = article("hurts", Map.of(Measure.SHOWN, 9, Measure.NOT_HELPFUL, 8), null, 1);
        var ends = article("ends", Map.of(Measure.SHOWN, 5), TODAY.plusDays(3), 1);
        var stale = article("stale", Map.of(Measure.SHOWN, 2), null, 300);
        var orphan = article("orphan", Map.of(), null, 100);
        var fine = article("fine", Map.of(Measure.SHOWN, 900, Measure.HELPFUL, 90), null, 1);

        var list = new UsefulnessList(List.of(fine, orphan, stale, ends, hurts), null, null, null);

        assertThat(list.passing())
                .extracting(Usefulness::slug)
                .containsExactly("hurts", "ends", "stale", "orphan", "fine");
        assertThat(list.page(1, 2)).extracting(Usefulness::slug).containsExactly("stale", "orphan");
        assertThat(list.standings())
                .containsOnly(
                        Map.entry(Standing.HURTS, 1),
                        Map.entry(Standing.EXPIRING, 1),
                        Map.entry(Standing.STALE, 1),
                        Map.entry(Standing.ORPHAN, 1));
        assertThat(list.sum().get(Measure.SHOWN)).isEqualTo(916);
    }

    @Test
    void a_filter_leaves_the_counts_of_the_others_and_mine_does_not() {
        var mine = article("mine", "林", Map.of(Measure.SHOWN, 3), null, 300);
        var others = article("others", "王", Map.of(Measure.SHOWN, 4), null, 1);

        var stale = new UsefulnessList(List.of(mine, others), null, Standing.STALE, null);
        assertThat(stale.passing()).containsExactly(mine);
        assertThat(stale.sum().get(Measure.SHOWN)).isEqualTo(7);

        var own = new UsefulnessList(List.of(mine, others), Editor.named("林"), null, null);
        assertThat(own.passing()).containsExactly(mine);
        assertThat(own.sum().get(Measure.SHOWN)).isEqualTo(3);
        assertThat(own.size()).isEqualTo(1);
    }

    @Test
    void words_are_looked_for_in_the_title_and_the_name() {
        var list = new UsefulnessList(List.of(article("tariff/a", Map.of(), null, 1)), null, null, " 标题 ");

        assertThat(list.passing()).hasSize(1);
        assertThat(new UsefulnessList(list.passing(), null, null, "tariff").passing())
                .hasSize(1);
        assertThat(new UsefulnessList(list.passing(), null, null, "别的").passing())
                .isEmpty();
    }

    private static Usefulness article(
            String slug, Map<Measure, Integer> counts, @Nullable LocalDate validTo, int daysLive) {
        return article(slug, "林", counts, validTo, daysLive);
    }

    private static Usefulness article(
            String slug, String author, Map<Measure, Integer> counts, @Nullable LocalDate validTo, int daysLive) {
        var since = NOW.minus(Duration.ofDays(daysLive));
        int lately = counts.getOrDefault(Measure.SHOWN, 0) + counts.getOrDefault(Measure.SUGGESTED, 0);
        return new Usefulness(
                        ArticleId.of(Ids.next()),
                        slug,
                        "标题",
                        1,
                        author,
                        null,
                        validTo,
                        since,
                        since,
                        since,
                        new Counts(counts),
                        lately,
                        Set.of(),
                        0,
                        List.of(),
                        null)
                .judged(TODAY, NOW, RULE);
    }
}
