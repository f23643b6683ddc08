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
import java.util.Set;
import java.util.UUID;

/** Which systems are told what, and what became of it. */
@Path("/api/v1/webhooks")
@RolesAllowed(Right.Names.INTEGRATIONS)
final class WebhookResource {
    private final WebhookEndpoints endpoints;
    private final CurrentStaff current;

    WebhookResource(WebhookEndpoints endpoints, CurrentStaff current) {
        this.endpoints = endpoints;
        this.current = current;
    }

    record NewWebhook(
            @NotBlank @Size(max = 500) String url, @NotEmpty Set<@NotNull WebhookEvent> events) {}

    @GET
    public Uni<List<WebhookEndpoint>> list() {
        return endpoints.all();
    }

    @POST
    public Uni<WebhookEndpoints.Added> add(@NotNull @Valid NewWebhook fresh) {
        return endpoints.add(fresh.url().strip(), fresh.events(), current.get().id());
    }

    @DELETE
    @Path("/{id}")
    public Uni<Void> remove(UUID id) {
        return endpoints.remove(id, current.get().id());
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
