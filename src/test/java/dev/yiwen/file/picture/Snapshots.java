package dev.yiwen.file.picture;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures with what phones and programs write into them: a place, an owner, a comment, a film behind the end. */
public final class Snapshots {
    public static final int TURNED = 6;
    static final String SECRET = "张三的手机";
    private static final byte[] WEBP =
            Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");

    private Snapshots() {}

    /** Turned a quarter, taken in Shanghai. */
    public static byte[] jpeg() {
        var plain = drawn("jpg");
        return bytes(out -> {
            out.write(plain, 0, 2);
            segment(out, 0xE1, concat(latin("Exif\0\0"), exif()));
            segment(out, 0xE1, concat(latin("http://ns.adobe.com/xap/1.0/\0"), utf8("<x:xmpmeta>" + SECRET)));
            segment(out, 0xED, concat(latin("Photoshop 3.0\0"), utf8(SECRET)));
            segment(out, 0xFE, utf8(SECRET));
            out.write(plain, 2, plain.length - 2);
            // As phones append a film, or a second picture.
            out.write(jpegWithPlaceOnly());
            out.write(utf8(SECRET));
        });
    }

    public static byte[] png() {
        var plain = drawn("png");
        int afterHeader = 8 + 25;
        return bytes(out -> {
            out.write(plain, 0, afterHeader);
            chunk(out, "eXIf", exif());
            chunk(out, "tEXt", concat(latin("Author\0"), utf8(SECRET)));
            chunk(out, "iTXt", concat(latin("XML:com.adobe.xmp\0\0\0\0\0"), utf8(SECRET)));
            out.write(plain, afterHeader, plain.length - afterHeader);
            out.write(utf8(SECRET));
        });
    }

    public static byte[] webp() {
        var picture = ByteBuffer.wrap(WEBP, 12, WEBP.length - 12).slice();
        var vp8 = new byte[picture.remaining()];
        picture.get(vp8);
        var chunks = bytes(out -> {
            // Canvas of one dot by one; with Exif and XMP.
            riff(out, "VP8X", new byte[] {0x0C, 0, 0, 0, 0, 0, 0, 0, 0, 0});
            out.write(vp8);
            riff(out, "EXIF", exif());
            riff(out, "XMP ", utf8("<x:xmpmeta>" + SECRET));
        });
        return bytes(out -> riff(out, "RIFF", concat(latin("WEBP"), chunks)));
    }

    /** A film of two frames that repeats. */
    static byte[] gif() {
        var frame = new byte[] {0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0};
        return bytes(out -> {
            out.write(latin("GIF89a"));
            out.write(new byte[] {1, 0, 1, 0, (byte) 0x80, 0, 0, 0, 0, 0, -1, -1, -1});
            out.write(new byte[] {0x21, -1, 11});
            out.write(latin("NETSCAPE2.0"));
            out.write(new byte[] {3, 1, 0, 0, 0});
            out.write(new byte[] {0x21, (byte) 0xFE, (byte) utf8(SECRET).length});
            out.write(utf8(SECRET));
            out.write(0);
            out.write(new byte[] {0x21, -1, 11});
            out.write(latin("XMP DataXMP"));
            out.write((byte) utf8(SECRET).length);
            out.write(utf8(SECRET));
            out.write(0);
            out.write(frame);
            out.write(frame);
            out.write(0x3B);
            out.write(utf8(SECRET));
        });
    }

    private static byte[] jpegWithPlaceOnly() {
        return bytes(out -> {
            out.write(new byte[] {-1, (byte) 0xD8});
            segment(out, 0xE1, concat(latin("Exif\0\0"), exif()));
            out.write(new byte[] {-1, (byte) 0xD9});
        });
    }

    static byte[] drawn(String format) {
        var picture = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(Color.RED);
        pen.fillOval(4, 4, 30, 30);
        pen.dispose();
        return bytes(out -> ImageIO.write(picture, format, out));
    }

    /** As large as a phone takes them. */
    public static byte[] photo(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, new Color(0x35, 0x6A, 0x9C), width, height, new Color(0xF2, 0xD6, 0xA0)));
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.WHITE);
        pen.fillRoundRect(width / 4, height / 4, width / 2, height / 2, width / 10, width / 10);
        pen.setColor(Color.RED);
        pen.fillOval(width / 2, height / 2, width / 20, width / 20);
        pen.dispose();
        return bytes(out -> ImageIO.write(picture, "jpg", out));
    }

    /** TIFF 6.0 with an orientation, an owner, and a place of degrees alone. */
    private static byte[] exif() {
        var tiff = ByteBuffer.allocate(200);
        tiff.put(latin("MM\0*")).putInt(8).putShort((short) 3);
        field(tiff, 0x0112, 3, 1).putShort((short) TURNED).putShort((short) 0);
        field(tiff, 0x013B, 2, 4).put(latin("Zhn\0"));
        field(tiff, 0x8825, 4, 1).putInt(50);
        tiff.putInt(0);
        tiff.putShort((short) 4);
        field(tiff, 1, 2, 2).put(latin("N\0\0\0"));
        field(tiff, 2, 5, 3).putInt(104);
        field(tiff, 3, 2, 2).put(latin("E\0\0\0"));
        field(tiff, 4, 5, 3).putInt(128);
        tiff.putInt(0);
        for (int part : new int[] {31, 14, 3, 121, 28, 9}) {
            tiff.putInt(part).putInt(1);
        }
        return tiff.array();
    }

    private static ByteBuffer field(ByteBuffer tiff, int tag, int type, int count) {
        return tiff.putShort((short) tag).putShort((short) type).putInt(count);
    }

    private static void segment(ByteArrayOutputStream out, int marker, byte[] content) {
        out.write(0xFF);
        out.write(marker);
        out.write((content.length + 2) >> 8);
        out.write(content.length + 2);
        out.writeBytes(content);
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] content) {
        var named = concat(latin(type), content);
        var checksum = new CRC32();
        checksum.update(named);
        out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        out.writeBytes(named);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
    }

    private static void riff(ByteArrayOutputStream out, String name, byte[] content) {
        out.writeBytes(latin(name));
        out.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(content.length)
                .array());
        out.writeBytes(content);
        if (content.length % 2 != 0) {
            out.write(0);
        }
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    private interface Written {
        void to(ByteArrayOutputStream out) throws IOException;
    }

    private static byte[] bytes(Written written) {
        try {
            var out = new ByteArrayOutputStream();
            written.to(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
