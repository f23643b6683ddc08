package dev.yiwen.triage;

import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.Audited;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Role;
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
import java.util.List;
import java.util.UUID;

/** The words by which customers ask for a human, as editors add to them. */
@Path("/api/v1/wish-words")
@RolesAllowed({Role.Names.EDITOR, Role.Names.SUPERVISOR})
final class WishWordResource {
    private final WishWords words;
    private final Triage triage;
    private final CurrentStaff current;

    WishWordResource(WishWords words, Triage triage, CurrentStaff current) {
        this.words = words;
        this.triage = triage;
        this.current = current;
    }

    record Words(@NotBlank @Size(max = 30) String words) {}

    record Said(@NotBlank @Size(max = 500) String text) {}

    /** @param because the words that make it a wish; empty when it is none */
    record Trial(boolean wish, List<String> because) {}

    @GET
    public Uni<List<WishWord>> list() {
        return words.all();
    }

    @POST
    @RolesAllowed(Role.Names.EDITOR)
    @Audited(value = AuditKind.WISH_WORD_ADDED, subject = "wish-word")
    public Uni<WishWord> add(@NotNull @Valid Words wanted) {
        return words.add(wanted.words(), current.get().name());
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Role.Names.EDITOR)
    @Audited(value = AuditKind.WISH_WORD_REMOVED, subject = "wish-word:{id}")
    public Uni<Void> remove(UUID id) {
        return words.remove(id);
    }

    /** Whether a customer who writes this is handed to a human at once. */
    @POST
    @Path("/trial")
    public Trial tryOut(@NotNull @Valid Said said) {
        var because = triage.wishIn(said.text());
        return new Trial(!because.isEmpty(), because);
    }
}
