package dev.yiwen.channel.social;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.identity.ApiScope;
import dev.yiwen.identity.CurrentKey;
import dev.yiwen.shared.StorableText;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody wrote in a place that another system reads. It opens a consultation, or goes on in the one that is open. */
@Path("/api/v1/mentions")
@RolesAllowed(ApiScope.Names.MENTION)
final class MentionResource {
    private final Mentions mentions;
    private final CurrentKey key;

    MentionResource(Mentions mentions, CurrentKey key) {
        this.mentions = mentions;
        this.key = key;
    }

    /**
     * @param source where it was read, such as {@code weibo}; the same word each time
     * @param id the source's own id of it: handed in again it is there once
     * @param author the source's own id of who wrote it
     * @param thread under what it stands: a video, a post, a group
     */
    record Mention(
            @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,31}") String source,

            @NotBlank @Size(max = 200) String id,
            @NotBlank @Size(max = 200) String author,
            @NotBlank @Size(max = 2000) String text,
            @Nullable @Size(max = 200) String thread,

            @Nullable @Size(max = 1000) @Pattern(regexp = "https?://\\S+") String url) {}

    /**
     * @param seq of the message in the conversation
     * @param known whether it had been handed in before
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(requiredProperties = {"conversationId", "seq", "known"})
    record Taken(UUID conversationId, long seq, boolean known) {}

    @POST
    @Operation(
            operationId = "mention",
            summary = "Hand in a mention",
            description =
                    "A comment, a post, a message of a group: it opens a consultation, or goes on in its author's open one. What"
                            + " is answered comes by the webhook mention.answered. Takes an API key with the scope mention.")
    public Uni<Taken> take(@NotNull @Valid Mention mention) {
        return key.use()
                .chain(() -> mentions.take(new Mentions.Read(
                        mention.source(),
                        StorableText.of(mention.id()),
                        StorableText.of(mention.author()),
                        mention.text(),
                        mention.thread() == null ? null : StorableText.of(mention.thread()),
                        mention.url())))
                .map(it -> new Taken(it.conversation().value(), it.seq(), it.known()));
    }
}
