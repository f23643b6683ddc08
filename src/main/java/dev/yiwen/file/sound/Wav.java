package dev.yiwen.file.sound;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A sound that every browser plays: samples with the head that RIFF WAVE wants (Microsoft, Multimedia Programming Interface, 1991). */
public final class Wav {
    private static final int HEAD = 44;

    private Wav() {}

    /**
     * @param samples of 16 bits, little-endian, one channel
     * @param rate of them a second
     */
    public static byte[] of(byte[] samples, int rate) {
        return ByteBuffer.allocate(HEAD + samples.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("RIFF"))
                .putInt(HEAD - 8 + samples.length)
                .put(ascii("WAVEfmt "))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(rate)
                .putInt(rate * Short.BYTES)
                .putShort((short) Short.BYTES)
                .putShort((short) 16)
                .put(ascii("data"))
                .putInt(samples.length)
                .put(samples)
                .array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
