package dev.yiwen.file;

import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The answer that carries a file: a browser shows pictures, saves the rest, and runs nothing in any. */
public final class Download {
    private Download() {}

    public static Response of(Files.Opened opened) {
        var file = opened.file();
        return Response.ok(opened.content(), file.mediaType())
                .header("Content-Disposition", (file.picture() ? "inline" : "attachment") + names(file.name()))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cache-Control", "private, max-age=86400, immutable")
                .build();
    }

    /** For every client what it can read (RFC 6266, appendix D), and the whole name (RFC 8187, which follows RFC 5987). */
    private static String names(String name) {
        var plain = name.replaceAll("[^\\x20-\\x7E]|[\"\\\\%]", "_");
        var whole = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "; filename=\"" + plain + "\"; filename*=UTF-8''" + whole;
    }
}
