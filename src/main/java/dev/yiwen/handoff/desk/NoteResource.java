package dev.yiwen.handoff.desk;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.handoff.note.Note;
import dev.yiwen.handoff.note.Notes;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;

/** Internal notes: for staff who may read the conversation. */
@Path("/api/v1/conversations/{id}/notes")
@RolesAllowed({Right.Names.ANSWER, Right.Names.READ_ALL})
final class NoteResource {
    private final MayRead mayRead;
    private final Notes notes;
    private final CurrentStaff current;

    NoteResource(MayRead mayRead, Notes notes, CurrentStaff current) {
        this.mayRead = mayRead;
        this.notes = notes;
        this.current = current;
    }

    record Fresh(@NotBlank @Size(max = 2000) String text) {}

    @GET
    public Uni<List<Note>> list(UUID id) {
        return mayRead.load(ConversationId.of(id), current.get()).chain(it -> notes.of(it.id()));
    }

    @POST
    public Uni<Note> write(UUID id, @NotNull @Valid Fresh note) {
        var author = current.get();
        return mayRead.load(ConversationId.of(id), author)
                .chain(it -> notes.write(it.id(), author.id(), note.text().strip()));
    }
}
