package dev.yiwen.knowledge.golden;

import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.Editor;
import dev.yiwen.knowledge.golden.GoldenRunStore.Named;
import dev.yiwen.knowledge.golden.PublishGate.Broken;
import dev.yiwen.knowledge.golden.SignatureStore.Kind;
import dev.yiwen.knowledge.golden.SignatureStore.Signature;
import dev.yiwen.shared.HomeZone;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What publishing would break, and who signs that it is published all the same. */
@Path("/api/v1/publish-signatures")
@RolesAllowed(Right.Names.EDIT)
final class SignatureResource {
    private static final int MOST_ARTICLES = 500;

    /**
     * @param articles that are published together
     * @param day on which they go live; today without it
     */
    record Planned(
            @NotNull @Size(min = 1, max = MOST_ARTICLES) List<@NotNull UUID> articles,
            @Nullable LocalDate day) {}

    /**
     * @param articles that are published together; their latest revisions are signed
     * @param broken ids of golden questions, or customers' wordings
     */
    record Signing(
            @NotNull @Size(min = 1, max = MOST_ARTICLES) List<@NotNull UUID> articles,
            @NotNull Kind kind,
            @NotNull @Size(min = 1, max = 5000) List<@NotBlank @Size(max = 2000) String> broken,
            @NotBlank @Size(max = 1000) String reason) {}

    /** @param articles by slug, what is expected, answers or would */
    record Checked(int asked, List<Broken> broken, List<UUID> failing, Map<String, Named> articles) {}

    private final PublishGate gate;
    private final PublishSignatures signatures;
    private final GoldenRuns runs;
    private final CurrentStaff staff;

    SignatureResource(PublishGate gate, PublishSignatures signatures, GoldenRuns runs, CurrentStaff staff) {
        this.gate = gate;
        this.signatures = signatures;
        this.runs = runs;
        this.staff = staff;
    }

    /** Asks the golden questions that must pass, with the latest revisions of these articles in place. */
    @POST
    @Path("check")
    public Uni<Checked> check(@NotNull @Valid Planned plan) {
        var day = plan.day();
        return gate.check(ids(plan.articles()), day == null ? HomeZone.today() : day)
                .chain(it -> runs.titles(slugs(it.broken()))
                        .map(titles -> new Checked(it.asked(), it.broken(), it.failing(), titles)));
    }

    private static List<String> slugs(List<Broken> broken) {
        return broken.stream()
                .flatMap(it -> Stream.of(it.expect(), it.now(), it.then()))
                .flatMap(it -> Stream.of(it.split(" ")))
                .distinct()
                .toList();
    }

    @POST
    @RolesAllowed(Right.Names.PUBLISH)
    public Uni<Void> sign(@NotNull @Valid Signing signing) {
        return signatures.sign(
                ids(signing.articles()),
                signing.kind(),
                signing.broken(),
                signing.reason().strip(),
                Editor.of(staff.get()));
    }

    /** Of all revisions of an article, newest first. */
    @GET
    public Uni<List<Signature>> of(@QueryParam("article") @NotNull UUID article) {
        return signatures.of(ArticleId.of(article));
    }

    private static List<ArticleId> ids(List<UUID> articles) {
        return articles.stream().distinct().map(ArticleId::of).toList();
    }
}
