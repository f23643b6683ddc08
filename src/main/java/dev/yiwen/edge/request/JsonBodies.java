package dev.yiwen.edge.request;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Whoever says nothing of {@code @Consumes} takes JSON. JAX-RS would make of plain text whatever has a constructor for one
 * string, past the checks of JSON.
 */
final class JsonBodies {

    @ServerRequestFilter
    void refuseOthers(ContainerRequestContext request, ResourceInfo resource) {
        var type = request.getMediaType();
        if (type != null
                && !type.isCompatible(MediaType.APPLICATION_JSON_TYPE)
                && hasBody(request)
                && !says(resource)) {
            throw new NotSupportedException();
        }
    }

    private static boolean hasBody(ContainerRequestContext request) {
        var length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        return length == null ? request.getHeaderString("Transfer-Encoding") != null : !length.equals("0");
    }

    private static boolean says(ResourceInfo resource) {
        return resource.getResourceMethod().isAnnotationPresent(Consumes.class)
                || resource.getResourceClass().isAnnotationPresent(Consumes.class);
    }
}
