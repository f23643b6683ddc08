package dev.yiwen.knowledge.gap;

import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import dev.yiwen.knowledge.ArticleId;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;

/** What customers wrote before they chose an article, for editors. Each change answers with what is suggested then. */
@Path("/api/v1/phrasing-suggestions")
@RolesAllowed(Right.Names.EDIT)
final class PhrasingSuggestionResource {

    record Chosen(@NotEmpty @Size(max = 50) List<@NotBlank @Size(max = 200) String> words) {}

    record Refusing(
            @NotEmpty @Size(max = 50) List<@NotBlank @Size(max = 200) String> words,
            @NotBlank @Size(max = 200) String reason) {}

    private final PhrasingSuggestions suggestions;
    private final CurrentStaff staff;

    PhrasingSuggestionResource(PhrasingSuggestions suggestions, CurrentStaff staff) {
        this.suggestions = suggestions;
        this.staff = staff;
    }

    /** Articles for which it happened most come first. */
    @GET
    public Uni<List<PhrasingSuggestion>> list() {
        return suggestions.all();
    }

    /** They become phrasings in a draft. */
    @POST
    @Path("{article}/accept")
    public Uni<List<PhrasingSuggestion>> accept(@PathParam("article") UUID article, @NotNull @Valid Chosen phrasing) {
        return suggestions
                .accept(ArticleId.of(article), phrasing.words(), staff.get().name())
                .chain(suggestions::all);
    }

    /** They are not suggested for this article any more. */
    @POST
    @Path("{article}/refuse")
    public Uni<List<PhrasingSuggestion>> refuse(@PathParam("article") UUID article, @NotNull @Valid Refusing ignoring) {
        return suggestions
                .refuse(
                        ArticleId.of(article),
                        ignoring.words(),
                        ignoring.reason().strip(),
                        staff.get().name())
                .chain(suggestions::all);
    }

    /** They are again. */
    @POST
    @Path("{article}/allow")
    public Uni<List<PhrasingSuggestion>> allow(@PathParam("article") UUID article, @NotNull @Valid Chosen phrasing) {
        return suggestions.allow(ArticleId.of(article), phrasing.words()).chain(suggestions::all);
    }
}
