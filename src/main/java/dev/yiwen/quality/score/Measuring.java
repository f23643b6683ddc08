package dev.yiwen.quality.score;

import static dev.yiwen.quality.score.CriterionFinding.Outcome.BROKEN;
import static dev.yiwen.quality.score.CriterionFinding.Outcome.KEPT;
import static dev.yiwen.quality.score.CriterionFinding.Outcome.NOT_JUDGED;

import dev.yiwen.quality.score.JudgedTalk.Side;
import dev.yiwen.quality.score.JudgedTalk.Turn;
import dev.yiwen.triage.SaidWords;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Figures of a talk against what is allowed. */
final class Measuring {
    private static final int SHORTEST_PHRASE = 6;
    /** A syllable takes at least so long; who begins before the half of it was said, interrupts. */
    private static final long SYLLABLE_MS = 150;

    private static final double HALF = 0.5;

    private final Criterion criterion;
    private final Criterion.Figure rule;

    Measuring(Criterion criterion, Criterion.Figure rule) {
        this.criterion = criterion;
        this.rule = rule;
    }

    List<CriterionFinding> of(JudgedTalk talk) {
        return switch (rule.measure()) {
            case FIRST_RESPONSE -> waits(talk, true);
            case LONGEST_WAIT -> waits(talk, false);
            case CUSTOMER_TURNS -> whole(talk.customer());
            case TRANSFERS -> transfers(talk);
            case SAME_PHRASE -> samePhrase(talk);
            case SILENCE -> silence(talk);
            case INTERRUPTIONS -> interruptions(talk);
            case REPEAT_CONTACTS -> repeats(talk);
        };
    }

    private List<CriterionFinding> whole(List<Turn> counted) {
        boolean tooMany = counted.size() > rule.most();
        return List.of(finding(
                JudgedTalk.WHOLE, tooMany, tooMany ? counted.subList((int) rule.most(), counted.size()) : List.of()));
    }

    private List<CriterionFinding> transfers(JudgedTalk talk) {
        var firsts = new LinkedHashMap<String, Turn>();
        talk.turns().stream().filter(it -> it.side() == Side.AGENT).forEach(it -> firsts.putIfAbsent(it.who(), it));
        return firsts.isEmpty()
                ? List.of()
                : List.of(finding(
                        JudgedTalk.WHOLE,
                        firsts.size() - 1 > rule.most(),
                        firsts.size() > 1 ? List.copyOf(firsts.values()) : List.of()));
    }

    private List<CriterionFinding> repeats(JudgedTalk talk) {
        var service = talk.service();
        return service.isEmpty()
                ? List.of()
                : List.of(finding(JudgedTalk.WHOLE, talk.repeats() > rule.most(), List.of(service.getLast())));
    }

    /** A customer's words, how long they waited for an answer, and the answer. */
    private record Wait(Turn asked, Turn answered, double seconds) {}

    private List<CriterionFinding> waits(JudgedTalk talk, boolean first) {
        Map<String, Wait> found = new LinkedHashMap<>();
        @Nullable Turn asked = null;
        Instant since = Instant.EPOCH;
        for (Turn turn : talk.turns()) {
            switch (turn.side()) {
                case CUSTOMER -> {
                    if (asked == null) {
                        asked = turn;
                        since = turn.at();
                    }
                }
                // Nobody answers for how long a customer waited before they came.
                case SYSTEM -> since = turn.at().isAfter(since) ? turn.at() : since;
                case AGENT, BOT -> {
                    if (asked != null && criterion.of().contains(turn.side())) {
                        var wait = new Wait(
                                asked, turn, Duration.between(since, turn.at()).toMillis() / 1000.0);
                        found.merge(turn.who(), wait, (a, b) -> first || a.seconds >= b.seconds ? a : b);
                    }
                    asked = null;
                }
            }
        }
        return found.entrySet().stream()
                .map(it -> finding(
                        it.getKey(),
                        it.getValue().seconds > rule.most(),
                        List.of(it.getValue().asked, it.getValue().answered)))
                .toList();
    }

    private List<CriterionFinding> samePhrase(JudgedTalk talk) {
        var findings = new ArrayList<CriterionFinding>();
        for (String who : talk.people(criterion.of())) {
            var said = new LinkedHashMap<String, List<Turn>>();
            for (Turn turn : talk.of(who)) {
                var form = SaidWords.form(turn.text());
                if (form.length() >= SHORTEST_PHRASE) {
                    said.computeIfAbsent(form, it -> new ArrayList<>()).add(turn);
                }
            }
            var most = said.values().stream()
                    .reduce((a, b) -> b.size() > a.size() ? b : a)
                    .orElse(List.of());
            boolean tooOften = most.size() > rule.most();
            findings.add(finding(who, tooOften, tooOften ? most : List.of()));
        }
        return findings;
    }

    private List<CriterionFinding> silence(JudgedTalk talk) {
        Map<String, CriterionFinding> found = new LinkedHashMap<>();
        talk.people(criterion.of()).forEach(it -> found.put(it, finding(it, false, List.of())));
        @Nullable Turn before = null;
        for (Turn turn : talk.turns()) {
            if (turn.side() == Side.SYSTEM) {
                continue;
            }
            if (before != null
                    && turn.serves()
                    && criterion.of().contains(turn.side())
                    && Duration.between(before.at(), turn.at()).toMillis() > rule.most() * 1000) {
                found.put(turn.who(), finding(turn.who(), true, List.of(before, turn)));
            }
            before = turn;
        }
        return List.copyOf(found.values());
    }

    private List<CriterionFinding> interruptions(JudgedTalk talk) {
        Map<String, List<Turn>> found = new LinkedHashMap<>();
        boolean timed = talk.customer().stream().anyMatch(it -> it.spokenAt() != null);
        @Nullable Turn before = null;
        for (Turn turn : talk.turns()) {
            if (before != null && turn.serves() && cutsShort(before, turn)) {
                var both = found.computeIfAbsent(turn.who(), it -> new ArrayList<>());
                both.add(before);
                both.add(turn);
            }
            before = turn.isCustomers() ? turn : null;
        }
        return talk.people(criterion.of()).stream()
                .map(who -> {
                    var cut = found.getOrDefault(who, List.of());
                    return timed
                            ? finding(who, cut.size() / 2.0 > rule.most(), cut)
                            : new CriterionFinding(criterion, who, NOT_JUDGED, List.of());
                })
                .toList();
    }

    private static boolean cutsShort(Turn customer, Turn turn) {
        var began = customer.spokenAt();
        var cut = turn.spokenAt();
        return began != null
                && cut != null
                && cut > began
                && cut - began
                        < HALF
                                * SYLLABLE_MS
                                * customer.text()
                                        .codePointCount(0, customer.text().length());
    }

    private CriterionFinding finding(String who, boolean broken, List<Turn> turns) {
        return new CriterionFinding(
                criterion,
                who,
                broken ? BROKEN : KEPT,
                turns.stream().map(Turn::seq).toList());
    }
}
