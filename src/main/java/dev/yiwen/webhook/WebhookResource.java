package dev.yiwen.webhook;

import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which systems are told what, and what became of it. */
@Path("/api/v1/webhooks")
@RolesAllowed(Right.Names.INTEGRATIONS)
final class WebhookResource {
    private final WebhookEndpoints endpoints;
    private final WebhookOutbox outbox;
    private final CurrentStaff current;

    WebhookResource(WebhookEndpoints endpoints, WebhookOutbox outbox, CurrentStaff current) {
        this.endpoints = endpoints;
        this.outbox = outbox;
        this.current = current;
    }

    record NewWebhook(
            @NotBlank @Size(max = 500) String url,
            @Nullable WebhookFormat format,
            @Nullable @Size(max = 200) String robotSecret,
            @NotEmpty Set<@NotNull WebhookEvent> events) {}

    /**
     * @param failure what the robot says, or why there is no answer; null when it was taken
     */
    record Tried(
            boolean taken,
            @Nullable Integer status,
            @Nullable String failure,
            int tookMs) {}

    @GET
    public Uni<List<WebhookEndpoint>> list() {
        return endpoints.all();
    }

    @POST
    public Uni<WebhookEndpoints.Added> add(@NotNull @Valid NewWebhook fresh) {
        return endpoints.add(
                fresh.url().strip(),
                Objects.requireNonNullElse(fresh.format(), WebhookFormat.JSON),
                Objects.requireNonNullElse(fresh.robotSecret(), "").strip(),
                fresh.events(),
                current.get().id());
    }

    @DELETE
    @Path("/{id}")
    public Uni<Void> remove(UUID id) {
        return endpoints.remove(id, current.get().id());
    }

    /** Tells it something now, which is not written into the log. */
    @POST
    @Path("/{id}/test")
    public Uni<Tried> test(UUID id) {
        return outbox.test(id).map(it -> new Tried(it.good(), it.status(), it.failure(), it.tookMs()));
    }

    @POST
    @Path("/{id}/enabling")
    public Uni<Void> enable(UUID id) {
        return endpoints.enable(id);
    }

    @GET
    @Path("/{id}/deliveries")
    public Uni<List<WebhookDelivery>> deliveries(UUID id) {
        return endpoints.log(id);
    }

    @POST
    @Path("/{id}/deliveries/{delivery}/again")
    public Uni<Void> redeliver(UUID id, UUID delivery) {
        return endpoints.again(id, delivery);
    }
}
