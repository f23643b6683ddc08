package dev.yiwen.file.store;

import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Amazon's signature of a request, version 4, as a store checks it. */
final class Signature {
    private static final Pattern AUTHORIZATION = Pattern.compile(
            "AWS4-HMAC-SHA256 Credential=[^/]+/(\\d{8})/([^/]+)/s3/aws4_request, SignedHeaders=([^,]+), Signature=(\\w+)");

    private Signature() {}

    static boolean isValid(HttpExchange request, byte[] body, String secret) {
        var headers = request.getRequestHeaders();
        var given = AUTHORIZATION.matcher(Objects.requireNonNullElse(headers.getFirst("Authorization"), ""));
        var payload = headers.getFirst("x-amz-content-sha256");
        if (!given.matches()
                || payload == null
                || !(payload.equals(hash(body)) || payload.equals("UNSIGNED-PAYLOAD"))) {
            return false;
        }
        var signed = given.group(3).split(";");
        var canonical = String.join(
                "\n",
                request.getRequestMethod(),
                request.getRequestURI().getRawPath(),
                query(request.getRequestURI().getRawQuery()),
                Arrays.stream(signed)
                        .map(name -> name + ":" + headers.getFirst(name).strip() + "\n")
                        .collect(Collectors.joining()),
                given.group(3),
                payload);
        var scope = given.group(1) + "/" + given.group(2) + "/s3/aws4_request";
        var toSign = "AWS4-HMAC-SHA256\n" + headers.getFirst("x-amz-date") + "\n" + scope + "\n"
                + hash(canonical.getBytes(StandardCharsets.UTF_8));
        var key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
        for (var part : scope.split("/")) {
            key = hmac(key, part);
        }
        return HexFormat.of().formatHex(hmac(key, toSign)).equals(given.group(4));
    }

    private static String query(String raw) {
        return raw == null
                ? ""
                : Arrays.stream(raw.split("&"))
                        .map(it -> it.contains("=") ? it : it + "=")
                        .sorted()
                        .collect(Collectors.joining("&"));
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
