package dev.yiwen.channel.voice.audio;

import io.smallrye.mutiny.Uni;

/**
 * What becomes of what was heard on a call. Fails with the {@code NOT_FOUND} of a {@link dev.yiwen.shared.Problem} as long
 * as the call has not rung.
 */
public interface CallWords {

    /** Who speaks. */
    enum Side {
        CUSTOMER,
        AGENT
    }

    /**
     * Words of one utterance.
     *
     * @param utteranceId unique in its call
     * @param at when it began, in milliseconds since 1970
     */
    record Heard(String callId, Side side, String utteranceId, String text, long at) {}

    /**
     * How an utterance was spoken.
     *
     * @param rate characters a second of speech, pauses not counted
     * @param loudness of the speech in dBFS: 0 is the loudest that 16 bits hold
     * @param at when it began, in milliseconds since 1970
     */
    record SpokenTone(String callId, Side side, double rate, double loudness, long at) {}

    /** What is being said: shown, and replaced by the next. */
    Uni<Void> saying(Heard words);

    /** What was said, once for each utterance. */
    Uni<Void> said(Heard words);

    Uni<Void> tone(SpokenTone tone);

    /** Tells the agent that nobody listens for the moment, or that somebody does again. */
    Uni<Void> recognition(String callId, boolean works);
}
