package dev.yiwen.file.sound;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** A voice in AMR that nobody has spoken: frames of 12.2 kbit/s whose bits are chance, which sounds like water. */
public final class AmrVoice {
    private static final int FRAMES_IN_SECOND = 50;
    private static final int HEAD = 7 << 3 | 4;

    private AmrVoice() {}

    public static byte[] seconds(int seconds) {
        var out = new ByteArrayOutputStream();
        out.writeBytes("#!AMR\n".getBytes(StandardCharsets.US_ASCII));
        var random = new Random(5);
        for (int i = 0; i < seconds * FRAMES_IN_SECOND; i++) {
            var frame = new byte[31];
            random.nextBytes(frame);
            out.write(HEAD);
            out.writeBytes(frame);
        }
        return out.toByteArray();
    }
}
