package dev.yiwen.identity.token;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.security.Key;
import java.security.SecureRandom;
import org.jose4j.keys.HmacKey;
import org.jspecify.annotations.Nullable;

/** The secret with which this installation signs its own tokens: made once, whichever instance is first. */
@Singleton
public final class SigningSecret {
    private static final int BYTES = 32; // HS256 wants at least its hash's size (RFC 7518, section 3.2)

    private final Pool pool;
    private volatile @Nullable Key key;

    SigningSecret(Pool pool) {
        this.pool = pool;
    }

    public Uni<Key> key() {
        var known = key;
        return known != null ? Uni.createFrom().item(known) : load();
    }

    private Uni<Key> load() {
        var fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        return pool.preparedQuery("insert into signing_secret (secret) values ($1) on conflict do nothing")
                .execute(Tuple.of(Buffer.buffer(fresh)))
                .chain(() -> pool.query("select secret from signing_secret").execute())
                .map(rows -> (Key)
                        new HmacKey(rows.iterator().next().getBuffer("secret").getBytes()))
                .invoke(loaded -> key = loaded);
    }
}
