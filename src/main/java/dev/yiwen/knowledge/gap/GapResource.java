package dev.yiwen.knowledge.gap;

import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import dev.yiwen.identity.StaffMembers;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.AskedTurns;
import dev.yiwen.shared.HomeZone;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What customers ask and nobody answers, for editors. */
@Path("/api/v1/knowledge-gaps")
@RolesAllowed(Right.Names.EDIT)
final class GapResource {
    private static final int MOST_DAYS = 365;

    /** @param answer Markdown; without it what an agent answered */
    record Drafting(@Nullable @Size(max = 20_000) String answer) {}

    record Phrasing(@NotNull UUID article) {}

    record Ignoring(@NotBlank @Size(max = 200) String reason) {}

    /**
     * @param mine whether whoever asks takes it
     * @param colleague who takes it else; nobody, without one
     */
    record Owning(boolean mine, @Nullable UUID colleague) {}

    record Colleague(UUID id, String name) {}

    private final GapQueue queue;
    private final GapMining mining;
    private final AskedTurns asked;
    private final StaffMembers members;
    private final CurrentStaff staff;

    GapResource(GapQueue queue, GapMining mining, AskedTurns asked, StaffMembers members, CurrentStaff staff) {
        this.members = members;
        this.queue = queue;
        this.mining = mining;
        this.asked = asked;
        this.staff = staff;
    }

    /** Those asked most often first. */
    @GET
    public Uni<List<Gap>> list() {
        return queue.all();
    }

    /** How much of what was asked was answered, day by day, the oldest first; days on which nobody asked are left out. */
    @GET
    @Path("coverage")
    public Uni<List<AskedTurns.Coverage>> coverage(@QueryParam("days") @DefaultValue("30") int days) {
        return asked.coverage(HomeZone.today().minusDays(Math.clamp(days, 1, MOST_DAYS) - 1L));
    }

    /** Looks at what was asked since the last time. */
    @POST
    @Path("mine")
    public Uni<List<Gap>> mine() {
        return mining.now().chain(queue::all);
    }

    /** A new article as a draft. */
    @POST
    @Path("{id}/draft")
    public Uni<Gap> draft(@PathParam("id") UUID id, @NotNull @Valid Drafting drafting) {
        return queue.draft(id, drafting.answer(), author());
    }

    /** Its wordings as phrasings of an article that is there. */
    @POST
    @Path("{id}/phrasing")
    public Uni<Gap> phrase(@PathParam("id") UUID id, @NotNull @Valid Phrasing phrasing) {
        return queue.phrase(id, ArticleId.of(phrasing.article()), author());
    }

    /** It stays out of the way, with whatever asks the same. */
    @POST
    @Path("{id}/ignore")
    public Uni<Gap> ignore(@PathParam("id") UUID id, @NotNull @Valid Ignoring ignoring) {
        return queue.ignore(id, ignoring.reason().strip());
    }

    /** Opens one again that was ignored, or drafted. */
    @POST
    @Path("{id}/open")
    public Uni<Gap> open(@PathParam("id") UUID id) {
        return queue.takeUp(id);
    }

    @POST
    @Path("{id}/owner")
    public Uni<Gap> own(@PathParam("id") UUID id, @NotNull @Valid Owning owning) {
        var colleague = owning.colleague();
        if (owning.mine() || colleague == null) {
            return queue.own(id, owning.mine() ? author() : null);
        }
        return editors()
                .map(all -> all.stream()
                        .filter(it -> it.id().equals(colleague))
                        .findFirst()
                        .orElseThrow(() -> new Problem(Problem.Kind.INVALID, "colleague is no editor")))
                .chain(it -> queue.own(id, it.name()));
    }

    /** Who may look after a gap. */
    @GET
    @Path("colleagues")
    public Uni<List<Colleague>> colleagues() {
        return editors();
    }

    private Uni<List<Colleague>> editors() {
        return members.all()
                .map(all -> all.stream()
                        .filter(it -> it.may(Right.EDIT))
                        .map(it -> new Colleague(it.id().value(), it.name()))
                        .toList());
    }

    private String author() {
        return staff.get().name();
    }
}
