package dev.yiwen.handoff.phrase;

import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.Audited;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Quick phrases: agents edit their own, supervisors the team's too. */
@Path("/api/v1/phrases")
@RolesAllowed({Right.Names.ANSWER, Right.Names.SUPERVISE})
final class PhraseResource {
    private final QuickPhrases phrases;
    private final CurrentStaff current;

    PhraseResource(QuickPhrases phrases, CurrentStaff current) {
        this.phrases = phrases;
        this.current = current;
    }

    record Words(
            @NotNull @Pattern(regexp = "[\\p{L}\\p{N}_-]{1,16}") String shortcut,

            @NotBlank @Size(max = 2000) String text,
            boolean shared) {

        /** Shortcuts are typed without looking at the case. */
        String key() {
            return shortcut.toLowerCase(Locale.ROOT);
        }
    }

    @GET
    public Uni<List<Phrase>> list() {
        return phrases.of(current.get());
    }

    @POST
    @Audited(value = AuditKind.PHRASE_ADDED, subject = "phrase")
    public Uni<Phrase> add(@NotNull @Valid Words words) {
        return phrases.add(
                current.get(), words.shared(), words.key(), words.text().strip());
    }

    /** Whose it is does not change. */
    @PUT
    @Path("/{id}")
    @Audited(value = AuditKind.PHRASE_CHANGED, subject = "phrase:{id}")
    public Uni<Phrase> change(UUID id, @NotNull @Valid Words words) {
        return phrases.change(id, current.get(), words.key(), words.text().strip());
    }

    @DELETE
    @Path("/{id}")
    @Audited(value = AuditKind.PHRASE_REMOVED, subject = "phrase:{id}")
    public Uni<Void> remove(UUID id) {
        return phrases.remove(id, current.get());
    }
}
