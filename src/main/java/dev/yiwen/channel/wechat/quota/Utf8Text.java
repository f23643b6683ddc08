package dev.yiwen.channel.wechat.quota;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Text in pieces that WeChat takes: it counts bytes of UTF-8, of which a Chinese character has three. */
public final class Utf8Text {
    /** A text message of WeChat, in bytes. */
    public static final int MESSAGE = 2048;
    /** What is kept free in each for the word that there is more. */
    static final int ROOM = 88;
    /** A piece, in bytes. */
    public static final int LONGEST = MESSAGE - ROOM;

    /** The best place to cut stands first. */
    private static final List<Pattern> ENDS = List.of(
            Pattern.compile("\\n+"), Pattern.compile("[。！？!?；;…]+[”’」』）)]*|\\.\\s"), Pattern.compile("[，,、：:\\s]+"));

    private Utf8Text() {}

    public static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Cut after lines, sentences, clauses, and only where there are none after a character. Together they say the same. */
    public static List<String> pieces(String text) {
        var pieces = new ArrayList<String>();
        var rest = text.strip();
        while (bytes(rest) > LONGEST) {
            int cut = cut(rest, longest(rest));
            pieces.add(rest.substring(0, cut).strip());
            rest = rest.substring(cut).strip();
        }
        if (!rest.isEmpty()) {
            pieces.add(rest);
        }
        return List.copyOf(pieces);
    }

    /** How many chars of it fit, never half of a pair. */
    private static int longest(String text) {
        int bytes = 0;
        int at = 0;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
            if (bytes > LONGEST) {
                break;
            }
            at += Character.charCount(point);
        }
        return at;
    }

    /** Not in the first half: a short message and a long one read worse than two. */
    private static int cut(String text, int limit) {
        for (var end : ENDS) {
            int found = -1;
            var matcher = end.matcher(text).region(0, limit);
            while (matcher.find()) {
                found = matcher.end();
            }
            if (found > limit / 2) {
                return found;
            }
        }
        return limit;
    }
}
