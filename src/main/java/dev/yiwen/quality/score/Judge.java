package dev.yiwen.quality.score;

import static dev.yiwen.quality.score.CriterionFinding.Outcome.BROKEN;
import static dev.yiwen.quality.score.CriterionFinding.Outcome.KEPT;
import static dev.yiwen.quality.score.CriterionFinding.Outcome.NOT_JUDGED;

import dev.yiwen.quality.score.JudgedTalk.Turn;
import java.util.ArrayList;
import java.util.List;

/** Judges a talk by criteria. What a criterion says nothing of, because nothing called for it, is no finding. */
public final class Judge {
    private static final int FIRST = 2;
    private static final int LAST = 3;

    private final TalkSense sense;

    public Judge(TalkSense sense) {
        this.sense = sense;
    }

    /** Of what is enabled, in this order. */
    public List<CriterionFinding> of(List<Criterion> criteria, JudgedTalk talk) {
        return criteria.stream()
                .filter(Criterion::enabled)
                .filter(it ->
                        it.medium() == Criterion.Medium.ANY || (it.medium() == Criterion.Medium.CALL) == talk.call())
                .flatMap(it -> of(it, talk).stream())
                .toList();
    }

    private List<CriterionFinding> of(Criterion criterion, JudgedTalk talk) {
        return switch (criterion.rule()) {
            case Criterion.Words words -> words(criterion, words, talk);
            case Criterion.Sequence sequence -> new Sequences(criterion, sequence, sense).of(talk);
            case Criterion.Figure figure -> new Measuring(criterion, figure).of(talk);
            case Criterion.Model model -> new MoodFindings(criterion, model.mood(), sense).of(talk);
            // Asked for apart: it takes time, and a model.
            case Criterion.Question question ->
                talk.people(criterion.of()).stream()
                        .map(it -> new CriterionFinding(criterion, it, NOT_JUDGED, List.of()))
                        .toList();
        };
    }

    private List<CriterionFinding> words(Criterion criterion, Criterion.Words rule, JudgedTalk talk) {
        var match =
                new CueMatch(rule.cue(), sense, !rule.demanded() && !rule.cue().isOfCustomer());
        if (rule.cue().isOfCustomer()) {
            var own = talk.customer();
            return own.isEmpty()
                    ? List.of(new CriterionFinding(criterion, JudgedTalk.WHOLE, NOT_JUDGED, List.of()))
                    : List.of(found(criterion, JudgedTalk.WHOLE, rule.demanded(), own, match));
        }
        var findings = new ArrayList<CriterionFinding>();
        for (String who : talk.people(criterion.of())) {
            var own = talk.of(who);
            if (rule.where() == Criterion.Where.LAST
                    && !talk.service().getLast().who().equals(who)) {
                continue;
            }
            findings.add(
                    rule.where() == Criterion.Where.LAST && own.size() < FIRST
                            ? new CriterionFinding(criterion, who, NOT_JUDGED, List.of())
                            : found(criterion, who, rule.demanded(), looked(rule.where(), own), match));
        }
        return findings;
    }

    private static List<Turn> looked(Criterion.Where where, List<Turn> own) {
        return switch (where) {
            case ANY -> own;
            case FIRST -> own.subList(0, Math.min(FIRST, own.size()));
            case LAST -> own.subList(Math.max(0, own.size() - LAST), own.size());
        };
    }

    private static CriterionFinding found(
            Criterion criterion, String who, boolean demanded, List<Turn> turns, CueMatch match) {
        var hits = turns.stream().filter(match::in).map(Turn::seq).toList();
        if (demanded && hits.isEmpty()) {
            return new CriterionFinding(
                    criterion, who, BROKEN, turns.stream().map(Turn::seq).toList());
        }
        return new CriterionFinding(criterion, who, demanded || hits.isEmpty() ? KEPT : BROKEN, hits);
    }
}
