package dev.yiwen.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.TestSocket;
import dev.yiwen.identity.token.SigningSecret;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

/** A customer's socket ends with the token, says so, and another token of the same customer goes on where it was. */
@QuarkusTest
class CustomerSocketEndTest {
    @Inject
    People people;

    @Inject
    SigningSecret secret;

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init")
    URI server;

    @Test
    void ends_with_the_token_and_goes_on_with_another() throws Exception {
        var customer = people.visitor();
        var socket = TestSocket.open(server, "/ws/v1/chat", tokenFor(customer, 3));
        socket.send(Map.of("type", "hello", "afterSeq", 0));
        var before = socket.next("welcome").at("/conversation/id").asText();

        assertThat(socket.next("error").path("code").asText()).isEqualTo("unauthenticated");
        assertThat(socket.closed()).isEqualTo("1008 token-ended");

        try (var again = TestSocket.open(server, "/ws/v1/chat", people.token(customer))) {
            again.send(Map.of("type", "hello", "conversationId", before, "afterSeq", 0));
            assertThat(again.next("welcome").at("/conversation/id").asText()).isEqualTo(before);
        }
    }

    private String tokenFor(CustomerId customer, int seconds) throws Exception {
        var claims = new JwtClaims();
        claims.setIssuer("yiwen");
        claims.setAudience("customer");
        claims.setSubject(customer.value().toString());
        var end = NumericDate.now();
        end.addSeconds(seconds);
        claims.setExpirationTime(end);
        var signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(secret.key().await().indefinitely());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        return signature.getCompactSerialization();
    }
}
