package dev.yiwen.quality.score;

import dev.yiwen.triage.Estimate;
import dev.yiwen.triage.Spoken;
import java.util.List;

/** What is read in customers' words. */
public interface TalkSense {

    /** 0 to 1. */
    double anger(String text);

    boolean complains(String text);

    boolean wantsHuman(String text);

    Estimate satisfaction(List<Spoken> talk);

    /** From which probability on a turn is called dissatisfied. */
    double turnThreshold();
}
