package dev.yiwen.knowledge.revision;

import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.Audited;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import dev.yiwen.knowledge.Editor;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

/** Whether four eyes hold: for editors to know, for those who may change settings to change. */
@Path("/api/v1/review-rule")
@RolesAllowed({Right.Names.EDIT, Right.Names.SETTINGS})
final class ReviewRuleResource {
    record Wanted(@NotNull FourEyes.Choice choice) {}

    private final FourEyes fourEyes;
    private final CurrentStaff staff;

    ReviewRuleResource(FourEyes fourEyes, CurrentStaff staff) {
        this.fourEyes = fourEyes;
        this.staff = staff;
    }

    @GET
    public Uni<FourEyes.Rule> rule() {
        return fourEyes.rule();
    }

    @PUT
    @RolesAllowed(Right.Names.SETTINGS)
    @Audited(value = AuditKind.REVIEW_RULE_CHANGED, subject = "knowledge")
    public Uni<FourEyes.Rule> choose(@NotNull @Valid Wanted wanted) {
        return fourEyes.choose(wanted.choice(), Editor.of(staff.get()));
    }
}
