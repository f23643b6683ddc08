package dev.yiwen.audit;

import dev.yiwen.shared.Ids;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The audit log: rows are added, and never changed. */
@Singleton
public final class AuditLog {
    private static final String APPEND = """
            insert into audit_event (id, kind, actor, address, subject, details) values ($1, $2, $3, $4, $5, $6)
            """;

    /** The role of every customer, whom only features above know. */
    private static final String CUSTOMER = "CUSTOMER";

    private final Pool database;
    private final CurrentVertxRequest request;

    AuditLog(Pool database, CurrentVertxRequest request) {
        this.database = database;
        this.request = request;
    }

    /** In a transaction of its own: of what was done already, or was refused. */
    public Uni<Void> append(AuditEvent event) {
        return append(database, event);
    }

    /**
     * In the transaction of {@code open}, so that a change and its row are committed together or not at all. It comes last
     * in its transaction: until the commit everybody else waits who appends.
     */
    public Uni<Void> append(SqlClient open, AuditEvent event) {
        var row = Tuple.tuple()
                .addUUID(Ids.next())
                .addString(event.kind())
                .addUUID(event.actor())
                .addString(address())
                .addString(event.subject())
                .addValue(new JsonObject(new LinkedHashMap<>(event.details())));
        return open.preparedQuery(APPEND).execute(row).replaceWithVoid();
    }

    /** The member of staff whose request is handled now; null outside a request, and for everybody else. */
    public @Nullable UUID requester() {
        var current = current();
        return current != null && current.user() instanceof QuarkusHttpUser user
                ? Actor.of(user.getSecurityIdentity())
                : null;
    }

    private @Nullable RoutingContext current() {
        return Arc.container().requestContext().isActive() ? request.getCurrent() : null;
    }

    /** Of the request at hand, unless a customer sent it: where customers were is theirs. */
    private @Nullable String address() {
        var current = current();
        if (current == null || current.request().remoteAddress() == null) {
            return null;
        }
        return current.user() instanceof QuarkusHttpUser user
                        && user.getSecurityIdentity().hasRole(CUSTOMER)
                ? null
                : current.request().remoteAddress().hostAddress();
    }
}
