package dev.yiwen.brand;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** The brand, as pages show it to everybody. */
@Path("/api/v1/brand")
@PermitAll
final class BrandResource {
    private final Brands brands;
    private final Avatars avatars;

    BrandResource(Brands brands, Avatars avatars) {
        this.brands = brands;
        this.avatars = avatars;
    }

    @GET
    public Response shown() {
        return Response.ok(brands.shown()).header("Cache-Control", "no-cache").build();
    }

    @GET
    @Path("/avatars/{id}")
    public Uni<Response> avatar(UUID id) {
        return avatars.find(id)
                .map(it -> Response.ok(it.content(), it.mediaType())
                        .header("X-Content-Type-Options", "nosniff")
                        .header("Content-Security-Policy", "default-src 'none'; sandbox")
                        .header("Cache-Control", "public, max-age=31536000, immutable")
                        .build());
    }
}
