package dev.yiwen.identity;

import dev.yiwen.shared.Problem;
import dev.yiwen.shared.RateLimit;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** The API key with which a request was sent. */
@Singleton
public final class CurrentKey {
    /** Names the {@link ApiKey} among the attributes of a {@link SecurityIdentity}. */
    public static final String ATTRIBUTE = "api-key";

    private final SecurityIdentity identity;
    private final RateLimit limit;
    private final ApiKeyConfig config;

    CurrentKey(SecurityIdentity identity, RateLimit limit, ApiKeyConfig config) {
        this.identity = identity;
        this.limit = limit;
        this.config = config;
    }

    /** Counts the request; fails with {@code TOO_MANY_REQUESTS} when the key has had its share. */
    public Uni<ApiKey> use() {
        if (!(identity.getAttribute(ATTRIBUTE) instanceof ApiKey key)) {
            throw new Problem(Problem.Kind.UNAUTHENTICATED, "Send an API key.");
        }
        var rate = new RateLimit.Rate(config.burst(), config.oneIn());
        return limit.require("api-key", key.id().toString(), rate, "This API key is used too often.")
                .replaceWith(key);
    }
}
