package dev.yiwen.file.kind;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * A voice as browsers record it: Opus in WebM (RFC 8794, RFC 9559) or Ogg (RFC 7845), or whatever sound in MP4 (ISO/IEC 14496-12).
 * The same containers carry films, which are none.
 */
final class VoiceRecording {
    static final String WEBM = "audio/webm";
    static final String OGG = "audio/ogg";
    static final String MP4 = "audio/mp4";

    private static final int EBML = 0x1A45DFA3;
    private static final int SEGMENT = 0x18538067;
    private static final int TRACKS = 0x1654AE6B;
    private static final int CLUSTER = 0x1F43B675;
    private static final List<String> WITH_PICTURES = List.of("V_VP8", "V_VP9", "V_AV1", "V_MPEG", "V_THEORA", "V_MS");
    private static final int OPUS_AT = 28;
    private static final int BOX_HEAD = 8;

    private VoiceRecording() {}

    /** Empty for anything else. */
    static Optional<String> type(byte[] content) {
        try {
            if (ByteBuffer.wrap(content).getInt() == EBML) {
                return isWebm(ByteBuffer.wrap(content)) ? Optional.of(WEBM) : Optional.empty();
            }
            if (text(content, 0, 4).equals("OggS")) {
                return text(content, OPUS_AT, 8).equals("OpusHead") ? Optional.of(OGG) : Optional.empty();
            }
            return text(content, 4, 4).equals("ftyp") && isSound(content) ? Optional.of(MP4) : Optional.empty();
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isWebm(ByteBuffer in) {
        id(in);
        if (!element(in).contains("webm") || id(in) != SEGMENT) {
            return false;
        }
        // Of a segment that is being recorded nobody knows the size.
        size(in);
        for (int id = id(in); id != CLUSTER; id = id(in)) {
            var content = element(in);
            if (id == TRACKS) {
                return content.contains("A_OPUS") && WITH_PICTURES.stream().noneMatch(content::contains);
            }
        }
        return false;
    }

    private static String element(ByteBuffer in) {
        var content = new byte[Math.toIntExact(Math.min(size(in), in.remaining()))];
        in.get(content);
        return new String(content, ISO_8859_1);
    }

    /** As many bytes as its first one has zero bits in front, and one more. */
    private static int id(ByteBuffer in) {
        int length = Integer.numberOfLeadingZeros(in.get(in.position()) & 0xFF) - 24;
        int id = 0;
        for (int i = 0; i <= length; i++) {
            id = id << 8 | in.get() & 0xFF;
        }
        return id;
    }

    private static long size(ByteBuffer in) {
        int first = in.get() & 0xFF;
        int length = Integer.numberOfLeadingZeros(first) - 24;
        long size = first & 0xFF >> length + 1;
        for (int i = 0; i < length; i++) {
            size = size << 8 | in.get() & 0xFF;
        }
        return size;
    }

    private static boolean isSound(byte[] content) {
        var boxes = ByteBuffer.wrap(content);
        while (boxes.remaining() >= BOX_HEAD) {
            long size = Integer.toUnsignedLong(boxes.getInt(boxes.position()));
            if (size < BOX_HEAD || size > boxes.remaining()) {
                return false;
            }
            if (text(content, boxes.position() + 4, 4).equals("moov")) {
                var tracks = text(content, boxes.position(), (int) size);
                return handles(tracks, "soun") && !handles(tracks, "vide");
            }
            boxes.position(boxes.position() + (int) size);
        }
        return false;
    }

    /** The handler of a track stands after the version, the flags and four bytes of its box. */
    private static boolean handles(String tracks, String handler) {
        for (int at = tracks.indexOf("hdlr"); at >= 0; at = tracks.indexOf("hdlr", at + 1)) {
            if (tracks.startsWith(handler, at + 12)) {
                return true;
            }
        }
        return false;
    }

    private static String text(byte[] content, int from, int length) {
        return new String(content, from, length, ISO_8859_1);
    }
}
