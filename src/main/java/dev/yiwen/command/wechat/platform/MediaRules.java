package dev.yiwen.command.wechat.platform;

import dev.yiwen.command.wechat.platform.PlatformAccount.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** Which files may be uploaded, or sent by a customer of WeCom kf. */
public final class MediaRules {
    private static final int MB = 1 << 20;
    private static final Map<String, Integer> WEIXIN =
            Map.of("image", 10 * MB, "voice", 2 * MB, "video", 10 * MB, "thumb", 64 << 10);
    private static final Map<String, Integer> WECOM =
            Map.of("image", 10 * MB, "voice", 2 * MB, "video", 10 * MB, "file", 20 * MB);
    private static final Map<String, Integer> INCOMING =
            Map.of("image", 2 * MB, "voice", 2 * MB, "video", 10 * MB, "file", 20 * MB);
    private static final byte[] AMR = "#!AMR\n".getBytes(StandardCharsets.US_ASCII);
    /** A second of silence: a frame of mode 12.2 has 32 bytes and lasts 20 ms. */
    private static final int FRAMES = 50;

    private static final int FRAME = 32;
    private static final int SMALLEST = 5;

    private MediaRules() {}

    static void checkUpload(Kind account, String kind, byte[] bytes) {
        var limit = (account == Kind.KF ? WECOM : WEIXIN).get(kind);
        if (limit == null) {
            throw PlatformError.MEDIA_TYPE.refusal();
        }
        if (bytes.length > limit) {
            throw (account == Kind.KF ? PlatformError.FILE_SIZE : PlatformError.TOO_LARGE).refusal();
        }
        if (account == Kind.KF && bytes.length <= SMALLEST) {
            throw PlatformError.FILE_SIZE.refusal();
        }
        if (kind.equals("voice") && !amr(bytes) && (account == Kind.KF || !mp3(bytes))) {
            throw PlatformError.FILE_TYPE.refusal();
        }
    }

    static boolean tooLargeFromCustomer(String kind, int size) {
        return size > INCOMING.getOrDefault(kind, Integer.MAX_VALUE);
    }

    private static boolean amr(byte[] bytes) {
        return Arrays.equals(AMR, Arrays.copyOf(bytes, AMR.length));
    }

    private static boolean mp3(byte[] bytes) {
        boolean tagged = bytes.length > 2 && bytes[0] == 'I' && bytes[1] == 'D' && bytes[2] == '3';
        boolean framed = bytes.length > 2 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xE0) == 0xE0;
        return tagged || framed;
    }

    /** A second of silence as AMR. */
    public static byte[] silence() {
        var bytes = Arrays.copyOf(AMR, AMR.length + FRAMES * FRAME);
        for (int i = 0; i < FRAMES; i++) {
            bytes[AMR.length + i * FRAME] = 0x3C;
        }
        return bytes;
    }

    /** The head of a Silk file; its frames are not made. */
    static byte[] silk() {
        return "\u0002#!SILK_V3".getBytes(StandardCharsets.US_ASCII);
    }
}
