package dev.yiwen.file.picture;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Which way up a picture is (Exif 2.3, tag 0x0112). That tag alone is read, from the first directory of at most
 * {@link #BUDGET} bytes: a library would read every field there is, and fields may overlap until they fill the memory.
 *
 * @param value 1 as it is, up to 8
 */
record Orientation(int value) {
    static final Orientation UPRIGHT = new Orientation(1);
    /** As much as one segment of a JPEG holds. */
    private static final int BUDGET = 64 * 1024;

    private static final int LAST = 8;
    private static final short TAG = 0x0112;
    private static final short SHORT = 3; // TIFF 6.0, section 2
    private static final int FIELD = 12;

    /** Upright where nothing else can be read. */
    static Orientation in(ByteBuffer exif) {
        try {
            return read(exif.slice(exif.position(), Math.min(BUDGET, exif.remaining())));
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            return UPRIGHT;
        }
    }

    private static Orientation read(ByteBuffer tiff) {
        var order = tiff.getShort();
        BarePicture.require(order == 0x4D4D || order == 0x4949);
        tiff.order(order == 0x4D4D ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        BarePicture.require(tiff.getShort() == 42);
        int directory = tiff.getInt();
        int fields = Short.toUnsignedInt(tiff.getShort(directory));
        for (int i = 0; i < fields; i++) {
            int field = directory + 2 + i * FIELD;
            if (tiff.getShort(field) == TAG && tiff.getShort(field + 2) == SHORT) {
                int value = tiff.getShort(field + 8);
                return value < 1 || value > LAST ? UPRIGHT : new Orientation(value);
            }
        }
        return UPRIGHT;
    }

    boolean isUpright() {
        return value == 1;
    }

    /** A TIFF block with this one field. */
    byte[] asTiff() {
        return ByteBuffer.allocate(26)
                .put("MM\0*".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(8)
                .putShort((short) 1)
                .putShort(TAG)
                .putShort(SHORT)
                .putInt(1)
                .putShort((short) value)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }
}
