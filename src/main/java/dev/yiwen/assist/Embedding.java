package dev.yiwen.assist;

import dev.yiwen.edge.ContentPolicy;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** Who may frame the assist page: the origins of the configuration, and this installation itself. */
@Singleton
final class Embedding {
    private static final int BEFORE_THE_PAGE = -100;

    private final List<String> origins;
    private final ContentPolicy content;

    Embedding(AssistConfig config, ContentPolicy content) {
        this.content = content;
        this.origins = config.origins().orElse(Set.of()).stream().sorted().toList();
        origins.forEach(Embedding::check);
    }

    List<String> origins() {
        return origins;
    }

    void guard(@Observes Router router) {
        router.route("/assist.html").order(BEFORE_THE_PAGE).handler(this::sayWho);
    }

    private void sayWho(RoutingContext request) {
        request.response().putHeader("Content-Security-Policy", content.page(request.request(), ancestors()));
        request.next();
    }

    private String ancestors() {
        return "'self'" + (origins.isEmpty() ? "" : " " + String.join(" ", origins));
    }

    /** Anything else would end up in a header, or match more than was meant. */
    private static void check(String origin) {
        if (!origin.matches("https?://[A-Za-z0-9.\\[\\]:-]+")) {
            throw new IllegalArgumentException(
                    "yiwen.assist.origins: \"" + origin + "\" is not an origin such as https://crm.example.com");
        }
    }
}
