package dev.yiwen.quality.score;

import static dev.yiwen.quality.score.CriterionFinding.Outcome.BROKEN;
import static dev.yiwen.quality.score.CriterionFinding.Outcome.KEPT;
import static dev.yiwen.quality.score.CriterionFinding.Outcome.NOT_JUDGED;

import dev.yiwen.quality.score.JudgedTalk.Side;
import dev.yiwen.quality.score.JudgedTalk.Turn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** After A within n turns comes B; or before A, B. */
final class Sequences {
    private static final Set<String> PERSON_CALLED =
            Set.of("handoff", "queued", "agent-joined", "taken-over", "message-left", "closed-for-today");

    private final Criterion criterion;
    private final Criterion.Sequence rule;
    private final CueMatch first;
    private final CueMatch then;
    private final Map<String, CriterionFinding> findings = new LinkedHashMap<>();

    Sequences(Criterion criterion, Criterion.Sequence rule, TalkSense sense) {
        this.criterion = criterion;
        this.rule = rule;
        this.first = new CueMatch(rule.first(), sense, !rule.first().isOfCustomer());
        this.then = new CueMatch(rule.then(), sense, false);
    }

    List<CriterionFinding> of(JudgedTalk talk) {
        var turns = talk.turns();
        for (int i = 0; i < turns.size(); i++) {
            if (!first.in(turns.get(i))) {
                continue;
            }
            if (rule.before()) {
                before(turns, i);
            } else if (rule.then().sign() == Criterion.Sign.HANDOFF) {
                handedOver(turns, i);
            } else {
                after(turns, i);
            }
        }
        return List.copyOf(findings.values());
    }

    private void before(List<Turn> turns, int at) {
        var trigger = turns.get(at);
        if (!criterion.of().contains(trigger.side())) {
            return;
        }
        int from = rule.within() == 0 ? 0 : Math.max(0, at - rule.within());
        var done = turns.subList(from, at + 1).stream().filter(then::in).findFirst();
        add(
                trigger.who(),
                done.isPresent() ? KEPT : BROKEN,
                done.map(it -> List.of(it.seq(), trigger.seq())).orElse(List.of(trigger.seq())));
    }

    private void after(List<Turn> turns, int at) {
        var trigger = turns.get(at);
        // Who says it does it in the same breath, perhaps.
        var rest = turns.subList(trigger.serves() ? at : at + 1, turns.size()).stream()
                .filter(Turn::serves)
                .toList();
        if (rest.isEmpty()) {
            turns.subList(0, at).stream()
                    .filter(it -> criterion.of().contains(it.side()))
                    .reduce((a, b) -> b)
                    .ifPresent(it -> add(it.who(), NOT_JUDGED, List.of(trigger.seq())));
            return;
        }
        var who = rest.getFirst().who();
        if (!criterion.of().contains(rest.getFirst().side())) {
            return;
        }
        var window = rest.stream()
                .filter(it -> it.who().equals(who))
                .limit(Math.max(1, rule.within()))
                .toList();
        var done = window.stream().filter(then::in).findFirst();
        var seqs = new ArrayList<Long>(List.of(trigger.seq()));
        done.ifPresentOrElse(it -> seqs.add(it.seq()), () -> window.forEach(it -> seqs.add(it.seq())));
        add(who, done.isPresent() ? KEPT : BROKEN, seqs);
    }

    /** Said to the bot: a person is called, before it goes on so many times. */
    private void handedOver(List<Turn> turns, int at) {
        var trigger = turns.get(at);
        var before = turns.subList(0, at).stream().filter(Turn::serves).reduce((a, b) -> b);
        if (before.filter(it -> it.side() == Side.AGENT).isPresent()) {
            return;
        }
        var went = new ArrayList<Long>(List.of(trigger.seq()));
        for (Turn turn : turns.subList(at + 1, turns.size())) {
            if (turn.side() == Side.AGENT || (turn.side() == Side.SYSTEM && PERSON_CALLED.contains(turn.text()))) {
                add(JudgedTalk.BOT, KEPT, List.of(trigger.seq(), turn.seq()));
                return;
            }
            if (turn.side() == Side.BOT) {
                went.add(turn.seq());
                if (went.size() - 1 > rule.within()) {
                    add(JudgedTalk.BOT, BROKEN, went);
                    return;
                }
            }
        }
        add(JudgedTalk.BOT, went.size() > 1 ? BROKEN : NOT_JUDGED, went);
    }

    /** Once broken is broken. */
    private void add(String who, CriterionFinding.Outcome outcome, List<Long> seqs) {
        findings.merge(who, new CriterionFinding(criterion, who, outcome, seqs), (one, other) -> {
            if (one.outcome() == other.outcome()) {
                var both = new ArrayList<>(one.seqs());
                both.addAll(other.seqs());
                return new CriterionFinding(criterion, who, outcome, both);
            }
            return one.outcome() == BROKEN || (one.outcome() == KEPT && other.outcome() == NOT_JUDGED) ? one : other;
        });
    }
}
