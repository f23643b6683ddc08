package dev.yiwen.command.wechat.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import dev.yiwen.command.wechat.platform.PlatformError;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request as it came. */
record WireCall(String method, String path, Map<String, String> query, String contentType, byte[] body) {
    static final int LARGEST = 25 << 20;
    static final ObjectMapper JSON = new ObjectMapper();

    /** Null where the body is larger than {@link #LARGEST}. */
    static @Nullable WireCall of(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            return null;
        }
        var type = exchange.getRequestHeaders().getFirst("Content-Type");
        return new WireCall(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                query(exchange.getRequestURI().getRawQuery()),
                type == null ? "" : type,
                body);
    }

    private static Map<String, String> query(@Nullable String raw) {
        var query = new LinkedHashMap<String, String>();
        if (raw != null) {
            for (var part : raw.split("&")) {
                var pair = part.split("=", 2);
                query.put(pair[0], pair.length > 1 ? URLDecoder.decode(pair[1], StandardCharsets.UTF_8) : "");
            }
        }
        return query;
    }

    String asked(String name) {
        return query.getOrDefault(name, "");
    }

    /** The body as the platform reads it: by POST, and JSON, whatever it calls itself. */
    JsonNode json() {
        if (!method.equals("POST")) {
            throw PlatformError.NEEDS_POST.refusal();
        }
        try {
            var node = JSON.readTree(body);
            if (node == null || !node.isObject()) {
                throw PlatformError.NOT_JSON.refusal();
            }
            return node;
        } catch (JsonProcessingException e) {
            throw PlatformError.NOT_JSON.refusal();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
