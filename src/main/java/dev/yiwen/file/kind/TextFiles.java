package dev.yiwen.file.kind;

import dev.yiwen.shared.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Texts that are nothing but texts, in the encodings that Chinese machines write. */
final class TextFiles {
    private static final List<Charset> ENCODINGS = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));
    private static final int BEGINNING = 256;
    /** Kinds that Tika sees in the words of a text; a text that is one of them may still be nothing but read. */
    private static final Set<String> NOT_ONLY_READ = Set.of("text/html", "text/x-php", "text/x-perl", "text/x-python");

    /** How files begin that a machine follows: shortcuts, registry entries, scripts, tables that fetch. */
    private static final List<String> RUN = List.of(
            "[internetshortcut]",
            "[shell]",
            "[.shellclassinfo]",
            "[desktop entry]",
            "[autorun]",
            "[version]",
            "windows registry editor",
            "regedit4",
            "@echo off",
            "#!",
            "<?",
            "<%",
            "<script",
            "<job",
            "<package",
            "<component",
            "<hta:",
            "<html",
            "<svg",
            "<!doctype",
            "id;p",
            "web\r\n1",
            "web\n1");

    private TextFiles() {}

    static boolean couldBe(String type) {
        return !NOT_ONLY_READ.contains(type)
                && (type.startsWith("text/")
                        || type.startsWith("message/")
                        || type.equals("application/octet-stream")
                        || type.equals("application/x-sh"));
    }

    /** Decodes as a whole and has no control characters. */
    static boolean is(byte[] content) {
        if (hasMark(content, 0xFF, 0xFE) || hasMark(content, 0xFE, 0xFF)) {
            return decodes(content, StandardCharsets.UTF_16);
        }
        return ENCODINGS.stream().anyMatch(it -> decodes(content, it));
    }

    /** Fails with {@code FILE_RUNS}. */
    static void requireNothingToRun(byte[] content) {
        var encoding = hasMark(content, 0xFF, 0xFE) || hasMark(content, 0xFE, 0xFF)
                ? StandardCharsets.UTF_16
                : StandardCharsets.UTF_8;
        var beginning = new String(content, 0, Math.min(BEGINNING, content.length), encoding)
                .replaceFirst("^\\uFEFF?\\s*", "")
                .toLowerCase(Locale.ROOT);
        if (RUN.stream().anyMatch(beginning::startsWith)) {
            throw new Problem(Problem.Kind.FILE_RUNS, "The text is one that a machine might run.");
        }
    }

    private static boolean hasMark(byte[] content, int first, int second) {
        return content.length >= 2 && (content[0] & 0xFF) == first && (content[1] & 0xFF) == second;
    }

    private static boolean decodes(byte[] content, Charset encoding) {
        try {
            var text = encoding.newDecoder().decode(ByteBuffer.wrap(content));
            while (text.hasRemaining()) {
                char next = text.get();
                if (Character.isISOControl(next) && next != '\n' && next != '\r' && next != '\t' && next != '\f') {
                    return false;
                }
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
