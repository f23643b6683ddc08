package dev.yiwen.identity.token;

import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.Customers;
import dev.yiwen.identity.IdentityConfig;
import dev.yiwen.identity.StaffId;
import dev.yiwen.identity.session.SessionId;
import dev.yiwen.identity.session.StandingSessions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.security.Key;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** Tokens of customers and of staff: JWTs signed with HS256 by this installation, or by the host application. */
@Singleton
public final class Tokens {
    private static final String ISSUER = "yiwen";
    private static final String CUSTOMER = "customer";
    private static final String STAFF = "staff";
    private static final String ASSIST = "assist";
    private static final String EPOCH = "epoch";
    private static final String SESSION = "sid";
    private static final AlgorithmConstraints HS256 =
            new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.HMAC_SHA256);

    private final SigningSecret secret;
    private final HostTokens hostTokens;
    private final Customers customers;
    private final IdentityConfig config;

    Tokens(SigningSecret secret, HostTokens hostTokens, Customers customers, IdentityConfig config) {
        this.secret = secret;
        this.customers = customers;
        this.hostTokens = hostTokens;
        this.config = config;
    }

    /** What a session's token says; whether the session still stands is for {@link StandingSessions} to know. */
    public record StaffToken(SessionId session, Instant endsAt) {}

    /**
     * What an assist panel's token says.
     *
     * @param session with which it ends; null when the host application vouched for the person
     */
    record AssistToken(StaffId staff, int epoch, @Nullable SessionId session, Instant endsAt) {}

    public Uni<String> customer(CustomerId customer) {
        var claims = claims(CUSTOMER, customer.value(), Instant.now().plus(config.customerToken()));
        return secret.key().map(key -> sign(claims, key));
    }

    /** Empty for anything but a valid token of a customer who is not erased, ours or the host application's. */
    public Uni<Optional<CustomerToken>> verifyCustomer(String token) {
        return verify(token, CUSTOMER)
                .map(claims ->
                        claims.flatMap(it -> subject(it).map(id -> new CustomerToken(CustomerId.of(id), expiry(it)))))
                .chain(own -> own.isPresent() ? standing(own.get()) : hostTokens.customer(token));
    }

    private Uni<Optional<CustomerToken>> standing(CustomerToken own) {
        return customers.standing(own.customer()).map(found -> found.map(it -> new CustomerToken(it, own.endsAt())));
    }

    public Uni<String> staff(StaffId staff, SessionId session, Instant until) {
        var claims = claims(STAFF, staff.value(), until);
        claims.setClaim(SESSION, session.value().toString());
        return secret.key().map(key -> sign(claims, key));
    }

    public Uni<Optional<StaffToken>> verifyStaff(String token) {
        return verify(token, STAFF)
                .map(claims -> claims.flatMap(it -> session(it).map(id -> new StaffToken(id, expiry(it)))));
    }

    /** Good for the assist panel alone, for a few minutes, and no longer than the session. */
    Uni<String> assist(StaffId staff, int epoch, @Nullable SessionId session) {
        var claims = claims(ASSIST, staff.value(), Instant.now().plus(config.assistToken()));
        claims.setClaim(EPOCH, epoch);
        if (session != null) {
            claims.setClaim(SESSION, session.value().toString());
        }
        return secret.key().map(key -> sign(claims, key));
    }

    Uni<Optional<AssistToken>> verifyAssist(String token) {
        return verify(token, ASSIST).map(claims -> claims.flatMap(Tokens::assist));
    }

    private Uni<Optional<JwtClaims>> verify(String token, String audience) {
        return secret.key().map(key -> verify(token, audience, key));
    }

    private static Optional<JwtClaims> verify(String token, String audience, Key key) {
        var consumer = new JwtConsumerBuilder()
                .setVerificationKey(key)
                .setJwsAlgorithmConstraints(HS256)
                .setRequireExpirationTime()
                .setRequireSubject()
                .setExpectedIssuer(ISSUER)
                .setExpectedAudience(audience)
                .build();
        try {
            return Optional.of(consumer.processToClaims(token));
        } catch (InvalidJwtException e) {
            return Optional.empty();
        }
    }

    private static JwtClaims claims(String audience, UUID subject, Instant until) {
        var claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience(audience);
        claims.setSubject(subject.toString());
        claims.setIssuedAtToNow();
        claims.setExpirationTime(NumericDate.fromMilliseconds(until.toEpochMilli()));
        return claims;
    }

    private static String sign(JwtClaims claims, Key key) {
        var signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key);
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("cannot sign a token", e);
        }
    }

    private static Optional<UUID> subject(JwtClaims claims) {
        try {
            return uuid(claims.getSubject());
        } catch (MalformedClaimException e) {
            return Optional.empty();
        }
    }

    private static Optional<SessionId> session(JwtClaims claims) {
        return claims.getClaimValue(SESSION) instanceof String id ? uuid(id).map(SessionId::of) : Optional.empty();
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<AssistToken> assist(JwtClaims claims) {
        return claims.getClaimValue(EPOCH) instanceof Number epoch
                ? subject(claims)
                        .map(id -> new AssistToken(
                                StaffId.of(id),
                                epoch.intValue(),
                                session(claims).orElse(null),
                                expiry(claims)))
                : Optional.empty();
    }

    private static Instant expiry(JwtClaims claims) {
        try {
            return Instant.ofEpochMilli(claims.getExpirationTime().getValueInMillis());
        } catch (MalformedClaimException e) {
            return Instant.EPOCH;
        }
    }
}
