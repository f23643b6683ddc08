package dev.yiwen.assist;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** Tells the assist page whose messages it may believe. */
@Path("/api/v1/assist/origins")
@PermitAll
final class EmbeddingResource {
    private final Embedding embedding;

    EmbeddingResource(Embedding embedding) {
        this.embedding = embedding;
    }

    @GET
    public List<String> origins() {
        return embedding.origins();
    }
}
