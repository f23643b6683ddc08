package dev.yiwen.quality.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import dev.yiwen.shared.HomeZone;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each test has days of its own in each run, long before those of others. */
@QuarkusTest
class FactKeepingTest {
    private static final int WINDOW = 41;

    @Inject
    FactKeeping facts;

    @Inject
    Figures figures;

    @Inject
    Cases cases;

    @Inject
    History history;

    @Inject
    People people;

    @Inject
    Pool database;

    @Test
    void coming_back_within_seven_days_on_the_same_matter_alone_means_that_the_first_contact_was_not_enough() {
        var day = someDay();
        var back = history.customer();
        history.chat(back, "billing", at(day, 9));
        history.chat(back, "billing", at(day.plusDays(6), 9));
        var other = history.customer();
        history.chat(other, "billing", at(day, 10));
        history.chat(other, "network", at(day.plusDays(1), 10));
        var late = history.customer();
        history.chat(late, "billing", at(day, 11));
        history.chat(late, "billing", at(day.plusDays(8), 11));
        var unknown = history.customer();
        history.chat(unknown, null, at(day, 12));
        facts();

        var found = of(Metric.FIRST_CONTACT, day, day.plusDays(20));

        assertThat(found.n()).as("those of a known topic").isEqualTo(6);
        assertThat(found.value()).isCloseTo(5 / 6.0, within(1e-9));
        assertThat(of(Metric.REPEAT_CONTACTS, day, day.plusDays(20)).value()).isCloseTo(1 / 6.0, within(1e-9));
        assertThat(figure(Metric.REPEAT_CONTACTS, By.ALL, day, day.plusDays(20)).leftOut())
                .isEqualTo(1);
    }

    @Test
    void a_young_conversation_is_unripe_whatever_is_known_of_it_already() {
        var customer = history.customer();
        var topic = "young-" + UUID.randomUUID();
        var now = Instant.now();
        history.chat(customer, topic, now.minus(Duration.ofDays(2)));
        history.chat(customer, topic, now.minus(Duration.ofDays(1)));
        facts();
        var asked = new Asked(HomeZone.today().minusDays(3), HomeZone.today(), Map.of(Dimension.TOPIC, topic));

        var answer = figures.of(Metric.FIRST_CONTACT, By.ALL, asked).await().indefinitely();

        assertThat(answer.all().n()).isZero();
        assertThat(answer.leftOut()).isEqualTo(2);
    }

    @Test
    void who_leaves_at_once_is_apart_and_who_leaves_within_the_time_does_not_count_against_the_level() {
        var day = someDay();
        var agent = people.staff(Role.AGENT);
        waited(day, 10, agent);
        waited(day, 20, agent);
        waited(day, 3, null);
        waited(day, 12, null);
        waited(day, 40, null);
        facts();

        var level15 = of(Metric.SERVICE_LEVEL_15, day, day);
        assertThat(level15.n()).isEqualTo(3);
        assertThat(level15.value()).isCloseTo(1 / 3.0, within(1e-9));
        var level30 = of(Metric.SERVICE_LEVEL_30, day, day);
        assertThat(level30.value()).isCloseTo(2 / 3.0, within(1e-9));
        var left = figure(Metric.ABANDONMENT, By.ALL, day, day);
        assertThat(left.all().value()).isCloseTo(2 / 4.0, within(1e-9));
        assertThat(left.leftOut()).isEqualTo(1);
        assertThat(of(Metric.WAIT_ANSWERED, day, day).value()).isEqualTo(10_000);
        assertThat(of(Metric.WAIT_ABANDONED, day, day).p90()).isEqualTo(40_000);
        waited(day.plusDays(2), 30, agent);
        facts();
        assertThat(figure(Metric.WAIT_ANSWERED, By.DAY, day.minusDays(1), day.plusDays(2))
                        .parts())
                .as("days without any are none")
                .containsExactly(
                        new Figures.Part(day.toString(), null, Value.quantiles(2, 10_000, 20_000)),
                        new Figures.Part(day.plusDays(2).toString(), null, Value.quantiles(1, 30_000, 30_000)));
    }

    @Test
    void two_at_once_take_half_of_the_time_each() {
        var day = someDay();
        var agent = people.staff(Role.AGENT);
        for (int i = 0; i < 2; i++) {
            var chat = history.chat(history.customer(), "billing", at(day, 9), at(day, 11));
            var came = at(day, 9).plus(Duration.ofMinutes(10L * i));
            history.handoff(chat, 1, came.minusSeconds(5), agent, came, came.plus(Duration.ofMinutes(20)));
        }
        facts();

        assertThat(of(Metric.HANDLE_TIME, day, day).value()).isEqualTo(20 * 60_000.0);
        // Ten minutes alone, ten with the other.
        assertThat(of(Metric.HANDLE_TIME_SHARED, day, day).value()).isEqualTo(15 * 60_000.0);
    }

    @Test
    void midnight_is_the_companys_and_a_late_rating_counts_on_the_day_of_the_conversation() {
        var day = someDay();
        var before = history.chat(
                history.customer(),
                "billing",
                day.atTime(23, 59, 59).atZone(HomeZone.id()).toInstant());
        history.chat(
                history.customer(),
                "billing",
                day.plusDays(1).atStartOfDay(HomeZone.id()).toInstant());
        facts();
        history.rated(before, 5);
        facts();

        var contacts = figure(Metric.CONTACTS, By.DAY, day, day.plusDays(1));
        assertThat(contacts.parts())
                .extracting(Figures.Part::key)
                .containsExactly(day.toString(), day.plusDays(1).toString());
        assertThat(of(Metric.SATISFACTION, day, day).value()).isEqualTo(1);
        assertThat(of(Metric.SATISFACTION, day.plusDays(1), day.plusDays(1)).n())
                .isZero();
    }

    @Test
    void what_two_customers_did_who_are_one_is_done_by_one_and_by_two_again_when_they_are_parted() {
        var day = someDay();
        var one = history.customer();
        var same = history.customer();
        history.chat(one, "billing", at(day, 9));
        var second = history.chat(same, "billing", at(day.plusDays(1), 9));
        facts();
        assertThat(of(Metric.REPEAT_CONTACTS, day, day.plusDays(1)).value()).isZero();

        history.run("update conversation set customer_id = $2 where id = $1", Tuple.of(second, one));
        facts();
        assertThat(of(Metric.REPEAT_CONTACTS, day, day.plusDays(1)).value()).isEqualTo(0.5);

        history.run("update conversation set customer_id = $2 where id = $1", Tuple.of(second, same));
        facts();
        assertThat(of(Metric.REPEAT_CONTACTS, day, day.plusDays(1)).value()).isZero();
        assertThat(of(Metric.FIRST_CONTACT, day, day.plusDays(1)).value()).isEqualTo(1);
    }

    @Test
    void one_that_cannot_be_computed_keeps_nobody_waiting() {
        var day = someDay();
        history.chat(history.customer(), "billing", at(day, 9));
        var broken = history.chat(history.customer(), "billing", at(day, 10));
        history.chat(history.customer(), "billing", at(day, 11));
        run("create function cannot() returns trigger language plpgsql as 'begin raise exception ''cannot''; end'");
        run(
                "create trigger cannot before insert or update on conversation_fact for each row when (new.conversation_id = '"
                        + broken + "') execute function cannot()");
        try {
            facts();
            assertThat(of(Metric.CONTACTS, day, day).n()).isEqualTo(2);
        } finally {
            run("drop function cannot() cascade");
        }
        history.rated(broken, 4);
        facts();

        assertThat(of(Metric.CONTACTS, day, day).n()).isEqualTo(3);
    }

    private void run(String statement) {
        database.query(statement).execute().await().indefinitely();
    }

    @Test
    void a_number_opens_the_conversations_behind_it() {
        var day = someDay();
        var good = history.chat(history.customer(), "billing", at(day, 9));
        var bad = history.chat(history.customer(), "network", at(day, 10));
        history.chat(history.customer(), "network", at(day, 11));
        history.rated(good, 5);
        history.rated(bad, 1);
        facts();
        var asked = new Asked(day, day, Map.of());

        assertThat(behind(Metric.SATISFACTION, asked, Cases.Which.MISS)).containsExactly(bad);
        assertThat(behind(Metric.SATISFACTION, asked, Cases.Which.ALL)).containsExactly(bad, good);
        var first = page(asked, null);
        var second = page(asked, first.next());
        assertThat(first.conversations().getFirst().conversationId().value()).isEqualTo(bad);
        assertThat(second.conversations().getFirst().conversationId().value()).isEqualTo(good);
        assertThat(second.next()).isNull();
        assertThat(behind(
                        Metric.SATISFACTION, new Asked(day, day, Map.of(Dimension.TOPIC, "billing")), Cases.Which.HIT))
                .containsExactly(good);
    }

    /** Whatever happens in whatever order: sums are what facts made anew give, and each dimension says the same in all. */
    @Test
    void sums_are_what_everything_made_anew_gives_and_all_dimensions_agree() {
        for (long seed = 1; seed <= 3; seed++) {
            var first = someDay();
            happens(new Random(seed), first);

            var kept = sums(first);
            facts.anew().await().indefinitely();

            assertThat(kept).as("seed %d", seed).isNotEmpty().isEqualTo(sums(first));
            assertAgree(first);
        }
    }

    private void happens(Random random, LocalDate first) {
        var customers = List.of(history.customer(), history.customer(), history.customer(), history.customer());
        var agents = List.of(people.staff(Role.AGENT), people.staff(Role.AGENT));
        var chats = new ArrayList<UUID>();
        for (int i = 0; i < 60; i++) {
            var at = first.atStartOfDay(HomeZone.id()).toInstant().plusSeconds(random.nextInt(40 * 86_400));
            switch (chats.isEmpty() ? 0 : random.nextInt(9)) {
                case 0, 1, 2 -> {
                    var topic = random.nextInt(5) == 0
                            ? null
                            : List.of("billing", "network").get(random.nextInt(2));
                    var end = at.plusSeconds(random.nextInt(3 * 3600));
                    var chat = history.chat(customers.get(random.nextInt(4)), topic, at, end);
                    chats.add(chat);
                    if (random.nextBoolean()) {
                        var came = random.nextInt(3) == 0 ? null : at.plusSeconds(random.nextInt(60));
                        history.handoff(
                                chat,
                                1,
                                at,
                                came == null ? null : agents.get(random.nextInt(2)),
                                came,
                                end.plusSeconds(60));
                    }
                }
                case 3 -> history.rated(any(chats, random), 1 + random.nextInt(5));
                case 4 ->
                    history.run(
                            "update conversation set customer_id = $2 where id = $1",
                            Tuple.of(any(chats, random), customers.get(random.nextInt(4))));
                case 5 ->
                    history.run(
                            "update conversation set closed_at = closed_at + interval '2 days', epoch = epoch + 1 where id = $1",
                            Tuple.of(any(chats, random)));
                case 6 ->
                    history.run(
                            "update handoff set disposition = $2, category = 'billing' where conversation_id = $1",
                            Tuple.of(any(chats, random), random.nextBoolean() ? "resolved" : "noResponse"));
                case 7 ->
                    history.run(
                            "update handoff set group_id = $2, ended_at = ended_at where conversation_id = $1",
                            Tuple.of(any(chats, random), random.nextBoolean() ? "lines" : null));
                case 8 ->
                    history.run(
                            "update customer set tier = $2 where id = $1",
                            Tuple.of(customers.get(random.nextInt(4)), random.nextInt(3)));
                default -> throw new AssertionError();
            }
            if (random.nextInt(4) == 0) {
                facts();
            }
        }
        facts();
    }

    private static UUID any(List<UUID> chats, Random random) {
        return chats.get(random.nextInt(chats.size()));
    }

    private Map<String, List<Long>> sums(LocalDate first) {
        var sums = new TreeMap<String, List<Long>>();
        database.preparedQuery("""
                        select measure || '|' || dimension || '|' || member || '|' || hour as key, n, total from figure_hour
                        where hour >= $1 and hour < $2 and (n <> 0 or total <> 0)
                        """)
                .execute(new Asked(first, first.plusDays(WINDOW), Map.of()).range())
                .await()
                .indefinitely()
                .forEach(row -> sums.put(row.getString("key"), List.of(row.getLong("n"), row.getLong("total"))));
        return sums;
    }

    private void assertAgree(LocalDate first) {
        for (var metric : Metric.values()) {
            var asked = new Asked(first, first.plusDays(WINDOW), Map.of());
            for (var by : By.values()) {
                var answer = figures.of(metric, by, asked).await().indefinitely();
                if (by != By.ALL) {
                    assertThat(answer.parts().stream()
                                    .mapToLong(it -> it.value().n())
                                    .sum())
                            .as("%s by %s", metric, by)
                            .isEqualTo(answer.all().n());
                }
            }
        }
    }

    private void waited(LocalDate day, int seconds, @Nullable Staff agent) {
        var asked = at(day, 9);
        var chat = history.chat(history.customer(), "billing", asked.minusSeconds(60), asked.plusSeconds(600));
        var over = asked.plusSeconds(seconds);
        history.handoff(
                chat, 1, asked, agent, agent == null ? null : over, agent == null ? over : over.plusSeconds(300));
    }

    private List<UUID> behind(Metric metric, Asked asked, Cases.Which which) {
        return cases.page(metric, asked, which, null, null, null, 50).await().indefinitely().conversations().stream()
                .map(it -> it.conversationId().value())
                .toList();
    }

    private Cases.Page page(Asked asked, @Nullable String after) {
        return cases.page(Metric.SATISFACTION, asked, Cases.Which.ALL, null, null, after, 1)
                .await()
                .indefinitely();
    }

    private Value of(Metric metric, LocalDate from, LocalDate to) {
        return figure(metric, By.ALL, from, to).all();
    }

    private Figures.Answer figure(Metric metric, By by, LocalDate from, LocalDate to) {
        return figures.of(metric, by, new Asked(from, to, Map.of())).await().indefinitely();
    }

    private void facts() {
        facts.round().await().indefinitely();
    }

    /** Of years without summer time. */
    private static LocalDate someDay() {
        return LocalDate.of(1950, 1, 1).plusDays(ThreadLocalRandom.current().nextInt(12_000));
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(HomeZone.id()).toInstant();
    }
}
