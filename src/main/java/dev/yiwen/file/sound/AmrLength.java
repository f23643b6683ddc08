package dev.yiwen.file.sound;

import java.nio.charset.StandardCharsets;

/**
 * How long a voice in AMR is: frames of 20 ms, whose first byte tells how many follow (RFC 4867, section 5.3; 3GPP TS 26.101,
 * annex A).
 */
public final class AmrLength {
    private static final byte[] MAGIC = "#!AMR\n".getBytes(StandardCharsets.US_ASCII);
    private static final int[] BYTES = {13, 14, 16, 18, 20, 21, 27, 32, 6, 6, 6, 6, 1, 1, 1, 1};
    private static final int FRAMES_IN_SECOND = 50;

    private AmrLength() {}

    /** Seconds, at least 1; 0 for what is none. */
    public static int seconds(byte[] content) {
        for (int i = 0; i < MAGIC.length; i++) {
            if (i >= content.length || content[i] != MAGIC[i]) {
                return 0;
            }
        }
        int frames = 0;
        for (int at = MAGIC.length; at < content.length; frames++) {
            at += BYTES[content[at] >> 3 & 0x0F];
        }
        return frames == 0 ? 0 : Math.max(1, Math.round((float) frames / FRAMES_IN_SECOND));
    }
}
