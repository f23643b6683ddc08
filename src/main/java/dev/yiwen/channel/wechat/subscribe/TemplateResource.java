package dev.yiwen.channel.wechat.subscribe;

import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;

/** Templates of subscribe messages, by administrators. */
@Path("/api/v1/wechat/templates")
@RolesAllowed(Right.Names.INTEGRATIONS)
final class TemplateResource {
    private final TemplateBook book;
    private final CurrentStaff current;

    TemplateResource(TemplateBook book, CurrentStaff current) {
        this.book = book;
        this.current = current;
    }

    record Listed(List<TemplateView> templates) {}

    /** @param account whose */
    @GET
    public Uni<Listed> list(@QueryParam("account") @NotNull UUID account) {
        return book.of(account).map(Listed::new);
    }

    @POST
    public Uni<TemplateView> add(@QueryParam("account") @NotNull UUID account, @NotNull @Valid TemplateForm form) {
        return book.add(account, form, current.get().id());
    }

    /** No message goes by it any more, and no consent is asked for; it can be had back. */
    @DELETE
    @Path("/{id}")
    public Uni<Void> remove(UUID id) {
        return book.remove(id, true, current.get().id()).replaceWithVoid();
    }

    /** Has back what was removed. */
    @POST
    @Path("/{id}/restoring")
    public Uni<TemplateView> restore(UUID id) {
        return book.remove(id, false, current.get().id());
    }
}
