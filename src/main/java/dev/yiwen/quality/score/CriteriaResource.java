package dev.yiwen.quality.score;

import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.Audited;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;

/** The criteria by which conversations are scored. */
@Path("/api/v1/score-criteria")
@RolesAllowed(Right.Names.SUPERVISE)
public class CriteriaResource {
    private final Criteria criteria;
    private final Rescoring rescoring;
    private final UnreliableCriteria unreliable;
    private final CurrentStaff current;

    CriteriaResource(Criteria criteria, Rescoring rescoring, UnreliableCriteria unreliable, CurrentStaff current) {
        this.unreliable = unreliable;
        this.criteria = criteria;
        this.rescoring = rescoring;
        this.current = current;
    }

    /** @param version on which they rest */
    record Wanted(int version, @NotNull List<@NotNull Criterion> criteria) {}

    record Marked(int conversations) {}

    /** Agents read by what they are judged. */
    @GET
    @RolesAllowed({Right.Names.ANSWER, Right.Names.SUPERVISE})
    public Uni<Criteria.Version> current() {
        return criteria.current();
    }

    /** Those that count for nothing, because people do not agree with them here. */
    @GET
    @Path("/unreliable")
    @RolesAllowed({Right.Names.ANSWER, Right.Names.SUPERVISE})
    public Uni<List<UnreliableCriteria.Unreliable>> unreliable() {
        return unreliable.all();
    }

    /** Is a new version; what is scored keeps its own until it is scored again. */
    @PUT
    @Audited(value = AuditKind.CRITERIA_CHANGED, subject = "score-criteria")
    public Uni<Criteria.Version> save(@NotNull @Valid Wanted wanted) {
        return criteria.save(wanted.version(), wanted.criteria(), current.get().id());
    }

    /** What they would change of the conversations of so many days. */
    @POST
    @Path("/preview")
    public Uni<Rescoring.Preview> preview(
            @NotNull @Valid Wanted wanted, @QueryParam("days") @DefaultValue("30") @Min(1) @Max(366) int days) {
        return rescoring.preview(wanted.criteria(), days);
    }

    /** Scores again what has an older version. */
    @POST
    @Path("/rescoring")
    @Audited(value = AuditKind.SCORES_RENEWED, subject = "score-criteria")
    public Uni<Marked> rescore(@QueryParam("days") @DefaultValue("30") @Min(1) @Max(366) int days) {
        return criteria.current()
                .chain(it -> rescoring.mark(days, it.version()))
                .map(Marked::new);
    }
}
