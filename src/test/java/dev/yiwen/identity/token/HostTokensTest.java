package dev.yiwen.identity.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.BehindTls;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.CustomerIdentities;
import dev.yiwen.identity.CustomerIdentities.Outside;
import dev.yiwen.identity.Customers;
import dev.yiwen.identity.IdentityKind;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.Test;

/** A host application that signs with a private key. */
@QuarkusTest
@TestProfile(BehindTls.class)
class HostTokensTest {
    @Inject
    Tokens tokens;

    @Inject
    Customers customers;

    @Inject
    CustomerIdentities identities;

    @Inject
    Pool database;

    @Test
    void believes_a_token_signed_with_the_private_key() throws Exception {
        assertThat(verify(sign(claims("yiwen-chat"), privateKey(), AlgorithmIdentifiers.RSA_USING_SHA256)))
                .isPresent();
    }

    @Test
    void keeps_what_the_host_application_says_of_its_member_last() throws Exception {
        var claims = claims("yiwen-chat");
        claims.setClaim("tags", List.of("VIP", " 老年客户 ", "", 7, "x".repeat(17)));
        var key = privateKey();
        var customer =
                verify(sign(claims, key, AlgorithmIdentifiers.RSA_USING_SHA256)).orElseThrow();
        assertThat(customers.find(customer).await().indefinitely().hostTags()).containsExactly("VIP", "老年客户");

        claims.setClaim("tags", "VIP");
        verify(sign(claims, key, AlgorithmIdentifiers.RSA_USING_SHA256));

        assertThat(customers.find(customer).await().indefinitely().hostTags()).isEmpty();
    }

    @Test
    void believes_where_the_member_lives_before_what_a_telephone_number_tells() throws Exception {
        var claims = claims("yiwen-chat");
        claims.setClaim("address", Map.of("region", " 四川省 "));
        var key = privateKey();
        var customer =
                verify(sign(claims, key, AlgorithmIdentifiers.RSA_USING_SHA256)).orElseThrow();
        assertThat(region(customer)).isEqualTo("四川省 PROFILE");

        claims.setClaim("address", "成都");
        assertThat(verify(sign(claims, key, AlgorithmIdentifiers.RSA_USING_SHA256)))
                .isPresent();

        assertThat(region(customer)).as("what is not so written says nothing").isEqualTo("四川省 PROFILE");
    }

    private String region(CustomerId customer) {
        return database.preparedQuery(
                        "select region || ' ' || source as said from customer_region where customer_id = $1")
                .execute(Tuple.of(customer.value()))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getString("said");
    }

    @Test
    void joins_whom_the_host_application_vouches_for_and_never_two_of_its_members() throws Exception {
        var union = "u" + UUID.randomUUID();
        var writer = new Outside(IdentityKind.MP, "wxvouched", "o" + UUID.randomUUID());
        identities.writer(writer).await().indefinitely();
        identities.sameUnion(writer, union).await().indefinitely();
        var number = "+86138" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);
        customers.caller(number).await().indefinitely();
        var claims = claims("yiwen-chat");
        claims.setClaim("wechat_unionid", union);
        claims.setClaim("phone_number", number);

        var member = verify(sign(claims, privateKey(), AlgorithmIdentifiers.RSA_USING_SHA256))
                .orElseThrow();

        assertThat(known(writer)).isEqualTo(member);
        assertThat(customers.caller(number).await().indefinitely().id())
                .as("A number that nobody verified")
                .isNotEqualTo(member);
        claims.setClaim("phone_number_verified", true);
        verify(sign(claims, privateKey(), AlgorithmIdentifiers.RSA_USING_SHA256));
        assertThat(customers.caller(number).await().indefinitely().id()).isEqualTo(member);

        claims.setSubject(UUID.randomUUID().toString());
        var another = verify(sign(claims, privateKey(), AlgorithmIdentifiers.RSA_USING_SHA256))
                .orElseThrow();
        assertThat(another).isNotEqualTo(member);
        assertThat(known(writer)).isEqualTo(member);
    }

    private CustomerId known(Outside outside) {
        return identities.find(outside).await().indefinitely().orElseThrow().customer();
    }

    @Test
    void refuses_a_token_for_another_audience() throws Exception {
        assertThat(verify(sign(claims("another"), privateKey(), AlgorithmIdentifiers.RSA_USING_SHA256)))
                .isEmpty();
    }

    @Test
    void refuses_the_public_key_passed_off_as_a_secret() throws Exception {
        var publicKey = new HmacKey(System.getProperty(BehindTls.PUBLIC_KEY).getBytes(StandardCharsets.UTF_8));

        assertThat(verify(sign(claims("yiwen-chat"), publicKey, AlgorithmIdentifiers.HMAC_SHA256)))
                .isEmpty();
    }

    @Test
    void refuses_a_token_without_audience_or_of_another_issuer() throws Exception {
        refuses(claims -> claims.unsetClaim("aud"));
        refuses(claims -> claims.setIssuer("https://other.example"));
        refuses(claims -> claims.unsetClaim("iss"));
    }

    @Test
    void refuses_a_token_that_does_not_end_or_not_within_a_day() throws Exception {
        refuses(claims -> claims.unsetClaim("exp"));
        refuses(claims -> claims.setExpirationTimeMinutesInTheFuture(25 * 60));
        refuses(claims -> claims.setExpirationTimeMinutesInTheFuture(-2));
    }

    @Test
    void refuses_a_token_from_the_future() throws Exception {
        refuses(claims -> claims.setNotBeforeMinutesInThePast(-2));
        refuses(claims ->
                claims.setIssuedAt(NumericDate.fromSeconds(NumericDate.now().getValue() + 120)));
    }

    @Test
    void takes_no_caller_from_a_host_application() throws Exception {
        refuses(claims -> claims.setSubject("tel:+8613800000000"));
        refuses(claims -> claims.setSubject("TEL:13800000000"));
        refuses(claims -> claims.setSubject("a\u0000b"));
        refuses(claims -> claims.setSubject("x".repeat(129)));
    }

    @Test
    void refuses_a_token_without_signature() throws Exception {
        var body = Base64.getUrlEncoder().withoutPadding();
        var payload = body.encodeToString(claims("yiwen-chat").toJson().getBytes(StandardCharsets.UTF_8));
        for (var algorithm : List.of("none", "None", "RS256", "HS256")) {
            var header = body.encodeToString(("{\"alg\":\"" + algorithm + "\"}").getBytes(StandardCharsets.UTF_8));
            assertThat(verify(header + "." + payload + ".")).as(algorithm).isEmpty();
        }
    }

    @Test
    void keeps_a_name_as_text_can_be_kept() throws Exception {
        var claims = claims("yiwen-chat");
        claims.setClaim("name", "王\u0000芳 " + "😀".repeat(100));
        var customer = verify(sign(claims, privateKey(), AlgorithmIdentifiers.RSA_USING_SHA256))
                .orElseThrow();

        assertThat(customers.find(customer).await().indefinitely().name()).isEqualTo("王芳 " + "😀".repeat(61));
    }

    private void refuses(Consumer<JwtClaims> change) throws Exception {
        var claims = claims("yiwen-chat");
        change.accept(claims);
        assertThat(verify(sign(claims, privateKey(), AlgorithmIdentifiers.RSA_USING_SHA256)))
                .as(claims.toJson())
                .isEmpty();
    }

    private Optional<CustomerId> verify(String token) {
        return tokens.verifyCustomer(token).await().indefinitely().map(CustomerToken::customer);
    }

    // Profile and test are loaded by different class loaders, so the key travels as a system property.
    private static java.security.Key privateKey() throws GeneralSecurityException {
        var encoded = Base64.getDecoder().decode(System.getProperty(BehindTls.PRIVATE_KEY));
        return java.security.KeyFactory.getInstance("RSA")
                .generatePrivate(new java.security.spec.PKCS8EncodedKeySpec(encoded));
    }

    private static JwtClaims claims(String audience) {
        var claims = new JwtClaims();
        claims.setSubject(UUID.randomUUID().toString());
        claims.setIssuer("https://app.example");
        claims.setAudience(audience);
        claims.setExpirationTimeMinutesInTheFuture(5);
        return claims;
    }

    private static String sign(JwtClaims claims, java.security.Key key, String algorithm) throws Exception {
        var signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key);
        signature.setAlgorithmHeaderValue(algorithm);
        return signature.getCompactSerialization();
    }
}
