package dev.yiwen.channel.web;

import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.FileMessages;
import dev.yiwen.conversation.MessageView;
import dev.yiwen.file.Download;
import dev.yiwen.file.FileId;
import dev.yiwen.file.FileSize;
import dev.yiwen.identity.CurrentCustomer;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Files as customers send and see them, in conversations of their own. */
@Path("/api/v1/chat/{id}/files")
@RolesAllowed(CurrentCustomer.ROLE)
final class ChatFileResource {
    private final Conversations conversations;
    private final FileMessages files;
    private final CurrentCustomer current;
    private final Vertx vertx;

    ChatFileResource(Conversations conversations, FileMessages files, CurrentCustomer current, Vertx vertx) {
        this.vertx = vertx;
        this.conversations = conversations;
        this.files = files;
        this.current = current;
    }

    /** The bytes are the body; the message comes over the socket too. */
    @POST
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public Uni<MessageView> send(
            UUID id,
            @QueryParam("name") @NotNull String name,
            @QueryParam("clientMessageId") @NotNull String clientMessageId,
            @QueryParam("seconds") @Min(1) @Max(60) @Nullable Integer seconds,
            byte[] content) {
        return own(id).chain(it ->
                        files.fromCustomer(it.id(), new FileMessages.Sent(clientMessageId, name, content, seconds)))
                .map(MessageView::of);
    }

    /** The same from a mini-program, whose {@code wx.uploadFile} sends a form with one part, {@code file}. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(hidden = true)
    public Uni<MessageView> sendForm(
            UUID id,
            @QueryParam("name") @NotNull String name,
            @QueryParam("clientMessageId") @NotNull String clientMessageId,
            @QueryParam("seconds") @Min(1) @Max(60) @Nullable Integer seconds,
            @RestForm("file") @Nullable FileUpload file) {
        if (file == null) {
            throw new Problem(Problem.Kind.FILE_EMPTY, "The form has no part \"file\".");
        }
        // Quarkus has it in a file of its own, and deletes that with the request.
        return vertx.fileSystem()
                .readFile(file.uploadedFile().toString())
                .chain(content -> send(id, name, clientMessageId, seconds, content.getBytes()));
    }

    /** The file, or of a picture what pages show in its place. */
    @GET
    @Path("/{file}")
    public Uni<Response> open(UUID id, UUID file, @QueryParam("size") @DefaultValue("original") FileSize size) {
        return own(id).chain(it -> files.open(it.id(), FileId.of(file), size)).map(Download::of);
    }

    private Uni<Conversation> own(UUID id) {
        return conversations
                .find(current.get(), ConversationId.of(id))
                .map(found ->
                        found.orElseThrow(() -> new Problem(Problem.Kind.NOT_FOUND, "Not a conversation of yours.")));
    }
}
