package dev.yiwen.identity.http;

import dev.yiwen.identity.ApiKey;
import dev.yiwen.identity.ApiScope;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import dev.yiwen.identity.key.ApiKeys;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The keys of systems that use the interface. */
@Path("/api/v1/api-keys")
@RolesAllowed(Right.Names.INTEGRATIONS)
final class ApiKeyResource {
    private final ApiKeys keys;
    private final CurrentStaff current;

    ApiKeyResource(ApiKeys keys, CurrentStaff current) {
        this.keys = keys;
        this.current = current;
    }

    /** @param days until it expires; null for never */
    record NewKey(
            @NotBlank @Size(max = 64) String name,
            @NotEmpty Set<@NotNull ApiScope> scopes,
            @Nullable @Min(1) @Max(3650) Integer days) {}

    @GET
    public Uni<List<ApiKey>> list() {
        return keys.all();
    }

    @POST
    public Uni<ApiKeys.Created> create(@NotNull @Valid NewKey fresh) {
        var expiresAt = fresh.days() == null ? null : Instant.now().plus(Duration.ofDays(fresh.days()));
        return keys.create(
                fresh.name().strip(), fresh.scopes(), expiresAt, current.get().id());
    }

    @DELETE
    @Path("/{id}")
    public Uni<Void> revoke(UUID id) {
        return keys.revoke(id, current.get().id());
    }
}
