package dev.yiwen.command.wechat.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What goes back.
 *
 * @param fileName of what is downloaded, else null
 */
record WireAnswer(int status, String contentType, @Nullable String fileName, byte[] body) {

    static WireAnswer json(int status, JsonNode body) {
        try {
            return new WireAnswer(
                    status, "application/json; encoding=utf-8", null, WireCall.JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static WireAnswer ok(ObjectNode body) {
        return json(200, body);
    }

    static WireAnswer error(int code, String message) {
        return json(200, node().put("errcode", code).put("errmsg", message));
    }

    static WireAnswer text(int status, String contentType, String body) {
        return new WireAnswer(status, contentType, null, body.getBytes(StandardCharsets.UTF_8));
    }

    static ObjectNode node() {
        return WireCall.JSON.createObjectNode();
    }

    /** With errcode 0 before what follows. */
    static ObjectNode success() {
        return node().put("errcode", 0).put("errmsg", "ok");
    }
}
