package dev.yiwen.edge.response;

import dev.yiwen.edge.PublicAddress;
import dev.yiwen.edge.request.CrossOrigin;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.List;

/** What an administrator copies into other pages, and which pages may. */
@Path("/api/v1/embedding")
@RolesAllowed("INTEGRATIONS")
final class SnippetResource {
    private final CrossOrigin origins;
    private final PublicAddress address;

    /** @param address of this service, as people know it */
    record Snippet(String address, List<String> chatOrigins, List<String> assistOrigins) {}

    SnippetResource(CrossOrigin origins, PublicAddress address) {
        this.origins = origins;
        this.address = address;
    }

    @GET
    public Snippet snippet(@Context HttpServerRequest request) {
        return new Snippet(address.seen(request), origins.chat(), origins.assist());
    }
}
