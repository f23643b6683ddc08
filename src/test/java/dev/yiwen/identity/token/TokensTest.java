package dev.yiwen.identity.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.Configured;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.Customers;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Configured.class)
class TokensTest {

    @Inject
    Tokens tokens;

    @Inject
    People people;

    @Inject
    Customers customers;

    @Inject
    SigningSecret secret;

    @Test
    void knows_the_customer_of_its_own_token() {
        var customer = people.visitor();

        assertThat(verify(people.token(customer))).contains(customer);
    }

    @Test
    void a_staff_token_is_nobodys_customer() {
        var token = people.token(people.staff(Role.AGENT));

        assertThat(verify(token)).isEmpty();
    }

    @Test
    void a_customers_token_opens_no_staff_resource() {
        var token = people.token(people.visitor());

        given().header("Authorization", "Bearer " + token)
                .get("/api/v1/staff")
                .then()
                .statusCode(403);
    }

    @Test
    void a_token_in_the_address_counts_on_sockets_only() {
        var token = people.token(people.staff(Role.ADMIN));

        given().get("/api/v1/staff?token=" + token).then().statusCode(401);
    }

    @Test
    void refuses_nonsense_and_changed_tokens() {
        var token = people.token(people.visitor());

        assertThat(verify("nonsense")).isEmpty();
        assertThat(verify("")).isEmpty();
        assertThat(verify(token.substring(0, token.length() - 4) + "AAAA")).isEmpty();
    }

    @Test
    void refuses_an_own_token_that_has_expired() throws Exception {
        var claims = new JwtClaims();
        claims.setIssuer("yiwen");
        claims.setAudience("customer");
        claims.setSubject(people.visitor().value().toString());
        claims.setExpirationTimeMinutesInTheFuture(-1);

        var token = sign(claims, secret.key().await().indefinitely(), AlgorithmIdentifiers.HMAC_SHA256);

        assertThat(verify(token)).isEmpty();
    }

    @Test
    void a_host_applications_member_keeps_one_customer_with_the_latest_name() throws Exception {
        var subject = UUID.randomUUID().toString();

        var first = verify(hostToken(claims -> claims.setSubject(subject)));
        var second = verify(hostToken(claims -> {
            claims.setSubject(subject);
            claims.setClaim("name", "王女士");
            claims.setClaim("tier", 3);
        }));

        assertThat(first).isPresent();
        assertThat(second).isEqualTo(first);
        var customer = customers.find(second.orElseThrow()).await().indefinitely();
        assertThat(customer.name()).isEqualTo("王女士");
        assertThat(customer.tier()).isEqualTo(3);
        assertThat(customer.externalId()).isEqualTo(subject);
    }

    @Test
    void refuses_a_host_token_that_has_expired_or_never_does() throws Exception {
        assertThat(verify(hostToken(claims -> claims.setExpirationTimeMinutesInTheFuture(-5))))
                .isEmpty();
        assertThat(verify(hostToken(claims -> claims.unsetClaim("exp")))).isEmpty();
    }

    @Test
    void refuses_a_host_token_without_a_subject() throws Exception {
        assertThat(verify(hostToken(claims -> claims.unsetClaim("sub")))).isEmpty();
    }

    @Test
    void refuses_a_host_token_of_another_algorithm() throws Exception {
        var claims = hostClaims();
        var key = new HmacKey((Configured.HOST_KEY + Configured.HOST_KEY).getBytes(StandardCharsets.UTF_8));
        var unsigned = new JsonWebSignature();
        unsigned.setPayload(claims.toJson());
        unsigned.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
        unsigned.setAlgorithmConstraints(org.jose4j.jwa.AlgorithmConstraints.ALLOW_ONLY_NONE);

        assertThat(verify(unsigned.getCompactSerialization())).isEmpty();
        assertThat(verify(sign(claims, key, AlgorithmIdentifiers.HMAC_SHA512))).isEmpty();
    }

    @Test
    void a_host_token_makes_nobody_staff() throws Exception {
        var admin = people.staff(Role.ADMIN);
        var token = hostToken(claims -> {
            claims.setIssuer("yiwen");
            claims.setAudience("staff");
            claims.setSubject(admin.id().value().toString());
            claims.setClaim("epoch", 1);
        });

        given().header("Authorization", "Bearer " + token)
                .get("/api/v1/staff")
                .then()
                .statusCode(org.hamcrest.Matchers.not(200));
    }

    private Optional<CustomerId> verify(String token) {
        return tokens.verifyCustomer(token).await().indefinitely().map(CustomerToken::customer);
    }

    private static JwtClaims hostClaims() {
        var claims = new JwtClaims();
        claims.setSubject(UUID.randomUUID().toString());
        claims.setExpirationTimeMinutesInTheFuture(5);
        return claims;
    }

    private static String hostToken(Consumer<JwtClaims> change) throws Exception {
        var claims = hostClaims();
        change.accept(claims);
        return sign(
                claims,
                new HmacKey(Configured.HOST_KEY.getBytes(StandardCharsets.UTF_8)),
                AlgorithmIdentifiers.HMAC_SHA256);
    }

    private static String sign(JwtClaims claims, java.security.Key key, String algorithm) throws Exception {
        var signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key);
        signature.setAlgorithmHeaderValue(algorithm);
        return signature.getCompactSerialization();
    }
}
