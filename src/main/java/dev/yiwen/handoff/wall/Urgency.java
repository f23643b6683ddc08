package dev.yiwen.handoff.wall;

import dev.yiwen.conversation.TalkSign.Alert;
import java.util.List;

/**
 * How much a conversation needs a supervisor, in a few steps: within one of them whoever has waited longest stands first, and nothing
 * moves with every word.
 */
final class Urgency {
    static final int DANGER = 5;
    /** A grave warning of which no supervisor has taken note. */
    static final int GRAVE = 4;

    static final int ANGRY = 3;
    static final int UNEASY = 2;
    /** Something is not as it should be: a reminder, or a grave warning that is known. */
    static final int MINDED = 1;

    static final int CALM = 0;

    private static final double ANGER = 0.5;
    private static final double UNEASE = 0.25;

    private Urgency() {}

    /** @param anger 0 to 1 */
    static int of(boolean danger, boolean complaint, double anger, List<Alert> alerts) {
        if (danger) {
            return DANGER;
        }
        if (alerts.stream().anyMatch(it -> it.grave() && it.acknowledgedBy() == null)) {
            return GRAVE;
        }
        if (complaint || anger >= ANGER) {
            return ANGRY;
        }
        if (anger >= UNEASE) {
            return UNEASY;
        }
        return alerts.isEmpty() ? CALM : MINDED;
    }
}
