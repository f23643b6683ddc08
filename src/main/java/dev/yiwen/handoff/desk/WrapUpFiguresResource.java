package dev.yiwen.handoff.desk;

import dev.yiwen.handoff.wrapup.WrapUpFigures;
import dev.yiwen.identity.Right;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** How long agents write after a conversation, and how much. */
@Path("/api/v1/supervision/wrap-ups")
@RolesAllowed(Right.Names.SUPERVISE)
final class WrapUpFiguresResource {
    private static final int DAYS = 14;

    private final WrapUpFigures figures;

    WrapUpFiguresResource(WrapUpFigures figures) {
        this.figures = figures;
    }

    /** Of the last {@value #DAYS} days. */
    @GET
    public Uni<WrapUpFigures.Figures> lately() {
        return figures.last(DAYS);
    }
}
