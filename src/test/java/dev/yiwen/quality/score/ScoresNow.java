package dev.yiwen.quality.score;

import jakarta.inject.Singleton;

/** Lets a test not wait for the next round. */
@Singleton
public class ScoresNow {
    private final Scoring scoring;

    ScoresNow(Scoring scoring) {
        this.scoring = scoring;
    }

    public void round() {
        scoring.round().await().indefinitely();
    }
}
