package dev.yiwen.file.picture;

import dev.yiwen.shared.Problem;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.function.ObjIntConsumer;

/**
 * HEIF as iPhones write it (ISO 23008-12 in boxes of ISO 14496-12). Its dots are H.265, which nothing here decodes; the notes are
 * items of their own, whose bytes become zeros, so that nothing else moves.
 */
public final class Heic {
    public static final Set<String> TYPES = Set.of("image/heic", "image/heif");
    private static final int MOST_BOXES = 10_000;
    private static final Set<String> NOTES = Set.of("Exif", "mime", "uri ");

    private final ByteBuffer in;
    private final Set<Long> notes = new HashSet<>();
    private int boxes;
    private int dataOfItems = -1;
    private long zeroed;

    private Heic(byte[] content) {
        this.in = ByteBuffer.wrap(content);
    }

    /** Fails with {@code FILE_DAMAGED}. */
    public static byte[] bare(byte[] content) {
        var copy = content.clone();
        try {
            new Heic(copy).blank();
            return copy;
        } catch (BufferUnderflowException
                | IndexOutOfBoundsException
                | IllegalArgumentException
                | ArithmeticException e) {
            throw new Problem(Problem.Kind.FILE_DAMAGED, "The picture is damaged.");
        }
    }

    /** Information about items comes before their places are looked up, whichever stands first. */
    private void blank() {
        each(0, in.limit(), (name, at) -> {
            if (name.equals("meta")) {
                int to = end(at);
                each(body(at) + 4, to, (inner, box) -> {
                    if (inner.equals("iinf")) {
                        items(box);
                    } else if (inner.equals("idat")) {
                        dataOfItems = body(box);
                    }
                });
                each(body(at) + 4, to, (inner, box) -> {
                    if (inner.equals("iloc")) {
                        places(box);
                    }
                });
            } else if (name.equals("uuid") || name.equals("free") || name.equals("skip")) {
                zero(body(at), end(at) - body(at));
            }
        });
    }

    private void each(int from, int to, ObjIntConsumer<String> what) {
        for (int at = from; at < to; at = end(at)) {
            BarePicture.require(++boxes <= MOST_BOXES);
            what.accept(text(at + 4), at);
        }
    }

    private int end(int box) {
        long size = Integer.toUnsignedLong(in.getInt(box));
        long length = size == 1 ? in.getLong(box + 8) : size == 0 ? in.limit() - box : size;
        BarePicture.require(length >= body(box) - box && length <= in.limit() - box);
        return (int) (box + length);
    }

    private int body(int box) {
        return box + (in.getInt(box) == 1 ? 16 : 8);
    }

    private void items(int box) {
        int at = body(box);
        boolean wide = in.get(at) > 0;
        each(at + (wide ? 8 : 6), end(box), (name, entry) -> {
            int info = body(entry);
            int version = in.get(info);
            BarePicture.require(name.equals("infe") && (version == 2 || version == 3));
            long id = version == 2
                    ? Short.toUnsignedInt(in.getShort(info + 4))
                    : Integer.toUnsignedLong(in.getInt(info + 4));
            if (NOTES.contains(text(info + (version == 2 ? 8 : 10)))) {
                notes.add(id);
            }
        });
    }

    private void places(int box) {
        in.position(body(box));
        int version = in.getInt() >>> 24;
        BarePicture.require(version <= 2);
        int sizes = Short.toUnsignedInt(in.getShort());
        long items = version < 2 ? Short.toUnsignedInt(in.getShort()) : Integer.toUnsignedLong(in.getInt());
        for (long i = 0; i < items; i++) {
            long id = version < 2 ? Short.toUnsignedInt(in.getShort()) : Integer.toUnsignedLong(in.getInt());
            int method = version == 0 ? 0 : in.getShort() & 15;
            in.getShort();
            long base = number(sizes >> 4 & 15);
            int extents = Short.toUnsignedInt(in.getShort());
            for (int j = 0; j < extents; j++) {
                BarePicture.require(++boxes <= MOST_BOXES);
                number(version == 0 ? 0 : sizes & 15);
                long offset = base + number(sizes >> 12);
                long length = number(sizes >> 8 & 15);
                if (notes.contains(id)) {
                    BarePicture.require(method == 0 || (method == 1 && dataOfItems >= 0));
                    zero(Math.toIntExact(offset + (method == 1 ? dataOfItems : 0)), Math.toIntExact(length));
                }
            }
        }
    }

    private long number(int bytes) {
        return switch (bytes) {
            case 0 -> 0;
            case 4 -> Integer.toUnsignedLong(in.getInt());
            case 8 -> in.getLong();
            default -> throw new IllegalArgumentException("A number of " + bytes + " bytes");
        };
    }

    private void zero(int from, int length) {
        zeroed += length;
        BarePicture.require(length >= 0 && zeroed <= in.limit());
        in.put(from, new byte[Math.min(length, in.limit())], 0, length);
    }

    private String text(int at) {
        var name = new byte[4];
        in.get(at, name);
        return new String(name, StandardCharsets.ISO_8859_1);
    }
}
