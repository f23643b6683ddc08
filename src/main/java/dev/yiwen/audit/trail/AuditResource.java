package dev.yiwen.audit.trail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.audit.Actor;
import dev.yiwen.audit.AuditEvent;
import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.AuditLog;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;

/** The audit log, for administrators. Taking it out and checking it are themselves in it. */
@Path("/api/v1/audit")
@RolesAllowed("AUDIT")
final class AuditResource {
    private final Trail trail;
    private final AuditChain chain;
    private final AuditLog log;
    private final SecurityIdentity identity;
    private final ObjectMapper json;

    AuditResource(Trail trail, AuditChain chain, AuditLog log, SecurityIdentity identity, ObjectMapper json) {
        this.trail = trail;
        this.chain = chain;
        this.log = log;
        this.identity = identity;
        this.json = json;
    }

    @GET
    public Uni<Trail.Page> list(
            @BeanParam EntryQuery query,
            @QueryParam("before") @Nullable Long before,
            @QueryParam("size") @DefaultValue("50") @Min(1) @Max(200) int size) {
        return trail.page(query.filter(), before, size);
    }

    /** A JSON object a line, newest first. */
    @GET
    @Path("/export.jsonl")
    @Produces("text/plain; charset=UTF-8")
    @ResponseHeader(name = "Content-Disposition", value = "attachment; filename=\"audit.jsonl\"")
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    public Multi<String> jsonLines(@BeanParam EntryQuery query) {
        return export(query, "jsonl", this::write);
    }

    /** A line of ArcSight's Common Event Format each, newest first. */
    @GET
    @Path("/export.cef")
    @Produces("text/plain; charset=UTF-8")
    @ResponseHeader(name = "Content-Disposition", value = "attachment; filename=\"audit.cef\"")
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    public Multi<String> commonEventFormat(@BeanParam EntryQuery query) {
        return export(query, "cef", CommonEventFormat::line);
    }

    /** @param head a head that was noted before, e.g. {@code 1207:9f86…}: the log must still contain it */
    @POST
    @Path("/verify")
    public Uni<AuditChain.Verdict> verify(@QueryParam("head") @Nullable @Size(max = 100) String head) {
        return chain.verify(head)
                .call(verdict -> log.append(event(
                        AuditKind.AUDIT_VERIFIED,
                        Map.of("whole", String.valueOf(verdict.whole()), "head", verdict.head()))));
    }

    private Multi<String> export(EntryQuery query, String format, Function<Entry, String> line) {
        var filter = query.filter();
        return log.append(event(AuditKind.AUDIT_EXPORTED, Map.of("format", format)))
                .onItem()
                .transformToMulti(done -> trail.all(filter))
                .map(part -> lines(part, line));
    }

    private static String lines(List<Entry> part, Function<Entry, String> line) {
        return part.stream().map(line).map(it -> it + "\n").collect(Collectors.joining());
    }

    private AuditEvent event(String kind, Map<String, String> details) {
        return new AuditEvent(kind, Actor.of(identity), "audit", details);
    }

    private String write(Entry entry) {
        try {
            return json.writeValueAsString(entry);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
