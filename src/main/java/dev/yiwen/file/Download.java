package dev.yiwen.file;

import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The answer that carries a file: a browser shows pictures, saves the rest, and runs nothing in any. */
public final class Download {
    private Download() {}

    public static Response of(Files.Opened opened) {
        var file = opened.file();
        var name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(opened.content(), file.mediaType())
                .header(
                        "Content-Disposition",
                        (file.picture() ? "inline" : "attachment") + "; filename*=UTF-8''" + name)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cache-Control", "private, max-age=86400, immutable")
                .build();
    }
}
