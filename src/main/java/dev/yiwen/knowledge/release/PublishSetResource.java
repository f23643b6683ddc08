package dev.yiwen.knowledge.release;

import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.Audited;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.Editor;
import dev.yiwen.knowledge.golden.PublishGate;
import dev.yiwen.knowledge.revision.RefusalWords;
import dev.yiwen.shared.HomeZone;
import dev.yiwen.shared.Ids;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;

/** A new tariff, say: its articles are put together by editors and published as one. */
@Path("/api/v1/publish-sets")
@RolesAllowed(Right.Names.EDIT)
final class PublishSetResource {
    record Named(@NotBlank @Size(max = 100) String name) {}

    /** @param at to the minute */
    record TheirMoment(@NotNull Instant at) {}

    private final Pool pool;
    private final PublishSets sets;
    private final PublishGate gate;
    private final RefusalWords words;
    private final CurrentStaff staff;

    PublishSetResource(Pool pool, PublishSets sets, PublishGate gate, RefusalWords words, CurrentStaff staff) {
        this.pool = pool;
        this.sets = sets;
        this.gate = gate;
        this.words = words;
        this.staff = staff;
    }

    @GET
    public Uni<List<PublishSet>> list() {
        return PublishSetStore.list(pool);
    }

    @POST
    @ResponseStatus(201)
    public Uni<PublishSet> create(@NotNull @Valid Named set) {
        var id = Ids.next();
        return PublishSetStore.insert(pool, id, set.name().strip(), editor())
                .onFailure(it -> it instanceof PgException e && "23505".equals(e.getSqlState()))
                .transform(it -> new Problem(Problem.Kind.CONFLICT, "There is a set of this name"))
                .chain(() -> sets.load(id));
    }

    @PUT
    @Path("{id}/articles/{article}")
    public Uni<PublishSet> add(@PathParam("id") UUID id, @PathParam("article") UUID article) {
        return sets.load(id)
                .chain(() -> PublishSetStore.add(pool, id, ArticleId.of(article), editor()))
                .chain(() -> sets.load(id));
    }

    @DELETE
    @Path("{id}/articles/{article}")
    public Uni<PublishSet> remove(@PathParam("id") UUID id, @PathParam("article") UUID article) {
        return PublishSetStore.remove(pool, id, ArticleId.of(article)).chain(() -> sets.load(id));
    }

    /** An open one; its articles stay as they are. */
    @DELETE
    @Path("{id}")
    public Uni<Void> delete(@PathParam("id") UUID id) {
        return PublishSetStore.delete(pool, id)
                .invoke(found -> {
                    if (!found) {
                        throw PublishSets.missing();
                    }
                })
                .replaceWithVoid();
    }

    /** All of it, or nothing. */
    @POST
    @Path("{id}/publish")
    @RolesAllowed(Right.Names.PUBLISH)
    public Uni<PublishSet> publish(
            @PathParam("id") UUID id, @HeaderParam("Accept-Language") @DefaultValue("zh") String language) {
        return passed(id, HomeZone.today())
                .chain(() -> sets.publish(id, editor()))
                .onFailure()
                .transform(it -> words.inWords(it, RefusalWords.language(language)));
    }

    @PUT
    @Path("{id}/schedule")
    @RolesAllowed(Right.Names.PUBLISH)
    @Audited(value = AuditKind.ARTICLE_SCHEDULED, subject = "publish-set:{id}")
    public Uni<PublishSet> schedule(
            @PathParam("id") UUID id,
            @HeaderParam("Accept-Language") @DefaultValue("zh") String language,
            @NotNull @Valid TheirMoment moment) {
        var at = moment.at().truncatedTo(ChronoUnit.MINUTES);
        return passed(id, at.atZone(HomeZone.id()).toLocalDate())
                .chain(() -> sets.schedule(id, at, editor()))
                .onFailure()
                .transform(it -> words.inWords(it, RefusalWords.language(language)));
    }

    @DELETE
    @Path("{id}/schedule")
    @RolesAllowed(Right.Names.PUBLISH)
    @Audited(value = AuditKind.ARTICLE_UNSCHEDULED, subject = "publish-set:{id}")
    public Uni<PublishSet> unschedule(@PathParam("id") UUID id) {
        return sets.unschedule(id);
    }

    /** What it breaks as a whole is looked at as a whole. */
    private Uni<Void> passed(UUID set, LocalDate day) {
        return sets.latest(set)
                .chain(drafts -> drafts.isEmpty() ? Uni.createFrom().voidItem() : gate.pass(drafts, day));
    }

    private Editor editor() {
        return Editor.of(staff.get());
    }
}
