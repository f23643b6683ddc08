package dev.yiwen.channel.voice.audio;

import io.vertx.core.buffer.Buffer;

/**
 * How loud one side speaks, and when. Of each {@value #FRAME_MS} ms of 16-bit little-endian mono PCM the root mean square is
 * taken; frames well above the quietest of late are speech. It remembers two minutes, as figures, never as sound.
 */
final class SpeechMeter {
    static final int FRAME_MS = 30;

    private static final int REMEMBERED = 4000;
    private static final double FULL_SCALE = 32768;
    /** What 16 bits can't go below. */
    private static final double SILENCE = -96;
    /** Speech is at least so loud, and so far above the noise. In dB. */
    private static final double QUIETEST_SPEECH = -55;

    private static final double ABOVE_NOISE = 9;
    /** A stream that begins with speech must not take it for noise. */
    private static final double LOUDEST_NOISE = -35;
    /** In dB a frame: noise that grew is known as such after some seconds. */
    private static final double NOISE_GROWS = 0.05;

    private final int samplesInFrame;
    private final double[] powers = new double[REMEMBERED];
    private final boolean[] speech = new boolean[REMEMBERED];
    private long frames;
    private double sum;
    private int samples;
    private int lowByte = -1;
    private double noise = LOUDEST_NOISE;

    /** @param rate samples a second */
    SpeechMeter(int rate) {
        samplesInFrame = rate * FRAME_MS / 1000;
    }

    /**
     * Of a stretch of audio.
     *
     * @param seconds of speech in it
     * @param loudness of that speech in dBFS; {@value #SILENCE} without any
     */
    record Measured(double seconds, double loudness) {}

    /** Samples may be cut between two buffers. */
    void hear(Buffer pcm) {
        for (int i = 0; i < pcm.length(); i++) {
            if (lowByte < 0) {
                lowByte = pcm.getByte(i) & 0xff;
            } else {
                sample((short) ((pcm.getByte(i) << 8) | lowByte));
                lowByte = -1;
            }
        }
    }

    /** How much was heard, in milliseconds. */
    long heardMs() {
        return frames * FRAME_MS;
    }

    Measured between(long fromMs, long toMs) {
        double power = 0;
        int spoken = 0;
        for (long frame = first(fromMs); frame < last(toMs); frame++) {
            int at = (int) (frame % REMEMBERED);
            if (speech[at]) {
                power += powers[at];
                spoken++;
            }
        }
        return new Measured(spoken * FRAME_MS / 1000.0, spoken == 0 ? SILENCE : decibels(power / spoken));
    }

    /** Where speech began in that stretch; its beginning when there was none. In milliseconds. */
    long speechFrom(long fromMs, long toMs) {
        for (long frame = first(fromMs); frame < last(toMs); frame++) {
            if (speech[(int) (frame % REMEMBERED)]) {
                return frame * FRAME_MS;
            }
        }
        return fromMs;
    }

    private long first(long fromMs) {
        return Math.max(Math.max(0, frames - REMEMBERED), fromMs / FRAME_MS);
    }

    private long last(long toMs) {
        return Math.min(frames, toMs / FRAME_MS);
    }

    private void sample(short value) {
        sum += (double) value * value;
        if (++samples == samplesInFrame) {
            frame(sum / samples / (FULL_SCALE * FULL_SCALE));
            sum = 0;
            samples = 0;
        }
    }

    private void frame(double power) {
        double level = decibels(power);
        noise = Math.min(level, Math.min(LOUDEST_NOISE, noise + NOISE_GROWS));
        int at = (int) (frames % REMEMBERED);
        powers[at] = power;
        speech[at] = level >= Math.max(QUIETEST_SPEECH, noise + ABOVE_NOISE);
        frames++;
    }

    private static double decibels(double power) {
        return power <= 0 ? SILENCE : Math.max(SILENCE, 10 * Math.log10(power));
    }
}
