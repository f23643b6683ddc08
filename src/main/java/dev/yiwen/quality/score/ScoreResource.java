package dev.yiwen.quality.score;

import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.Audited;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import dev.yiwen.identity.StaffId;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How conversations were scored, and why: everybody's for supervisors, an agent's own for the agent. */
@Path("/api/v1/scores")
@RolesAllowed({Right.Names.ANSWER, Right.Names.SUPERVISE})
public class ScoreResource {
    private final ScoreList list;
    private final ScoreDetail detail;
    private final CurrentStaff current;

    ScoreResource(ScoreList list, ScoreDetail detail, CurrentStaff current) {
        this.list = list;
        this.detail = detail;
        this.current = current;
    }

    @GET
    public Uni<ScoreList.Page> list(
            @BeanParam ScoreQuery query,
            @QueryParam("after") @Nullable String after,
            @QueryParam("size") @DefaultValue("50") @Min(1) @Max(200) int size) {
        return list.page(query, onlyOwn(), after, size);
    }

    @GET
    @Path("/agents")
    @RolesAllowed(Right.Names.SUPERVISE)
    public Uni<List<ScoreList.Person>> agents() {
        return list.scored();
    }

    @GET
    @Path("/{conversation}")
    @Audited(value = AuditKind.SCORE_READ, subject = "conversation:{conversation}")
    public Uni<ScoreDetail.Answer> one(@PathParam("conversation") UUID conversation) {
        return detail.of(conversation, onlyOwn());
    }

    /** Null for whoever may see everybody's. */
    private @Nullable StaffId onlyOwn() {
        var staff = current.get();
        return staff.may(Right.SUPERVISE) ? null : staff.id();
    }
}
