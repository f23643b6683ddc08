package dev.yiwen.knowledge.snippet;

import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.Audited;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import dev.yiwen.knowledge.Editor;
import dev.yiwen.knowledge.SnippetTokens;
import dev.yiwen.knowledge.revision.RefusalWords;
import dev.yiwen.knowledge.snippet.Snippet.SnippetChange;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Named values of answers. Who changes one changes what customers are told at once, and so must be allowed to publish. */
@Path("/api/v1/snippets")
@RolesAllowed(Right.Names.EDIT)
final class SnippetBookResource {
    private static final int LONGEST = 500;
    /** A value does not name another. */
    private static final String PLAIN = "^(?:(?!\\{\\{)[\\s\\S])*$";

    record NewSnippet(
            @NotNull @Pattern(regexp = SnippetTokens.NAME) String name,

            @NotBlank @Size(max = LONGEST) @Pattern(regexp = PLAIN) String value) {}

    /**
     * @param version that was seen
     * @param urgent it cannot wait for somebody else to look, who does so afterwards
     */
    record NewValue(
            @NotBlank @Size(max = LONGEST) @Pattern(regexp = PLAIN) String value,

            @NotBlank @Size(max = 1000) String reason,
            int version,
            boolean urgent) {}

    private final SnippetBook book;
    private final RefusalWords words;
    private final CurrentStaff staff;

    SnippetBookResource(SnippetBook book, RefusalWords words, CurrentStaff staff) {
        this.book = book;
        this.words = words;
        this.staff = staff;
    }

    /** By name, each with the articles that use it. */
    @GET
    public Uni<List<Snippet>> list() {
        return book.all();
    }

    /** Newest first. */
    @GET
    @Path("{id}/changes")
    public Uni<List<SnippetChange>> changes(@PathParam("id") UUID id) {
        return book.changes(id);
    }

    @POST
    @ResponseStatus(201)
    @Audited(value = AuditKind.SNIPPET_ADDED, subject = "knowledge")
    public Uni<Snippet> add(@NotNull @Valid NewSnippet fresh) {
        return book.add(fresh.name(), fresh.value().strip(), editor());
    }

    /** Proposes it where four eyes hold and customers are told it, or else changes it. */
    @PUT
    @Path("{id}")
    @Audited(value = AuditKind.SNIPPET_CHANGED, subject = "snippet:{id}")
    public Uni<Snippet> change(@PathParam("id") UUID id, @NotNull @Valid NewValue fresh) {
        return book.change(
                id,
                new SnippetBook.Wish(
                        fresh.version(), fresh.value().strip(), fresh.reason().strip(), fresh.urgent()),
                editor(),
                staff.get().may(Right.PUBLISH));
    }

    /** What was proposed, or done at once, has been looked at by somebody else. */
    @POST
    @Path("{id}/confirmation")
    @RolesAllowed(Right.Names.PUBLISH)
    @Audited(value = AuditKind.SNIPPET_CONFIRMED, subject = "snippet:{id}")
    public Uni<Snippet> confirm(
            @PathParam("id") UUID id,
            @QueryParam("version") int version,
            @HeaderParam("Accept-Language") @DefaultValue("zh") String language) {
        return book.confirm(id, version, editor())
                .onFailure(Problem.class)
                .transform(it -> words.inWords(it, RefusalWords.language(language)));
    }

    /** Takes back what was proposed. */
    @DELETE
    @Path("{id}/proposal")
    @Audited(value = AuditKind.SNIPPET_WITHDRAWN, subject = "snippet:{id}")
    public Uni<Snippet> withdraw(@PathParam("id") UUID id, @QueryParam("version") int version) {
        return book.withdraw(id, version);
    }

    /** Refused while an answer names it. */
    @DELETE
    @Path("{id}")
    @RolesAllowed(Right.Names.PUBLISH)
    @Audited(value = AuditKind.SNIPPET_REMOVED, subject = "snippet:{id}")
    public Uni<Void> remove(
            @PathParam("id") UUID id, @HeaderParam("Accept-Language") @DefaultValue("zh") String language) {
        return book.remove(id, "", editor())
                .onFailure(Problem.class)
                .transform(it -> words.inWords(it, RefusalWords.language(language)));
    }

    private Editor editor() {
        return Editor.of(staff.get());
    }
}
