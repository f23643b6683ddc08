package dev.yiwen.identity.token;

import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.CustomerIdentities;
import dev.yiwen.identity.CustomerIdentities.Outside;
import dev.yiwen.identity.IdentityKind;
import dev.yiwen.identity.IdentityProof;
import dev.yiwen.identity.PhoneNumbers;
import dev.yiwen.shared.StorableText;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jose4j.jwt.JwtClaims;
import org.jspecify.annotations.Nullable;

/**
 * What the host application says of its member besides who it is: {@code wechat_unionid}; {@code wechat}, a list of
 * {@code {"appid": …, "openid": …, "kind": "MP"|"MA"|"KF"}}; {@code phone_number}, if {@code phone_number_verified} is true. What
 * is not so written says nothing, and nothing of it keeps anybody from being signed in.
 */
@Singleton
final class VouchedIdentities {
    private static final Logger LOG = Logger.getLogger(VouchedIdentities.class);
    private static final int LONGEST = 128;
    private static final int MOST = 5;

    private final CustomerIdentities identities;

    VouchedIdentities(CustomerIdentities identities) {
        this.identities = identities;
    }

    /** Whom the member's token leads to when all that is known. */
    Uni<CustomerId> take(String member, CustomerId customer, JwtClaims claims) {
        var outside = outside(claims);
        var union = text(claims.getClaimValue("wechat_unionid"));
        if (outside.isEmpty() && union.isEmpty()) {
            return Uni.createFrom().item(customer);
        }
        Uni<Void> all = Uni.createFrom().voidItem();
        for (var each : outside) {
            all = all.chain(() -> identities.vouched(customer, each, IdentityProof.HOST_TOKEN));
        }
        return all.chain(() -> union.map(it ->
                                identities.sameUnion(Outside.host(member), it).replaceWithVoid())
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .chain(() -> identities.find(Outside.host(member)))
                .map(found -> found.map(CustomerIdentities.Known::customer).orElse(customer))
                .onFailure()
                .invoke(e -> LOG.warn("What the host application says of its member was not taken", e))
                .onFailure()
                .recoverWithItem(customer);
    }

    private static List<Outside> outside(JwtClaims claims) {
        var all = new ArrayList<Outside>();
        if (claims.getClaimValue("wechat") instanceof List<?> listed) {
            listed.stream()
                    .limit(MOST)
                    .map(VouchedIdentities::wechat)
                    .flatMap(Optional::stream)
                    .forEach(all::add);
        }
        if (Boolean.TRUE.equals(claims.getClaimValue("phone_number_verified"))) {
            text(claims.getClaimValue("phone_number"))
                    .flatMap(PhoneNumbers::e164)
                    .map(Outside::phone)
                    .ifPresent(all::add);
        }
        return all;
    }

    private static Optional<Outside> wechat(Object listed) {
        if (!(listed instanceof Map<?, ?> one)) {
            return Optional.empty();
        }
        var kind = text(one.get("kind"))
                .filter(it -> it.equals("MP") || it.equals("MA") || it.equals("KF"))
                .map(IdentityKind::valueOf);
        return kind.flatMap(of -> text(one.get("appid"))
                .flatMap(appId -> text(one.get("openid")).map(openId -> new Outside(of, appId, openId))));
    }

    private static Optional<String> text(@Nullable Object value) {
        return value instanceof String text && !text.isBlank() && text.length() <= LONGEST
                ? Optional.of(StorableText.of(text).strip())
                : Optional.empty();
    }
}
