package dev.yiwen.answer;

import dev.yiwen.answer.reading.SpeechActs;
import jakarta.inject.Singleton;

/** Tells who has done with what they asked. */
@Singleton
public final class SettledWords {
    private final SpeechActs acts;

    SettledWords(SpeechActs acts) {
        this.acts = acts;
    }

    /** Whether the whole message says that nothing is wanted any more: 解决了, 算了. */
    public boolean in(String text) {
        return acts.in(text).filter(it -> it.act().settles()).isPresent();
    }
}
