package dev.yiwen.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Word lists and patterns on the class path, one a line, and other texts, in UTF-8. */
public final class ResourceLines {
    private ResourceLines() {}

    /** Every line, without space around it. */
    public static List<String> all(String resource) {
        return text(resource).lines().map(String::strip).toList();
    }

    /** As it stands there: a prompt. */
    public static String text(String resource) {
        try (InputStream in =
                Objects.requireNonNull(ResourceLines.class.getClassLoader().getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without empty lines and remarks. */
    public static List<String> of(String resource) {
        return all(resource).stream().filter(ResourceLines::says).toList();
    }

    /** Whether a line is neither empty nor a remark, which begins with #. */
    public static boolean says(String line) {
        return !line.isEmpty() && !line.startsWith("#");
    }
}
