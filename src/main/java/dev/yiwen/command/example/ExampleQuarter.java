package dev.yiwen.command.example;

import dev.yiwen.command.example.ExampleTalk.Line;
import dev.yiwen.command.example.ExampleTalk.Rated;
import dev.yiwen.command.example.ExampleTalk.Served;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Ninety days as an operator may have them: quiet weekends, busy mornings, more contacts toward the end of each month; on two days
 * an outage in one province; two agents who serve badly; and from {@link #MISLED_FROM} on, one much-asked article that sends
 * customers the wrong way. The same seed gives the same days.
 */
final class ExampleQuarter {
    static final int DAYS = 90;
    static final int AGENTS = 12;
    /** The first ones of the agents. */
    static final int BAD_AGENTS = 2;

    static final int OUTAGE_FROM = 45;
    static final int OUTAGE_DAYS = 2;
    static final int MISLED_FROM = 60;
    static final List<String> REGIONS = List.of("广东省", "北京市", "四川省", "浙江省", "湖北省", "陕西省");

    private static final double[] HOURS = {
        .2, .1, .1, .1, .1, .2, .5, 1, 2.2, 3.4, 3.6, 3, 2, 2.4, 3, 3, 2.8, 2.4, 2.2, 2.6, 2.4, 1.6, .9, .4
    };
    private static final double OUTAGE_TIMES = 4;
    private static final List<String> OUTAGE_TOPICS = List.of("network", "outages", "broadband");

    private final Random random;
    private final ExampleWords words = ExampleWords.read();
    private final List<ExampleArticle> articles;
    private final ExampleArticle misleading;
    private final ExampleArticle outage;
    private final LocalDate first;
    private final ZoneId zone;
    private final int customers;
    private final int aDay;

    /** @param articles at least one; those in front are asked for most */
    ExampleQuarter(List<ExampleArticle> articles, LocalDate first, ZoneId zone, int conversations, long seed) {
        this.random = new Random(seed);
        this.articles = articles;
        this.misleading = articles.getFirst();
        this.outage = articles.stream()
                .filter(it -> OUTAGE_TOPICS.contains(it.topic()))
                .findFirst()
                .orElse(articles.getLast());
        this.first = first;
        this.zone = zone;
        this.aDay = Math.max(1, conversations / DAYS);
        this.customers = Math.max(REGIONS.size(), conversations / 3);
    }

    ExampleArticle misleading() {
        return misleading;
    }

    int customers() {
        return customers;
    }

    static String region(int customer) {
        return REGIONS.get(customer % REGIONS.size());
    }

    /** In the order of their days. */
    List<ExampleTalk> talks() {
        var talks = new ArrayList<ExampleTalk>();
        for (int day = 0; day < DAYS; day++) {
            var date = first.plusDays(day);
            boolean weekend = date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
            double busy = (weekend ? .7 : 1.1) * (date.getDayOfMonth() >= 26 ? 1.25 : .95);
            about(day, aDay * busy, talks, () -> customer(-1), this::article);
            if (day >= OUTAGE_FROM && day < OUTAGE_FROM + OUTAGE_DAYS) {
                about(day, aDay * OUTAGE_TIMES / REGIONS.size(), talks, () -> customer(0), () -> outage);
            }
        }
        return talks;
    }

    private void about(
            int day,
            double mean,
            List<ExampleTalk> talks,
            java.util.function.IntSupplier who,
            java.util.function.Supplier<ExampleArticle> what) {
        long n = Math.round(mean + random.nextGaussian() * Math.sqrt(mean));
        for (long i = 0; i < n; i++) {
            var talk = talk(day, time(day), who.getAsInt(), what.get(), false);
            talks.add(talk);
            // Who was not helped comes back.
            if (random.nextDouble() < comesBack(talk)) {
                int later = day + 1 + random.nextInt(4);
                if (later < DAYS) {
                    talks.add(talk(later, time(later), talk.customer(), talk.article(), true));
                }
            }
        }
    }

    private static double comesBack(ExampleTalk talk) {
        var rated = talk.rated();
        if (Boolean.FALSE.equals(talk.helpful()) || rated != null && rated.score() <= 2) {
            return .45;
        }
        var served = talk.served();
        return served != null && served.agent() != null && served.agent() < BAD_AGENTS ? .3 : .05;
    }

    private ExampleTalk talk(int day, Instant opened, int customer, ExampleArticle article, boolean again) {
        boolean wrong = article == misleading && day >= MISLED_FROM && random.nextDouble() < .6;
        boolean out = article == outage && isOut(day) && customer % REGIONS.size() == 0;
        var lines = new ArrayList<Line>();
        var clock = new Clock(opened);
        var asked = out ? pick(words.outage()) : pick(words.openings()).replace("{0}", article.question());
        lines.add(new Line("customer", again ? pick(words.again()) + "。" + asked : asked, clock.now));
        lines.add(new Line("bot", article.answer(), clock.after(1.2)));
        Boolean helpful = wrong ? (random.nextDouble() < .6 ? Boolean.FALSE : null) : verdict(out);
        double human = wrong ? .5 : out ? .6 : again ? .5 : .28;
        if (random.nextDouble() >= human) {
            lines.add(new Line("customer", pick(wrong ? words.misled() : words.thanks()), clock.after(35)));
            var rated = random.nextDouble() < (wrong ? .4 : .15) ? rated(wrong || out ? 1.7 : 4.4) : null;
            return new ExampleTalk(
                    customer, channel(), opened, clock.after(240), lines, article, null, helpful, rated, false);
        }
        boolean complaint = random.nextDouble() < (out ? .15 : wrong ? .08 : .015);
        var wish = complaint ? words.complaints() : wrong ? words.misled() : words.wishes();
        lines.add(new Line("customer", pick(wish), clock.after(30)));
        return served(customer, opened, article, lines, clock, helpful, complaint, wrong, out);
    }

    private ExampleTalk served(
            int customer,
            Instant opened,
            ExampleArticle article,
            List<Line> lines,
            Clock clock,
            @Nullable Boolean helpful,
            boolean complaint,
            boolean wrong,
            boolean out) {
        var requested = clock.now;
        var reason = complaint ? "LEGAL_OR_COMPLAINT" : wrong ? "UNANSWERED" : "WISH_FOR_HUMAN";
        double waits = (out ? 140 : 16) * Math.exp(random.nextGaussian() * .7);
        if (random.nextDouble() < (waits > 60 ? .35 : .04)) {
            var gone = clock.after(Math.min(waits, 90));
            return new ExampleTalk(
                    customer,
                    channel(),
                    opened,
                    gone,
                    lines,
                    article,
                    new Served(reason, requested, null, null, ""),
                    helpful,
                    null,
                    complaint);
        }
        int agent = random.nextInt(AGENTS);
        boolean bad = agent < BAD_AGENTS;
        var assigned = clock.after(waits);
        if (!bad || random.nextDouble() < .3) {
            lines.add(new Line("agent", pick(words.greetings()), clock.after(8)));
        }
        if ((complaint || wrong || out) && !bad) {
            lines.add(new Line("agent", pick(words.sorry()), clock.after(20)));
        }
        lines.add(new Line("customer", article.question(), clock.after(25)));
        boolean rude = bad && random.nextDouble() < .55;
        lines.add(new Line("agent", pick(rude ? words.rude() : words.helps()), clock.after(bad ? 95 : 40)));
        boolean solved = random.nextDouble() < (out ? .5 : bad ? .6 : .93);
        if (solved) {
            lines.add(new Line("customer", pick(words.thanks()), clock.after(40)));
        }
        if (!bad) {
            lines.add(new Line("agent", pick(words.farewells()), clock.after(12)));
        }
        double mean = 4.6 - (out ? 1.6 : 0) - (bad ? 1.8 : 0) - (solved ? 0 : 1.2) - (wrong ? .8 : 0);
        return new ExampleTalk(
                customer,
                channel(),
                opened,
                clock.after(60),
                lines,
                article,
                new Served(reason, requested, agent, assigned, solved ? "resolved" : "escalated"),
                helpful,
                random.nextDouble() < .35 ? rated(mean) : null,
                complaint);
    }

    private @Nullable Boolean verdict(boolean out) {
        return random.nextDouble() < .12 ? Boolean.valueOf(random.nextDouble() < (out ? .2 : .93)) : null;
    }

    private Rated rated(double mean) {
        int score = (int) Math.round(Math.clamp(mean + random.nextGaussian() * .7, 1, 5));
        return new Rated(score, pick(score >= 4 ? words.satisfied() : words.dissatisfied()));
    }

    /** The first are asked for most, about as one over their place. */
    private ExampleArticle article() {
        double place = Math.pow(articles.size() + 1.0, random.nextDouble()) - 1;
        return articles.get(Math.min(articles.size() - 1, (int) place));
    }

    /** @param region all, when it is less than 0 */
    private int customer(int region) {
        int any = random.nextInt(customers);
        int chosen = region < 0 ? any : any - any % REGIONS.size() + region;
        return chosen < customers ? chosen : region;
    }

    private static boolean isOut(int day) {
        return day >= OUTAGE_FROM && day < OUTAGE_FROM + OUTAGE_DAYS;
    }

    private String channel() {
        return random.nextDouble() < .7 ? "WEB" : "WECHAT";
    }

    private Instant time(int day) {
        double left = random.nextDouble() * java.util.Arrays.stream(HOURS).sum();
        int hour = 0;
        while (left > HOURS[hour] && hour < HOURS.length - 1) {
            left -= HOURS[hour++];
        }
        return first.plusDays(day)
                .atTime(hour, random.nextInt(60), random.nextInt(60))
                .atZone(zone)
                .toInstant();
    }

    private String pick(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** Goes on by about so many seconds. */
    private final class Clock {
        private Instant now;

        Clock(Instant begun) {
            now = begun;
        }

        Instant after(double seconds) {
            now = now.plus(Duration.ofMillis((long) (seconds * 1000 * (.6 + random.nextDouble() * .8))));
            return now;
        }
    }

    /** The days of the outage. */
    Stream<LocalDate> outageDays() {
        return Stream.iterate(first.plusDays(OUTAGE_FROM), it -> it.plusDays(1)).limit(OUTAGE_DAYS);
    }
}
