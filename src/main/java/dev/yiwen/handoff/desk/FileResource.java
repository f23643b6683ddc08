package dev.yiwen.handoff.desk;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.FileMessages;
import dev.yiwen.conversation.MessageView;
import dev.yiwen.file.Download;
import dev.yiwen.file.FileId;
import dev.yiwen.file.FileSize;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Files as staff send and see them. */
@Path("/api/v1/conversations/{id}/files")
@RolesAllowed({Right.Names.ANSWER, Right.Names.READ_ALL})
final class FileResource {
    private final MayRead mayRead;
    private final FileMessages files;
    private final CurrentStaff current;

    FileResource(MayRead mayRead, FileMessages files, CurrentStaff current) {
        this.mayRead = mayRead;
        this.files = files;
        this.current = current;
    }

    /** The bytes are the body; the message goes to both sides. */
    @POST
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public Uni<MessageView> send(
            UUID id,
            @QueryParam("name") @NotNull String name,
            @QueryParam("clientMessageId") @NotNull String clientMessageId,
            @QueryParam("seconds") @Min(1) @Max(60) @Nullable Integer seconds,
            byte[] content) {
        return files.fromAgent(
                        ConversationId.of(id),
                        current.get().id(),
                        new FileMessages.Sent(clientMessageId, name, content, seconds))
                .map(MessageView::of);
    }

    /** The file, or of a picture what pages show in its place. */
    @GET
    @Path("/{file}")
    public Uni<Response> open(UUID id, UUID file, @QueryParam("size") @DefaultValue("original") FileSize size) {
        return mayRead.load(ConversationId.of(id), current.get())
                .chain(it -> files.open(it.id(), FileId.of(file), size))
                .map(Download::of);
    }
}
