package dev.yiwen.file.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** JPEG (ITU-T T.81, annex B): segments, and after each start of scan its compressed data up to the next marker. */
final class Jpeg {
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;
    private static final String EXIF = "Exif\0\0";
    /** A picture that gets clearer by and by has about ten; each makes a decoder go over all dots again. */
    private static final int MOST_SCANS = 64;

    private static final int MOST_OF_COLOURS = 1024 * 1024;

    private final PictureSource source;
    private final ByteArrayOutputStream out;
    private int scans;
    private int frames;
    private int colours;
    /** Where the way up is put in: before the first segment that is not JFIF's. */
    private int afterJfif;

    private Jpeg(PictureSource source) {
        this.source = source;
        this.out = new ByteArrayOutputStream(source.in().remaining());
    }

    static BarePicture bare(PictureSource source) {
        return new Jpeg(source).bare();
    }

    private BarePicture bare() {
        BarePicture.require(marker() == SOI);
        mark(out, SOI);
        for (int marker = marker(); marker != EOI; marker = source.hasMore() ? marker() : EOI) {
            source.part();
            var segment = source.take(Short.toUnsignedInt(source.in().getShort()) - 2);
            if (marker == APP1 && begins(segment, EXIF)) {
                source.exif(segment.slice(EXIF.length(), segment.remaining() - EXIF.length()));
            } else if (isOfThePicture(marker, segment)) {
                keep(marker, segment);
            }
        }
        // What follows, such as a film of the moment or a second picture, has such notes of its own.
        mark(out, EOI);
        BarePicture.require(frames == 1 && scans > 0);
        return source.bare(upright());
    }

    private byte[] upright() {
        if (source.orientation().isUpright()) {
            return out.toByteArray();
        }
        var segment = new ByteArrayOutputStream();
        write(
                segment,
                APP1,
                ByteBuffer.wrap(PictureSource.inserted(
                        source.orientation().asTiff(), 0, EXIF.getBytes(StandardCharsets.ISO_8859_1))));
        return PictureSource.inserted(out.toByteArray(), afterJfif, segment.toByteArray());
    }

    private void keep(int marker, ByteBuffer segment) {
        if (isFrame(marker)) {
            frames++;
            // Precision, height, width (B.2.2). A height of 0 would be told after the scan, when it is too late.
            source.size(Short.toUnsignedInt(segment.getShort(3)), Short.toUnsignedInt(segment.getShort(1)));
        }
        write(out, marker, marker == APP0 ? withoutThumbnail(segment) : segment);
        if (afterJfif == 0) {
            afterJfif = marker == APP0 ? out.size() : 2;
        }
        if (marker == SOS) {
            BarePicture.require(frames == 1 && ++scans <= MOST_SCANS);
            copyScan();
        }
    }

    /** JFIF 1.02: the size of a thumbnail is at 12 and 13, the thumbnail behind. */
    private static ByteBuffer withoutThumbnail(ByteBuffer jfif) {
        var head = new byte[14];
        jfif.get(0, head);
        head[12] = 0;
        head[13] = 0;
        return ByteBuffer.wrap(head);
    }

    private int marker() {
        BarePicture.require(source.u8() == 0xFF);
        int marker = 0xFF;
        while (marker == 0xFF) {
            marker = source.u8();
        }
        return marker;
    }

    /** Frames, tables and scans; of what applications wrote, the density, the colours and how they are coded. */
    private boolean isOfThePicture(int marker, ByteBuffer segment) {
        return switch (marker) {
            case APP0 -> begins(segment, "JFIF\0");
            case APP2 -> begins(segment, "ICC_PROFILE\0") && (colours += segment.remaining()) <= MOST_OF_COLOURS;
            case APP14 -> begins(segment, "Adobe");
            case SOS, 0xDB, 0xDD -> true;
            default -> marker >= 0xC0 && marker <= 0xCF;
        };
    }

    /** Start of frame: C4 is a table of codes, C8 reserved, CC a table of arithmetic codes. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private void copyScan() {
        var in = source.in();
        int from = in.position();
        int to = from;
        while (to < in.limit() && !(in.get(to) == (byte) 0xFF && to + 1 < in.limit() && !isData(in.get(to + 1)))) {
            to++;
        }
        PictureSource.write(out, source.take(to - from));
    }

    /** After 0xFF: a zero for 0xFF itself, and the restart markers within a scan. */
    private static boolean isData(byte after) {
        int value = Byte.toUnsignedInt(after);
        return value == 0 || (value >= 0xD0 && value <= 0xD7);
    }

    private static boolean begins(ByteBuffer segment, String with) {
        return PictureSource.text(segment, with.length()).equals(with);
    }

    private static void mark(ByteArrayOutputStream out, int marker) {
        out.write(0xFF);
        out.write(marker);
    }

    private static void write(ByteArrayOutputStream out, int marker, ByteBuffer segment) {
        mark(out, marker);
        int length = segment.remaining() + 2;
        out.write(length >> 8);
        out.write(length);
        PictureSource.write(out, segment);
    }
}
