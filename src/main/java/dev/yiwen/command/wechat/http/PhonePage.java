package dev.yiwen.command.wechat.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** The page with a phone, from the class path. */
final class PhonePage {
    private static final String FOLDER = "/wechat-simulator/";
    private static final Map<String, String> FILES = Map.of(
            "/", "index.html",
            "/phone.js", "phone.js",
            "/texts.js", "texts.js",
            "/phone.css", "phone.css");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8");

    /** Empty for a path that is none of its files. */
    Optional<WireAnswer> answer(String path) {
        return Optional.ofNullable(FILES.get(path)).map(PhonePage::file);
    }

    private static WireAnswer file(String name) {
        try (var stream = PhonePage.class.getResourceAsStream(FOLDER + name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return new WireAnswer(
                    200,
                    TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain"),
                    null,
                    stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
