package dev.yiwen.brand;

import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.Audited;
import dev.yiwen.file.SmallPictures;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;

/** The brand, as administrators change it. */
@Path("/api/v1/brand-settings")
@RolesAllowed(Right.Names.SETTINGS)
final class BrandSettingsResource {
    private final Brands brands;
    private final Avatars avatars;
    private final SmallPictures pictures;
    private final CurrentStaff current;

    BrandSettingsResource(Brands brands, Avatars avatars, SmallPictures pictures, CurrentStaff current) {
        this.brands = brands;
        this.avatars = avatars;
        this.pictures = pictures;
        this.current = current;
    }

    /** @param known the version that was changed */
    record Wanted(int known, @NotNull @Valid Brand brand) {}

    record Uploaded(UUID id) {}

    @GET
    public Uni<Brands.Version> settings() {
        return brands.newest();
    }

    /** 409 when somebody else was faster, 400 with what may not be. */
    @PUT
    @Audited(value = AuditKind.BRAND_CHANGED, subject = "brand")
    public Uni<Brands.Version> change(@NotNull @Valid Wanted wanted) {
        return brands.change(wanted.known(), wanted.brand(), current.get().id());
    }

    /** As customers would see it; nothing is stored. */
    @POST
    @Path("/preview")
    public ShownBrand preview(@NotNull @Valid Brand brand) {
        return ShownBrand.of(0, brand);
    }

    @GET
    @Path("/history")
    public Uni<List<Brands.Change>> history() {
        return brands.history();
    }

    /** The bytes of a picture are the body. It is shown once a brand names it. */
    @POST
    @Path("/avatars")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public Uni<Uploaded> upload(@QueryParam("name") @NotNull String name, byte[] content) {
        return pictures.of(name, content).chain(avatars::keep).map(Uploaded::new);
    }
}
