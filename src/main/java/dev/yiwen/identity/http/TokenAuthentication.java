package dev.yiwen.identity.http;

import dev.yiwen.identity.ApiKey;
import dev.yiwen.identity.CurrentCustomer;
import dev.yiwen.identity.CurrentKey;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import dev.yiwen.identity.SignedIn;
import dev.yiwen.identity.key.ApiKeys;
import dev.yiwen.identity.key.KeySecret;
import dev.yiwen.identity.session.StaffSessions;
import dev.yiwen.identity.token.AssistPasses;
import dev.yiwen.identity.token.CustomerToken;
import dev.yiwen.identity.token.Tokens;
import dev.yiwen.shared.Problem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells who sends a request: staff by cookie or bearer token, customers by bearer token or {@code ?token=}, systems by their key. */
@Singleton
final class TokenAuthentication implements HttpAuthenticationMechanism {
    /** Read by Quarkus: seconds since 1970 after which it closes a socket. */
    private static final String EXPIRES = "quarkus.identity.expire-time";

    private static final Duration TO_SAY_GOODBYE = Duration.ofSeconds(5);

    private final Tokens tokens;
    private final OfStaff ofStaff;
    private final ApiKeys keys;
    private final Origins origins;
    private final SessionCookie cookie;

    /** By what staff are known. */
    @Singleton
    record OfStaff(StaffSessions sessions, AssistPasses passes) {}

    TokenAuthentication(Tokens tokens, OfStaff ofStaff, ApiKeys keys, Origins origins, SessionCookie cookie) {
        this.tokens = tokens;
        this.ofStaff = ofStaff;
        this.keys = keys;
        this.origins = origins;
        this.cookie = cookie;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        if (!Paths.askWhoIsThere(context)) {
            return Uni.createFrom().nullItem();
        }
        return Credentials.of(context, cookie)
                .map(it -> identity(it, context).map(found -> found.orElseGet(() -> nobody(context))))
                .orElseGet(() -> Uni.createFrom().nullItem());
    }

    private static @Nullable SecurityIdentity nobody(RoutingContext context) {
        if (Paths.areOpen(context) || Paths.areMetrics(context)) {
            return null;
        }
        throw new AuthenticationFailedException();
    }

    private Uni<Optional<SecurityIdentity>> identity(Credentials credentials, RoutingContext context) {
        return switch (credentials) {
            case Credentials.Cookie cookie ->
                origins.trusts(context.request())
                        ? staff(cookie.token())
                        : Uni.createFrom().failure(origins.refusal(context.request()));
            case Credentials.Bearer bearer when KeySecret.isOne(bearer.token()) -> system(bearer.token());
            case Credentials.Bearer bearer ->
                staff(bearer.token())
                        .chain(staff -> staff.isPresent() ? Uni.createFrom().item(staff) : pass(bearer, context))
                        .chain(staff -> staff.isPresent() ? Uni.createFrom().item(staff) : customer(bearer.token()));
        };
    }

    private Uni<Optional<SecurityIdentity>> system(String key) {
        return keys.find(key)
                .map(found -> Optional.of(identityOf(found.orElseThrow(() -> new Problem(
                        Problem.Kind.UNAUTHENTICATED, "This API key is unknown, has expired or was revoked.")))));
    }

    private Uni<Optional<SecurityIdentity>> staff(String token) {
        return ofStaff.sessions().find(token).map(found -> found.map(TokenAuthentication::identityOf));
    }

    private Uni<Optional<SecurityIdentity>> pass(Credentials.Bearer bearer, RoutingContext context) {
        return Paths.areOfTheAssistPanel(context)
                ? ofStaff.passes().find(bearer.token()).map(found -> found.map(TokenAuthentication::identityOf))
                : Uni.createFrom().item(Optional.empty());
    }

    private Uni<Optional<SecurityIdentity>> customer(String token) {
        return tokens.verifyCustomer(token).map(found -> found.map(TokenAuthentication::identityOf));
    }

    /** No socket outlives what opened it. */
    private static SecurityIdentity identityOf(SignedIn signedIn) {
        var staff = signedIn.staff();
        var identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal("staff:" + staff.id().value()))
                .addAttribute(CurrentStaff.ATTRIBUTE, staff)
                .addAttribute(CurrentStaff.SIGNED_IN, signedIn)
                .addAttribute(EXPIRES, signedIn.until().getEpochSecond());
        for (var right : Right.values()) {
            if (staff.may(right)) {
                identity.addRole(right.name());
            }
        }
        return identity.build();
    }

    private static SecurityIdentity identityOf(ApiKey key) {
        var identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal("api-key:" + key.id()))
                .addAttribute(CurrentKey.ATTRIBUTE, key);
        key.scopes().forEach(it -> identity.addRole(it.role()));
        return identity.build();
    }

    /** The chat's socket says why it ends; this closes it when that failed. */
    private static SecurityIdentity identityOf(CustomerToken token) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(
                        new QuarkusPrincipal("customer:" + token.customer().value()))
                .addAttribute(CurrentCustomer.ATTRIBUTE, token.customer())
                .addAttribute(CurrentCustomer.TOKEN, token)
                .addAttribute(EXPIRES, token.endsAt().plus(TO_SAY_GOODBYE).getEpochSecond())
                .addRole(CurrentCustomer.ROLE)
                .build();
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        Refusals.send(context, Problem.Kind.UNAUTHENTICATED);
        return Uni.createFrom().item(true);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401));
    }
}
