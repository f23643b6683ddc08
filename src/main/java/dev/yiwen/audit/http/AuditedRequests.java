package dev.yiwen.audit.http;

import dev.yiwen.audit.Actor;
import dev.yiwen.audit.AuditEvent;
import dev.yiwen.audit.AuditLog;
import dev.yiwen.audit.Audited;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** Writes what {@link Audited} says. */
@Singleton
final class AuditedRequests {
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");
    private static final int FIRST_FAILURE = 400;

    private final AuditLog log;
    private final SecurityIdentity identity;

    AuditedRequests(AuditLog log, SecurityIdentity identity) {
        this.log = log;
        this.identity = identity;
    }

    @ServerResponseFilter
    public @Nullable Uni<Void> record(
            ContainerRequestContext request, ContainerResponseContext response, @Nullable ResourceInfo resource) {
        var method = resource == null ? null : resource.getResourceMethod();
        var audited = method == null ? null : method.getAnnotation(Audited.class);
        if (audited == null || response.getStatus() >= FIRST_FAILURE) {
            return Uni.createFrom().voidItem();
        }
        var subject = PARAMETER
                .matcher(audited.subject())
                .replaceAll(it -> Matcher.quoteReplacement(
                        String.valueOf(request.getUriInfo().getPathParameters().getFirst(it.group(1)))));
        return log.append(new AuditEvent(audited.value(), Actor.of(identity), subject, Map.of()));
    }
}
