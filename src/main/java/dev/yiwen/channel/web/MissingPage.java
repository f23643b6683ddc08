package dev.yiwen.channel.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;

/** A page that says so, for people who look for one that is not there; programs get problem JSON. */
final class MissingPage {
    private static final String PAGE = "/404.html";
    /** Where no pages are. */
    private static final Pattern ELSEWHERE =
            Pattern.compile("/(?:api|ws|q|static|\\.well-known)(?:/.*)?|/.*\\.(?!html$)[a-z0-9]+");
    /** After what refuses and adds headers, before whatever else might answer. */
    private static final int EARLY = -1;

    void route(@Observes Router router) {
        router.route().order(EARLY).handler(MissingPage::lookFor);
        router.get("/favicon.ico").handler(request -> request.reroute("/favicon.svg"));
    }

    private static void lookFor(RoutingContext context) {
        var path = context.normalizedPath();
        if (path.equals(PAGE)) {
            context.addHeadersEndHandler(end -> context.response().setStatusCode(404));
        } else if (isMissing(context, path)) {
            context.reroute(HttpMethod.GET, PAGE);
            return;
        }
        context.next();
    }

    private static boolean isMissing(RoutingContext context, String path) {
        var accepted = context.request().getHeader(HttpHeaders.ACCEPT);
        return context.request().method() == HttpMethod.GET
                && accepted != null
                && accepted.contains("text/html")
                && !ELSEWHERE.matcher(path).matches()
                && !Pages.has(path);
    }
}
