package dev.yiwen.quality.score;

import static dev.yiwen.quality.score.CriterionFinding.Outcome.BROKEN;
import static dev.yiwen.quality.score.CriterionFinding.Outcome.KEPT;
import static dev.yiwen.quality.score.CriterionFinding.Outcome.NOT_JUDGED;

import dev.yiwen.quality.score.JudgedTalk.Turn;
import dev.yiwen.triage.Estimate;
import dev.yiwen.triage.Spoken;
import java.util.ArrayList;
import java.util.List;

/** What the small models tell of a talk. */
final class MoodFindings {
    private static final int LOW = 2;
    private static final int QUOTED = 3;

    private final Criterion criterion;
    private final Criterion.Mood mood;
    private final TalkSense sense;

    MoodFindings(Criterion criterion, Criterion.Mood mood, TalkSense sense) {
        this.criterion = criterion;
        this.mood = mood;
        this.sense = sense;
    }

    List<CriterionFinding> of(JudgedTalk talk) {
        var own = talk.customer().stream().filter(it -> !it.text().isBlank()).toList();
        if (own.isEmpty()) {
            return List.of(new CriterionFinding(criterion, JudgedTalk.WHOLE, NOT_JUDGED, List.of()));
        }
        return switch (mood) {
            case ANGRY -> anger(own, JudgedTalk.WHOLE, false);
            case STAYS_ANGRY ->
                talk.service().isEmpty()
                                || !criterion
                                        .of()
                                        .contains(talk.service().getLast().side())
                        ? List.of()
                        : anger(own, talk.service().getLast().who(), true);
            case DISSATISFIED -> List.of(satisfaction(talk, own));
        };
    }

    private List<CriterionFinding> anger(List<Turn> own, String who, boolean stays) {
        var angry = own.stream()
                .filter(it -> sense.anger(it.text()) >= CueMatch.ANGRY)
                .toList();
        // Nobody soothes who was never angry.
        if (stays && angry.isEmpty()) {
            return List.of();
        }
        boolean broken = !angry.isEmpty() && (!stays || angry.getLast().equals(own.getLast()));
        return List.of(new CriterionFinding(
                criterion,
                who,
                broken ? BROKEN : KEPT,
                angry.stream().map(Turn::seq).toList()));
    }

    private CriterionFinding satisfaction(JudgedTalk talk, List<Turn> own) {
        var rating = talk.rating();
        var estimate = sense.satisfaction(talk.turns().stream()
                .filter(it -> it.serves() || (it.isCustomers() && !it.text().isBlank()))
                .map(it -> new Spoken(it.isCustomers(), it.text()))
                .toList());
        var worst = new ArrayList<Long>();
        for (int i = 0; i < own.size() && worst.size() < QUOTED; i++) {
            if (estimate.turns().get(i) >= sense.turnThreshold()) {
                worst.add(own.get(i).seq());
            }
        }
        if (rating != null) {
            // What they say themselves counts more than what their words let think.
            return new CriterionFinding(
                    criterion,
                    JudgedTalk.WHOLE,
                    rating <= LOW ? BROKEN : KEPT,
                    worst.isEmpty() ? List.of(own.getLast().seq()) : worst);
        }
        return new CriterionFinding(
                criterion, JudgedTalk.WHOLE, estimate.likely() == Estimate.Mood.DISSATISFIED ? BROKEN : KEPT, worst);
    }
}
