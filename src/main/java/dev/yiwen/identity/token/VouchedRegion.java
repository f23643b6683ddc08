package dev.yiwen.identity.token;

import dev.yiwen.identity.CustomerId;
import dev.yiwen.shared.StorableText;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jose4j.jwt.JwtClaims;

/**
 * Where the member lives, as the host application says: {@code region} of the standard claim {@code address} (OpenID Connect Core 5.1.1),
 * a province as in 广东省. It is believed before what a telephone number tells. What is not so written says nothing, and keeps nobody from
 * being signed in.
 */
@Singleton
final class VouchedRegion {
    private static final Logger LOG = Logger.getLogger(VouchedRegion.class);
    private static final int LONGEST = 32;

    private static final String KEEP = """
            insert into customer_region as r (customer_id, region, source) values ($1, $2, 'PROFILE')
            on conflict (customer_id) do update set region = excluded.region, source = excluded.source, at = now()
            where r.region is distinct from excluded.region or r.source <> excluded.source
            """;

    private final Pool database;

    VouchedRegion(Pool database) {
        this.database = database;
    }

    Uni<Void> take(CustomerId customer, JwtClaims claims) {
        return region(claims)
                .map(it -> database.preparedQuery(KEEP)
                        .execute(Tuple.of(customer.value(), it))
                        .replaceWithVoid()
                        .onFailure()
                        .invoke(e -> LOG.warn("Where the host application's member lives was not taken", e))
                        .onFailure()
                        .recoverWithNull())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private static Optional<String> region(JwtClaims claims) {
        return claims.getClaimValue("address") instanceof Map<?, ?> address
                        && address.get("region") instanceof String text
                ? Optional.of(StorableText.of(text).strip()).filter(it -> !it.isEmpty() && it.length() <= LONGEST)
                : Optional.empty();
    }
}
