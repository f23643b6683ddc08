package dev.yiwen.quality.estimate;

import jakarta.inject.Singleton;

/** Lets a test not wait for the next round. */
@Singleton
public class EstimatesNow {
    private final Estimating estimating;

    EstimatesNow(Estimating estimating) {
        this.estimating = estimating;
    }

    public void round() {
        estimating.round().await().indefinitely();
    }
}
