package dev.yiwen.identity.phone;

import dev.yiwen.shared.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jboss.logging.Logger;

/** Has a text message sent, by one signed request (Standard Webhooks, {@code v1}) to the operator's connector. */
@Singleton
final class SmsPort {
    private static final Logger LOG = Logger.getLogger(SmsPort.class);
    private static final String BEGINNING = "whsec_";
    private static final int HUNDRED = 100;
    private static final int GOOD = 2;

    private final SmsConfig config;
    private final HttpClient http;

    SmsPort(SmsConfig config, Vertx vertx) {
        this.config = config;
        this.http = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout((int) config.timeout().toMillis()));
    }

    boolean configured() {
        return config.url().filter(it -> !it.isBlank()).isPresent();
    }

    /** False when the connector did not take it; it is not tried again, for the customer can ask anew. */
    Uni<Boolean> send(String to, String text, String code) {
        var body = new JsonObject()
                .put("to", to)
                .put("text", text)
                .put("code", code)
                .encode();
        return Uni.createFrom()
                .completionStage(() -> http.request(options(body))
                        .compose(request -> request.send(Buffer.buffer(body)))
                        .map(response -> response.statusCode() / HUNDRED == GOOD)
                        .toCompletionStage())
                .ifNoItem()
                .after(config.timeout())
                .fail()
                .onFailure()
                .invoke(e -> LOG.warnf(
                        "The connector for text messages cannot be reached: %s",
                        e.getClass().getSimpleName()))
                .onFailure()
                .recoverWithItem(false);
    }

    private RequestOptions options(String body) {
        var id = Ids.next().toString();
        var at = Long.toString(Instant.now().getEpochSecond());
        var options = new RequestOptions()
                .setAbsoluteURI(config.url().orElseThrow())
                .setMethod(HttpMethod.POST)
                .setFollowRedirects(false)
                .setTimeout(config.timeout().toMillis())
                .putHeader("Content-Type", "application/json")
                .putHeader("webhook-id", id)
                .putHeader("webhook-timestamp", at);
        config.secret()
                .filter(it -> !it.isBlank())
                .ifPresent(it ->
                        options.putHeader("webhook-signature", "v1," + signature(it, id + "." + at + "." + body)));
        return options;
    }

    private static String signature(String secret, String signed) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key(secret.strip()), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] key(String secret) {
        return secret.startsWith(BEGINNING)
                ? Base64.getDecoder().decode(secret.substring(BEGINNING.length()))
                : secret.getBytes(StandardCharsets.UTF_8);
    }
}
