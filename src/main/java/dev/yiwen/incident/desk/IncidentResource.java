package dev.yiwen.incident.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.Audited;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import dev.yiwen.incident.Affected;
import dev.yiwen.incident.Incident;
import dev.yiwen.incident.Incidents;
import dev.yiwen.incident.OpenChats;
import dev.yiwen.privacy.Masked;
import dev.yiwen.shared.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Incidents that supervisors declare, and what all staff see of them. */
@Path("/api/v1/incidents")
@RolesAllowed(Right.Names.SUPERVISE)
final class IncidentResource {
    private static final int EXAMPLES = 10;
    private static final int LONGEST_EXAMPLE = 120;

    private final IncidentDesk desk;
    private final IncidentReports reports;
    private final Incidents incidents;
    private final OpenChats chats;
    private final CurrentStaff current;

    IncidentResource(
            IncidentDesk desk, IncidentReports reports, Incidents incidents, OpenChats chats, CurrentStaff current) {
        this.desk = desk;
        this.reports = reports;
        this.incidents = incidents;
        this.chats = chats;
        this.current = current;
    }

    /** @param words the last that is of the matter, without personal data */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Example(UUID conversation, @Nullable String customer, String words, Affected affected) {}

    /**
     * Whom it would concern of those in open chats now.
     *
     * @param sure who would be told
     * @param maybe who would be told "if you are in …"
     * @param elsewhere who speaks of the matter and would not be told
     * @param says what the first would be told
     */
    record Preview(long sure, long maybe, long elsewhere, List<Example> examples, String says) {}

    /** @param eta null: nobody knows */
    record Renewal(@Nullable Instant eta) {}

    /** What stands, then what was. */
    @GET
    public Uni<List<Declared>> all() {
        return reports.all();
    }

    /** What stands, from memory: asked every few seconds by every page of staff. */
    @GET
    @Path("/standing")
    @RolesAllowed({
        Right.Names.ANSWER,
        Right.Names.TICKETS,
        Right.Names.READ_ALL,
        Right.Names.SUPERVISE,
        Right.Names.EDIT
    })
    public List<Declared> standing() {
        return incidents.standing().stream().map(reports::plain).toList();
    }

    @GET
    @Path("/{id}")
    public Uni<IncidentReports.Life> life(@PathParam("id") UUID id) {
        return reports.life(id);
    }

    @POST
    @Path("/preview")
    public Uni<Preview> preview(@NotNull @Valid IncidentForm form) {
        var incident = new Incident(
                Ids.next(),
                form.level(),
                form.causeSaid(),
                form.scope(),
                form.banner(),
                form.drill(),
                form.eta(),
                1,
                Instant.now(),
                current.get().name(),
                null);
        return chats.of(incident)
                .map(found -> new Preview(
                        count(found, Affected.YES),
                        count(found, Affected.MAYBE),
                        count(found, Affected.NO),
                        found.stream()
                                .sorted(Comparator.comparing(OpenChats.Found::affected))
                                .limit(EXAMPLES)
                                .map(IncidentResource::example)
                                .toList(),
                        reports.plain(incident).says()));
    }

    @POST
    @Audited(value = AuditKind.INCIDENT_DECLARED, subject = "incident")
    public Uni<Declared> declare(@NotNull @Valid IncidentForm form) {
        return desk.declare(form, current.get().name()).map(reports::plain);
    }

    @PUT
    @Path("/{id}")
    @Audited(value = AuditKind.INCIDENT_CHANGED, subject = "incident:{id}")
    public Uni<Declared> change(@PathParam("id") UUID id, @NotNull @Valid IncidentForm form) {
        return desk.change(id, form, current.get().name()).map(reports::plain);
    }

    @PUT
    @Path("/{id}/eta")
    @Audited(value = AuditKind.INCIDENT_CHANGED, subject = "incident:{id}")
    public Uni<Declared> renew(@PathParam("id") UUID id, @NotNull @Valid Renewal wanted) {
        return desk.renew(id, wanted.eta(), current.get().name()).map(reports::plain);
    }

    @POST
    @Path("/{id}/recovery")
    @Audited(value = AuditKind.INCIDENT_RECOVERED, subject = "incident:{id}")
    public Uni<Declared> recover(@PathParam("id") UUID id) {
        return desk.recover(id, current.get().name()).map(reports::plain);
    }

    private static long count(List<OpenChats.Found> found, Affected affected) {
        return found.stream().filter(it -> it.affected() == affected).count();
    }

    private static Example example(OpenChats.Found found) {
        return new Example(
                found.conversation().value(),
                found.name(),
                Objects.requireNonNullElse(Masked.beginning(found.words(), LONGEST_EXAMPLE), ""),
                found.affected());
    }
}
