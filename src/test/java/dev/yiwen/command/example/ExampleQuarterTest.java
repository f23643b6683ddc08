package dev.yiwen.command.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExampleQuarterTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);

    private final List<ExampleArticle> articles = IntStream.range(0, 30)
            .mapToObj(i -> new ExampleArticle((i == 7 ? "network" : "bills") + "/a" + i, 1, "问题" + i, "回答" + i))
            .toList();
    private final ExampleQuarter quarter = new ExampleQuarter(articles, FIRST, ZONE, 6000, 1);
    private final List<ExampleTalk> talks = quarter.talks();

    @Test
    void the_same_seed_gives_the_same_days_and_another_others() {
        assertThat(new ExampleQuarter(articles, FIRST, ZONE, 6000, 1).talks()).isEqualTo(talks);
        assertThat(new ExampleQuarter(articles, FIRST, ZONE, 6000, 2).talks()).isNotEqualTo(talks);
    }

    @Test
    void there_are_about_as_many_as_were_asked_for_and_all_lie_within_the_days() {
        assertThat(talks).hasSizeBetween(6000, 7200);
        assertThat(talks).allSatisfy(it -> {
            assertThat(day(it)).isBetween(FIRST, FIRST.plusDays(ExampleQuarter.DAYS - 1));
            assertThat(it.lines()).extracting(ExampleTalk.Line::at).isSorted();
            assertThat(it.closed()).isAfterOrEqualTo(it.lines().getLast().at());
        });
    }

    @Test
    void the_outage_is_seen_in_its_province_on_its_days() {
        var out = quarter.outageDays().toList();
        long during = count(it -> out.contains(day(it)) && it.customer() % ExampleQuarter.REGIONS.size() == 0);
        long weekBefore =
                count(it -> out.contains(day(it).plusDays(7)) && it.customer() % ExampleQuarter.REGIONS.size() == 0);

        assertThat(during).isGreaterThan(3 * weekBefore);
    }

    @Test
    void the_misleading_article_and_the_two_agents_are_rated_worse_than_the_rest() {
        var since = FIRST.plusDays(ExampleQuarter.MISLED_FROM);
        Predicate<ExampleTalk> about = it -> it.article().equals(quarter.misleading());
        double before = satisfied(it -> about.test(it) && day(it).isBefore(since));
        double after = satisfied(it -> about.test(it) && !day(it).isBefore(since));
        double bad = satisfied(it -> by(it) >= 0 && by(it) < ExampleQuarter.BAD_AGENTS);
        double good = satisfied(it -> by(it) >= ExampleQuarter.BAD_AGENTS);

        assertThat(after).isLessThan(before - .2);
        assertThat(bad).isLessThan(good - .2);
    }

    @Test
    void one_article_is_enough() {
        assertThat(new ExampleQuarter(articles.subList(0, 1), FIRST, ZONE, 900, 1).talks())
                .isNotEmpty();
    }

    private double satisfied(Predicate<ExampleTalk> of) {
        return talks.stream()
                .filter(it -> it.rated() != null && of.test(it))
                .mapToInt(it -> it.rated().score() >= 4 ? 1 : 0)
                .average()
                .orElseThrow();
    }

    private long count(Predicate<ExampleTalk> of) {
        return talks.stream().filter(of).count();
    }

    private static int by(ExampleTalk talk) {
        var served = talk.served();
        return served == null || served.agent() == null ? -1 : served.agent();
    }

    private static LocalDate day(ExampleTalk talk) {
        return LocalDate.ofInstant(talk.opened(), ZONE);
    }
}
