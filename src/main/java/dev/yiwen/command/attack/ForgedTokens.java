package dev.yiwen.command.attack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens that nobody issued, or that were issued for something else (RFC 8725, JSON Web Token best current practices). */
final class ForgedTokens implements Probe {
    private static final List<String> KEYS = List.of("secret", "yiwen", "changeme", "\0".repeat(32), "a".repeat(32));

    private record Attempt(String what, String token) {}

    @Override
    public String name() {
        return "forged and misused tokens";
    }

    @Override
    public ProbeResult on(Target target) throws IOException, InterruptedException {
        var result = new ProbeResult();
        var staff = target.signIn(target.staff("SUPERVISOR"));
        var customer = target.visitor();
        for (var attempt : attempts(staff, customer)) {
            int rest =
                    target.call(attempt.token(), "GET", "/api/v1/tickets", "").statusCode();
            result.expect(rest == 401, attempt.what() + ": REST gave " + rest);
            result.expect(
                    !opens(target, "/ws/v1/agent", attempt.token()), attempt.what() + ": the agents' socket opened");
            result.expect(!opens(target, "/ws/v1/chat", attempt.token()), attempt.what() + ": the chat opened");
        }
        misused(target, staff, customer, result);
        return result;
    }

    private static void misused(Target target, String staff, String customer, ProbeResult result)
            throws IOException, InterruptedException {
        result.expect(!opens(target, "/ws/v1/agent", customer), "a customer's token opened the agents' socket");
        result.expect(!opens(target, "/ws/v1/chat", staff), "a member of staff's token opened a chat");
        int asCustomer = target.call(customer, "GET", "/api/v1/tickets", "").statusCode();
        result.expect(asCustomer == 403, "a customer's token read tickets: " + asCustomer);
        int inAddress = target.send(
                        target.request("/api/v1/tickets?token=" + staff).GET().build())
                .statusCode();
        result.expect(inAddress == 401, "a token in the address of a request counted: " + inAddress);
    }

    private static boolean opens(Target target, String path, String token) {
        try (var socket = target.socket(path, token)) {
            return !socket.hasEnded();
        } catch (IOException e) {
            return false;
        }
    }

    private static List<Attempt> attempts(String staff, String customer) {
        var attempts = new ArrayList<Attempt>();
        for (var genuine : List.of(staff, customer)) {
            var parts = genuine.split("\\.");
            var payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            var raised = payload.replaceAll("\"sub\":\"[^\"]*\"", "\"sub\":\"" + UUID.randomUUID() + "\"");
            attempts.add(new Attempt("another subject", parts[0] + "." + encoded(raised) + "." + parts[2]));
            attempts.add(new Attempt("no signature", parts[0] + "." + parts[1] + "."));
            attempts.add(new Attempt("half a signature", genuine.substring(0, genuine.length() - 20)));
            attempts.add(new Attempt("no third part", parts[0] + "." + parts[1]));
            attempts.add(new Attempt("a fourth part", genuine + "." + parts[2]));
            for (var algorithm : List.of("none", "None", "NONE", "nOnE", "")) {
                attempts.add(new Attempt(
                        "algorithm '" + algorithm + "'",
                        encoded("{\"alg\":\"" + algorithm + "\"}") + "." + parts[1] + "."));
            }
            for (var key : KEYS) {
                attempts.add(new Attempt("signed with a guessed key", signed("{\"alg\":\"HS256\"}", payload, key)));
            }
            for (var header : List.of(
                    "{\"alg\":\"HS256\",\"kid\":\"../../../../dev/null\"}",
                    "{\"alg\":\"HS256\",\"jku\":\"http://127.0.0.1:1/keys\"}",
                    "{\"alg\":\"HS256\",\"jwk\":{\"kty\":\"oct\",\"k\":\"AAAA\"}}",
                    "{\"alg\":\"RS256\"}",
                    "{\"alg\":\"HS256\",\"crit\":[\"exp\"]}")) {
                attempts.add(new Attempt("header " + header, signed(header, payload, "a".repeat(32))));
            }
        }
        attempts.add(new Attempt("words", "let-me-in"));
        attempts.add(new Attempt("dots", "..."));
        attempts.add(new Attempt("a long one", "a".repeat(4000)));
        return attempts;
    }

    private static String signed(String header, String payload, String key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var content = encoded(header) + "." + encoded(payload);
            var signature = mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
            return content + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
