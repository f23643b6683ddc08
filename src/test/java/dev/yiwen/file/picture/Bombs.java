package dev.yiwen.file.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Pictures of a few megabytes that need gigabytes of whoever reads all that is in them. */
public final class Bombs {
    private static final int UNPACKED = 36 * 1024 * 1024;

    private Bombs() {}

    /** Nine megabytes: compressed notes of 36 MB each, which unpack to 8.6 GB. */
    public static byte[] pngOfNotes() {
        var plain = Snapshots.drawn("png");
        var note = new ByteArrayOutputStream();
        note.writeBytes(latin("Comment\0\1\0\0\0"));
        note.writeBytes(deflated(new byte[UNPACKED]));
        var out = new ByteArrayOutputStream();
        out.write(plain, 0, 33);
        for (int i = 0; i < 240; i++) {
            chunk(out, "iTXt", note.toByteArray());
        }
        out.write(plain, 33, plain.length - 33);
        return out.toByteArray();
    }

    /** Nine megabytes of segments, the first with fields that all point at the same 60 KB. */
    public static byte[] jpegOfSegments() {
        var plain = Snapshots.drawn("jpg");
        var out = new ByteArrayOutputStream();
        out.write(plain, 0, 2);
        for (int i = 0; i < 140; i++) {
            var tiff = ByteBuffer.allocate(65_000);
            tiff.put(latin("Exif\0\0MM\0*")).putInt(8).putShort((short) 5_000);
            for (int field = 0; field < 5_000; field++) {
                tiff.putShort((short) (0x9000 + field))
                        .putShort((short) 7)
                        .putInt(64_000)
                        .putInt(8);
            }
            segment(out, 0xE1, tiff.array());
        }
        out.write(plain, 2, plain.length - 2);
        return out.toByteArray();
    }

    /** A million comments of one byte. */
    public static byte[] gifOfComments() {
        var out = new ByteArrayOutputStream();
        out.writeBytes(latin("GIF89a"));
        out.writeBytes(new byte[] {1, 0, 1, 0, 0, 0, 0});
        for (int i = 0; i < 1_000_000; i++) {
            out.writeBytes(new byte[] {0x21, (byte) 0xFE, 1, 'a', 0});
        }
        out.write(0x3B);
        return out.toByteArray();
    }

    /** Half a million empty notes. */
    public static byte[] webpOfChunks() {
        var plain = Snapshots.webp();
        var out = new ByteArrayOutputStream();
        out.write(plain, 0, plain.length);
        for (int i = 0; i < 500_000; i++) {
            out.writeBytes(latin("XMP \0\0\0\0"));
        }
        var whole = out.toByteArray();
        ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).putInt(4, whole.length - 8);
        return whole;
    }

    /** A hundred bytes that promise so many dots. */
    public static byte[] pngOfSize(int width, int height) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(ByteBuffer.allocate(8).putLong(0x89504E470D0A1A0AL).array());
        chunk(out, "IHDR", header(width, height));
        chunk(out, "IDAT", deflated(new byte[100]));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    /** All dots are there, black, in some 150 KB. */
    public static byte[] pngOfDots(int width, int height) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(ByteBuffer.allocate(8).putLong(0x89504E470D0A1A0AL).array());
        chunk(out, "IHDR", header(width, height));
        var deflater = new Deflater(9);
        var row = new byte[1 + width * 3];
        var packed = new byte[64 * 1024];
        for (int y = 0; y < height; y++) {
            deflater.setInput(row);
            while (!deflater.needsInput()) {
                int length = deflater.deflate(packed);
                if (length > 0) {
                    chunk(out, "IDAT", Arrays.copyOf(packed, length));
                }
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            chunk(out, "IDAT", Arrays.copyOf(packed, deflater.deflate(packed)));
        }
        deflater.end();
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    /** The size of its frame is not the one that was drawn. */
    public static byte[] jpegOfSize(int width, int height) {
        var picture = Snapshots.drawn("jpg");
        for (int i = 2; i < picture.length; i++) {
            if ((picture[i] & 0xFF) == 0xFF && (picture[i + 1] & 0xFF) == 0xC0) {
                ByteBuffer.wrap(picture).putShort(i + 5, (short) height).putShort(i + 7, (short) width);
                return picture;
            }
        }
        throw new AssertionError("No frame");
    }

    /** Scans without end, over all dots each. */
    public static byte[] jpegOfScans() {
        var plain = Snapshots.drawn("jpg");
        var out = new ByteArrayOutputStream();
        out.write(plain, 0, plain.length - 2);
        for (int i = 0; i < 5_000; i++) {
            segment(out, 0xDA, new byte[] {1, 1, 0, 0, 63, 0});
        }
        out.writeBytes(new byte[] {-1, (byte) 0xD9});
        return out.toByteArray();
    }

    private static byte[] header(int width, int height) {
        return ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
    }

    private static byte[] deflated(byte[] content) {
        var deflater = new Deflater(9);
        deflater.setInput(content);
        deflater.finish();
        var packed = new byte[content.length / 500 + 1000];
        int length = deflater.deflate(packed);
        deflater.end();
        return Arrays.copyOf(packed, length);
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] content) {
        var checksum = new CRC32();
        checksum.update(latin(type));
        checksum.update(content);
        out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        out.writeBytes(latin(type));
        out.writeBytes(content);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
    }

    private static void segment(ByteArrayOutputStream out, int marker, byte[] content) {
        out.write(0xFF);
        out.write(marker);
        out.write((content.length + 2) >> 8);
        out.write(content.length + 2);
        out.writeBytes(content);
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
