package dev.yiwen.knowledge.importing;

import dev.yiwen.identity.Right;
import dev.yiwen.knowledge.AnswerChannel;
import dev.yiwen.knowledge.AnswerVariant;
import dev.yiwen.knowledge.SnippetTokens;
import dev.yiwen.knowledge.Snippets;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;

/** Where other words for an answer name other amounts, dates or deadlines than the answer: said while it is written, and no more. */
@Path("/api/v1/articles/variant-remarks")
@RolesAllowed(Right.Names.EDIT)
final class VariantRemarks {

    record Answers(
            @NotNull @Size(max = 20_000) String answer,
            @NotNull @Size(max = 20) List<@NotNull AnswerVariant> variants) {}

    /** @param said by the variant, where the answer says {@code other} */
    record VariantRemark(AnswerChannel channel, int minTier, String said, String other) {}

    private final Snippets snippets;

    VariantRemarks(Snippets snippets) {
        this.snippets = snippets;
    }

    /** As customers are told it, with the values of now. */
    @POST
    public Uni<List<VariantRemark>> of(@NotNull @Valid Answers answers) {
        return snippets.values().map(values -> {
            var base = SnippetTokens.filled(answers.answer(), values);
            return answers.variants().stream()
                    .flatMap(it -> Disagreement.between(SnippetTokens.filled(it.answer(), values), base).stream()
                            .map(found -> new VariantRemark(it.channel(), it.minTier(), found.said(), found.other())))
                    .toList();
        });
    }
}
