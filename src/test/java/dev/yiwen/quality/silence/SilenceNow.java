package dev.yiwen.quality.silence;

import jakarta.inject.Singleton;

/** Lets a test not wait for an hour. */
@Singleton
public class SilenceNow {
    private final SilenceMining mining;

    SilenceNow(SilenceMining mining) {
        this.mining = mining;
    }

    public void round() {
        mining.round().await().indefinitely();
    }
}
