package dev.yiwen.channel.voice;

import dev.yiwen.channel.voice.audio.AudioSocket;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets nobody report calls but the telephony system: 401 before the socket opens, or before a body is read. */
@ApplicationScoped
class VoiceGate implements HttpUpgradeCheck {
    private static final int UNAUTHORIZED = 401;
    private static final int SHORTEST = 20;
    private static final String SCHEME = "Bearer ";

    private final Optional<byte[]> token;

    VoiceGate(VoiceConfig config) {
        token = config.token().filter(it -> !it.isBlank()).map(VoiceGate::checked);
    }

    @Override
    public boolean appliesTo(String endpointId) {
        return endpointId.equals(CallSocket.class.getName()) || endpointId.equals(AudioSocket.class.getName());
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        return opens(shown(context.httpRequest()))
                ? CheckResult.permitUpgrade()
                : CheckResult.rejectUpgrade(UNAUTHORIZED);
    }

    /** Takes as long for a token that is nearly right as for any other. */
    boolean opens(Optional<String> shown) {
        return token.isPresent() && shown.isPresent() && MessageDigest.isEqual(token.get(), bytes(shown.get()));
    }

    private static Optional<String> shown(HttpServerRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header == null ? Optional.ofNullable(request.getParam("token")) : bearer(header);
    }

    static Optional<String> bearer(@Nullable String header) {
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(header.substring(SCHEME.length()).strip())
                : Optional.empty();
    }

    /** Nothing slows its guessing down, so it must be past guessing. */
    private static byte[] checked(String token) {
        if (token.length() < SHORTEST) {
            throw new IllegalArgumentException("yiwen.voice.token: needs at least " + SHORTEST + " random characters");
        }
        return bytes(token);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
