package dev.yiwen.knowledge.importing.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of a file in the encoding that it has: a byte order mark says it; else strict UTF-8, since text that is valid UTF-8 by
 * chance is none that Chinese spreadsheets write; else GB18030.
 *
 * @param charset as people call it
 * @param broken offsets of bytes, from 0, that are no text; U+FFFD stands in their place
 */
record DecodedText(String text, String charset, List<Integer> broken) {
    static final char REPLACEMENT = '\uFFFD';

    private static final Charset CHINESE = Charset.forName("GB18030");
    /** Part of the bytes beyond ASCII that make whole UTF-8 characters, above which a text is UTF-8 with a fault. */
    private static final double MOSTLY = 0.6;
    /** Part of the signs that must be of the kinds that people write. */
    private static final double WRITTEN = 0.9;

    static DecodedText of(byte[] file) {
        if (begins(file, 0xEF, 0xBB, 0xBF)) {
            return decode(file, 3, StandardCharsets.UTF_8, "UTF-8");
        }
        if (begins(file, 0xFF, 0xFE)) {
            return decode(file, 2, StandardCharsets.UTF_16LE, "UTF-16");
        }
        if (begins(file, 0xFE, 0xFF)) {
            return decode(file, 2, StandardCharsets.UTF_16BE, "UTF-16");
        }
        var wide = withoutMark(file);
        if (wide != null) {
            return wide;
        }
        var plain = decode(file, 0, StandardCharsets.UTF_8, "UTF-8");
        return plain.broken.isEmpty() || shareOfUtf8(file) > MOSTLY ? plain : decode(file, 0, CHINESE, "GB18030");
    }

    /** Line from 1 of an offset in bytes, in the file. */
    static int line(byte[] file, int offset) {
        int line = 1;
        for (int i = 0; i < Math.min(offset, file.length); i++) {
            line += file[i] == '\n' ? 1 : 0;
        }
        return line;
    }

    private static boolean begins(byte[] file, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (file.length <= i || (file[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** UTF-16 that does not say so: zero bytes, which no other text has, and signs as people write them when read so. */
    private static @Nullable DecodedText withoutMark(byte[] file) {
        boolean zero = false;
        for (byte b : file) {
            zero |= b == 0;
        }
        if (!zero || file.length % 2 != 0) {
            return null;
        }
        var little = decode(file, 0, StandardCharsets.UTF_16LE, "UTF-16");
        var big = decode(file, 0, StandardCharsets.UTF_16BE, "UTF-16");
        var better = shareOfWritten(little.text) >= shareOfWritten(big.text) ? little : big;
        return better.broken.isEmpty() && shareOfWritten(better.text) > WRITTEN ? better : null;
    }

    private static double shareOfWritten(String text) {
        long written = text.chars()
                .filter(it -> it >= 0x4E00 && it <= 0x9FFF
                        || it >= ' ' && it <= '~'
                        || it == '\n'
                        || it == '\r'
                        || it == '\t'
                        || it >= 0x2000 && it <= 0x206F
                        || it >= 0x3000 && it <= 0x303F
                        || it >= 0xFF00 && it <= 0xFFEF)
                .count();
        return text.isEmpty() ? 0 : (double) written / text.length();
    }

    private static DecodedText decode(byte[] file, int from, Charset charset, String name) {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var in = ByteBuffer.wrap(file, from, file.length - from);
        var out = CharBuffer.allocate(file.length - from + 16);
        var broken = new ArrayList<Integer>();
        while (true) {
            var result = decoder.decode(in, out, true);
            if (!result.isError()) {
                break;
            }
            broken.add(in.position());
            in.position(in.position() + result.length());
            out.put(REPLACEMENT);
        }
        decoder.flush(out);
        var text = out.flip().toString();
        // A file that was joined with another has its mark at the beginning of a line.
        var unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return new DecodedText(unmarked.replace("\n\uFEFF", "\n"), name, List.copyOf(broken));
    }

    private static double shareOfUtf8(byte[] file) {
        int beyond = 0;
        int whole = 0;
        for (int i = 0; i < file.length; i++) {
            int lead = file[i] & 0xFF;
            if (lead < 0x80) {
                continue;
            }
            int length = lead >= 0xF0 && lead <= 0xF4 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1;
            int end = i + 1;
            while (end < i + length && end < file.length && (file[end] & 0xC0) == 0x80) {
                end++;
            }
            beyond += end - i;
            if (length > 1 && end == i + length) {
                whole += length;
            }
            i = end - 1;
        }
        return beyond == 0 ? 1 : (double) whole / beyond;
    }
}
