package dev.yiwen.identity.token;

import dev.yiwen.identity.Customers;
import dev.yiwen.identity.IdentityConfig;
import dev.yiwen.identity.Member;
import dev.yiwen.shared.StorableText;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.HmacKey;

/**
 * JWTs with which the host application signs its members in. The algorithm follows from the configured key, never from
 * the token, so that a public key cannot be passed off as an HMAC secret.
 */
@Singleton
final class HostTokens {
    /** Tells a token for a member of staff's assist panel from one of a customer, whatever the subject. */
    private static final String PURPOSE = "purpose";

    private static final String ASSIST = "yiwen-assist";
    private static final int LONGEST_SUBJECT = 128;
    private static final int LONGEST_NAME = 64;
    private static final int HIGHEST_TIER = 9;
    private static final int LONGEST_TAG = 16;
    private static final int MOST_TAGS = 20;
    private static final int CLOCK_SKEW_SECONDS = 30;
    private static final int YEARS_SECONDS = 315_360_000;
    private static final int LONGEST_VALIDITY_MINUTES = 24 * 60;

    private final Customers customers;
    private final VouchedIdentities vouched;
    private final VouchedRegion region;
    private final Optional<JwtConsumer> consumer;

    HostTokens(Customers customers, VouchedIdentities vouched, VouchedRegion region, IdentityConfig config) {
        this.customers = customers;
        this.vouched = vouched;
        this.region = region;
        this.consumer = config.hostJwt().key().filter(it -> !it.isBlank()).map(key -> consumer(key, config.hostJwt()));
    }

    Uni<Optional<CustomerToken>> customer(String token) {
        var claims = claims(token).filter(it -> it.getClaimValue(PURPOSE) == null);
        return claims.flatMap(HostTokens::member)
                .map(member -> customers
                        .returned(member, issuedAt(claims.orElseThrow()))
                        .chain(found -> found.map(it -> vouched.take(member.externalId(), it, claims.orElseThrow())
                                        .call(customer -> region.take(customer, claims.orElseThrow()))
                                        .map(Optional::of))
                                .orElseGet(() -> Uni.createFrom().item(Optional.empty())))
                        .map(found -> found.map(it -> new CustomerToken(it, endsAt(claims.orElseThrow())))))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    /** The login of the member of staff beside whom the host application shows the assist panel. */
    Optional<String> assisted(String token) {
        return claims(token)
                .filter(it -> ASSIST.equals(it.getClaimValue(PURPOSE)))
                .map(HostTokens::subject);
    }

    private Optional<JwtClaims> claims(String token) {
        try {
            return consumer.isEmpty()
                    ? Optional.empty()
                    : Optional.of(consumer.get().processToClaims(token));
        } catch (InvalidJwtException e) {
            return Optional.empty();
        }
    }

    /** A token that does not say when it was made may be as old as any. */
    private static Instant issuedAt(JwtClaims claims) {
        return claims.getClaimValue("iat") instanceof Number seconds
                ? Instant.ofEpochSecond(
                        Math.clamp(seconds.longValue(), 0, Instant.now().getEpochSecond()))
                : Instant.EPOCH;
    }

    /** The consumer has required one. */
    private static String subject(JwtClaims claims) {
        try {
            return claims.getSubject();
        } catch (MalformedClaimException e) {
            return "";
        }
    }

    /** As long as it is believed. The consumer has required an end. */
    private static Instant endsAt(JwtClaims claims) {
        try {
            return Instant.ofEpochMilli(claims.getExpirationTime().getValueInMillis())
                    .plusSeconds(CLOCK_SKEW_SECONDS);
        } catch (MalformedClaimException e) {
            return Instant.EPOCH;
        }
    }

    private static Optional<Member> member(JwtClaims claims) {
        var subject = subject(claims);
        if (subject.isBlank()
                || subject.length() > LONGEST_SUBJECT
                || !StorableText.of(subject).equals(subject)
                || Customers.isReserved(subject)) {
            return Optional.empty();
        }
        var name = claims.getClaimValue("name") instanceof String text
                ? cut(StorableText.of(text).strip())
                : "";
        var tier = claims.getClaimValue("tier") instanceof Number number
                ? Math.clamp(number.longValue(), 0, HIGHEST_TIER)
                : 0;
        return Optional.of(new Member(subject, name.isEmpty() ? null : name, tier, tags(claims)));
    }

    /** Not through the middle of a character. */
    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_NAME
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_NAME)).strip();
    }

    /** What is no list of short texts says nothing. */
    private static List<String> tags(JwtClaims claims) {
        return claims.getClaimValue("tags") instanceof List<?> given
                ? given.stream()
                        .filter(String.class::isInstance)
                        .map(it -> StorableText.of((String) it).strip())
                        .filter(it -> !it.isEmpty() && it.length() <= LONGEST_TAG)
                        .distinct()
                        .limit(MOST_TAGS)
                        .toList()
                : List.of();
    }

    private static JwtConsumer consumer(String key, IdentityConfig.HostJwt config) {
        var issuer = config.issuer().filter(it -> !it.isBlank());
        var audience = config.audience().filter(it -> !it.isBlank());
        if (issuer.isPresent() && audience.isEmpty()) {
            throw new IllegalArgumentException(
                    "yiwen.identity.host-jwt.audience: needed with an issuer, whose tokens may be"
                            + " meant for others");
        }
        var builder = new JwtConsumerBuilder()
                .setRequireExpirationTime()
                .setRequireSubject()
                .setMaxFutureValidityInMinutes(LONGEST_VALIDITY_MINUTES)
                .setIssuedAtRestrictions(0, YEARS_SECONDS)
                .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS);
        if (key.contains("-----BEGIN")) {
            builder.setVerificationKey(publicKey(key))
                    .setJwsAlgorithmConstraints(only(AlgorithmIdentifiers.RSA_USING_SHA256));
        } else {
            builder.setVerificationKey(secret(key)).setJwsAlgorithmConstraints(only(AlgorithmIdentifiers.HMAC_SHA256));
        }
        issuer.ifPresent(builder::setExpectedIssuer);
        audience.ifPresentOrElse(builder::setExpectedAudience, builder::setSkipDefaultAudienceValidation);
        return builder.build();
    }

    private static AlgorithmConstraints only(String algorithm) {
        return new AlgorithmConstraints(ConstraintType.PERMIT, algorithm);
    }

    private static Key secret(String key) {
        var bytes = key.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < 32) {
            throw new IllegalArgumentException("yiwen.identity.host-jwt.key: an HS256 secret needs at least 32 bytes");
        }
        return new HmacKey(bytes);
    }

    private static Key publicKey(String pem) {
        var base64 = pem.replaceAll("-----(BEGIN|END) PUBLIC KEY-----", "").replaceAll("\\s", "");
        try {
            var encoded = new X509EncodedKeySpec(Base64.getDecoder().decode(base64));
            return KeyFactory.getInstance("RSA").generatePublic(encoded);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "yiwen.identity.host-jwt.key: not an RSA public key in PEM (BEGIN PUBLIC KEY)", e);
        }
    }
}
