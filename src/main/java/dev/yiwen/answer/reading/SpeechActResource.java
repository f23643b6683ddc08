package dev.yiwen.answer.reading;

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
import org.jspecify.annotations.Nullable;

/** What customers say that asks nothing, as editors add to it. */
@Path("/api/v1/speech-acts")
@RolesAllowed({Role.Names.EDITOR, Role.Names.SUPERVISOR})
final class SpeechActResource {
    private final SpeechActPhrases phrases;
    private final SpeechActs acts;
    private final CurrentStaff current;

    SpeechActResource(SpeechActPhrases phrases, SpeechActs acts, CurrentStaff current) {
        this.phrases = phrases;
        this.acts = acts;
        this.current = current;
    }

    record Phrase(
            @NotNull SpeechAct act,
            @NotBlank @Size(max = 30) String words) {}

    record Spoken(@NotBlank @Size(max = 500) String text) {}

    /** @param act null when the message is read as a question */
    record Heard(@Nullable SpeechAct act, @Nullable String because) {}

    @GET
    public Uni<List<SpeechActPhrase>> list() {
        return phrases.all();
    }

    @POST
    @RolesAllowed(Role.Names.EDITOR)
    @Audited(value = AuditKind.SPEECH_ACT_ADDED, subject = "speech-act")
    public Uni<SpeechActPhrase> add(@NotNull @Valid Phrase wanted) {
        return phrases.add(wanted.act(), wanted.words(), current.get().name());
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Role.Names.EDITOR)
    @Audited(value = AuditKind.SPEECH_ACT_REMOVED, subject = "speech-act:{id}")
    public Uni<Void> remove(UUID id) {
        return phrases.remove(id);
    }

    /** What a customer who writes this is taken to do. */
    @POST
    @Path("/trial")
    public Heard tryOut(@NotNull @Valid Spoken said) {
        return acts.in(said.text()).map(it -> new Heard(it.act(), it.because())).orElseGet(() -> new Heard(null, null));
    }
}
