package dev.yiwen.assist.watch.rule;

import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.Audited;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What supervisors demand of what agents say. */
@Path("/api/v1/watch-rules")
@RolesAllowed({Right.Names.SUPERVISE, Right.Names.EDIT})
public class WatchRuleResource {
    private final Rules rules;
    private final CurrentStaff current;

    WatchRuleResource(Rules rules, CurrentStaff current) {
        this.rules = rules;
        this.current = current;
    }

    /**
     * @param words several are separated by 、
     * @param instead what to say instead; of a duty, the words by which it is done
     */
    record Wanted(
            @NotNull RuleKind kind,
            @NotNull Severity severity,
            @NotBlank @Size(max = 200) String words,
            @Nullable @Size(max = 300) String instead) {}

    @GET
    public Uni<List<Rules.Added>> all() {
        return rules.all();
    }

    @POST
    @RolesAllowed(Right.Names.SUPERVISE)
    @Audited(value = AuditKind.WATCH_RULE_ADDED, subject = "watch-rule")
    public Uni<Rules.Added> add(@NotNull @Valid Wanted wanted) {
        var instead = wanted.instead();
        return rules.add(
                wanted.kind(),
                wanted.severity(),
                wanted.words(),
                instead == null ? "" : instead,
                current.get().name());
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Right.Names.SUPERVISE)
    @Audited(value = AuditKind.WATCH_RULE_REMOVED, subject = "watch-rule:{id}")
    public Uni<Void> remove(@PathParam("id") UUID id) {
        return rules.remove(id);
    }
}
