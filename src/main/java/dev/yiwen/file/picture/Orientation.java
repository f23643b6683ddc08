package dev.yiwen.file.picture;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Which way up a picture is (Exif 2.3, tag 0x0112).
 *
 * @param value 1 as it is, up to 8
 */
record Orientation(int value) {
    private static final int UPRIGHT = 1;
    private static final int LAST = 8;
    private static final short SHORT = 3; // TIFF 6.0, section 2

    static Orientation in(byte[] picture) {
        try {
            var directory = ImageMetadataReader.readMetadata(new ByteArrayInputStream(picture))
                    .getFirstDirectoryOfType(ExifIFD0Directory.class);
            var value = directory == null ? null : directory.getInteger(ExifDirectoryBase.TAG_ORIENTATION);
            return new Orientation(value == null || value < UPRIGHT || value > LAST ? UPRIGHT : value);
        } catch (ImageProcessingException | IOException e) {
            return new Orientation(UPRIGHT);
        }
    }

    boolean isUpright() {
        return value == UPRIGHT;
    }

    /** A TIFF block with this one field. */
    byte[] asTiff() {
        return ByteBuffer.allocate(26)
                .put("MM\0*".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) ExifDirectoryBase.TAG_ORIENTATION)
                .putShort(SHORT)
                .putInt(1)
                .putShort((short) value)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }
}
