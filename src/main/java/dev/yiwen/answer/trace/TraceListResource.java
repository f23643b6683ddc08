package dev.yiwen.answer.trace;

import dev.yiwen.identity.Right;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The bot's turns of late, for those who have no conversation at hand. */
@Path("/api/v1/traces")
@RolesAllowed({Right.Names.EDIT, Right.Names.READ_ALL})
class TraceListResource {
    private final RecentTraces recent;

    TraceListResource(RecentTraces recent) {
        this.recent = recent;
    }

    /** Newest first; {@code after} is the {@code next} of the page before. */
    @GET
    public Uni<RecentTraces.Page> list(
            @Valid @BeanParam TraceQuery query,
            @QueryParam("after") @Nullable String after,
            @QueryParam("size") @DefaultValue("30") @Min(1) @Max(100) int size) {
        var from = Optional.ofNullable(after).filter(it -> !it.isBlank()).map(RecentTraces.Place::parse);
        return recent.list(query.filter(), from, size);
    }
}
