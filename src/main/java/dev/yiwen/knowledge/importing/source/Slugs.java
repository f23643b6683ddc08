package dev.yiwen.knowledge.importing.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of articles: {@code topic/name}. */
public final class Slugs {
    private static final Pattern KEY = Pattern.compile("(?=.{1,120}$)[\\p{L}\\p{N}._-]+(/[\\p{L}\\p{N}._-]+)*");
    private static final Pattern NAME = Pattern.compile("(?=.{1,200}$)[^/\\p{Cntrl}]+(/[^/\\p{Cntrl}]+)+");
    private static final Pattern NOT_NAME = Pattern.compile("[^\\p{L}\\p{N}_-]+");
    private static final Pattern EDGES = Pattern.compile("^-+|-+$");
    private static final int LONGEST_TOPIC = 60;

    private Slugs() {}

    /** What an export wrote may be any name of a file. */
    static boolean isKey(String key) {
        return KEY.matcher(key).matches() || NAME.matcher(key).matches();
    }

    /** A topic of whatever somebody calls one; {@code otherwise} when nothing is left. */
    static String topic(String name, String otherwise) {
        var topic =
                EDGES.matcher(NOT_NAME.matcher(name.strip()).replaceAll("-")).replaceAll("");
        var cut = topic.length() > LONGEST_TOPIC ? topic.substring(0, LONGEST_TOPIC) : topic;
        return cut.isEmpty() ? otherwise : cut;
    }

    /** The same for the same question, however it is punctuated. */
    static String of(String topic, String question) {
        return topic + "/" + digest(question.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", ""));
    }

    private static String digest(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A file's name without folders and extension. */
    static String stem(String file) {
        var name = file.substring(file.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
