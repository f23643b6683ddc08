package dev.yiwen.file.kind;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * A voice as browsers record it: Opus in WebM (RFC 9559) or Ogg (RFC 7845), or whatever sound in MP4 (ISO/IEC 14496-12). The same
 * containers carry films, which are none.
 */
final class Recording {
    static final String WEBM = "audio/webm";
    static final String OGG = "audio/ogg";
    static final String MP4 = "audio/mp4";

    private static final String CLUSTER = latin(0x1F, 0x43, 0xB6, 0x75);
    private static final int LONGEST_HEAD = 64 * 1024;
    private static final List<String> WITH_PICTURES = List.of("V_VP8", "V_VP9", "V_AV1", "V_MPEG", "V_THEORA");
    private static final int BOX_HEAD = 8;

    private Recording() {}

    /** Empty for anything else. */
    static Optional<String> type(byte[] content) {
        var head = new String(content, 0, Math.min(content.length, LONGEST_HEAD), ISO_8859_1);
        if (head.startsWith(latin(0x1A, 0x45, 0xDF, 0xA3))) {
            return isWebm(head) ? Optional.of(WEBM) : Optional.empty();
        }
        if (head.startsWith("OggS")) {
            return head.startsWith("OpusHead", 28) ? Optional.of(OGG) : Optional.empty();
        }
        return head.startsWith("ftyp", 4) && isSound(content) ? Optional.of(MP4) : Optional.empty();
    }

    /** What its tracks are stands before the first of its clusters. */
    private static boolean isWebm(String head) {
        int first = head.indexOf(CLUSTER);
        var tracks = first < 0 ? head : head.substring(0, first);
        return tracks.contains("webm") && tracks.contains("A_OPUS") && WITH_PICTURES.stream().noneMatch(tracks::contains);
    }

    private static boolean isSound(byte[] content) {
        var boxes = ByteBuffer.wrap(content);
        while (boxes.remaining() >= BOX_HEAD) {
            long size = Integer.toUnsignedLong(boxes.getInt(boxes.position()));
            var name = new String(content, boxes.position() + 4, 4, ISO_8859_1);
            if (size < BOX_HEAD || size > boxes.remaining()) {
                return false;
            }
            if (name.equals("moov")) {
                var tracks = new String(content, boxes.position(), (int) size, ISO_8859_1);
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

    private static String latin(int... bytes) {
        var text = new StringBuilder();
        for (int each : bytes) {
            text.append((char) each);
        }
        return text.toString();
    }
}
