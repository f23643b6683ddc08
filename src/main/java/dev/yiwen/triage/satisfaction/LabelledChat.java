package dev.yiwen.triage.satisfaction;

import dev.yiwen.triage.Estimate.Mood;
import dev.yiwen.triage.Spoken;
import java.util.List;

/**
 * A conversation of which people said how satisfied its customer was.
 *
 * @param turns of each of the customer's turns, in order
 */
public record LabelledChat(List<Spoken> talk, List<Verdict> turns, Mood mood) {

    public LabelledChat {
        talk = List.copyOf(talk);
        turns = List.copyOf(turns);
    }

    /** What was said of one turn. */
    public enum Verdict {
        DISSATISFIED,
        OTHER,
        UNKNOWN
    }
}
