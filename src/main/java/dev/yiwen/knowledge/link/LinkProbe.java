package dev.yiwen.knowledge.link;

import dev.yiwen.knowledge.link.LinkCheck.Probe;
import dev.yiwen.shared.OutsideAddress;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Set;

/** Asks for a page by its head, else for the page itself, of which nothing is read; follows redirects, each to an address that may be reached. */
@Singleton
final class LinkProbe {
    private static final int MOST_REDIRECTS = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int FAULT = 400;
    private static final int LONGEST_WORDS = 200;

    private final HttpClient http;
    private final LinkConfig config;

    LinkProbe(Vertx vertx, LinkConfig config) {
        this.config = config;
        http = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) config.timeout().toMillis())
                .setKeepAlive(false)
                .setMaxPoolSize(8));
    }

    /** @param location of a redirect; empty for none */
    private record Head(int status, String location) {}

    /** Never fails. */
    Uni<Probe> of(String url) {
        return follow(url, 0)
                .onFailure(e -> e instanceof Problem || e instanceof IllegalArgumentException)
                .recoverWithItem(e -> new Probe.Refused(words(e)))
                .onFailure()
                .recoverWithItem(e -> new Probe.Silent(words(e)));
    }

    private Uni<Probe> follow(String url, int redirects) {
        return head(url, HttpMethod.HEAD)
                // Some answer to nothing but a reader.
                .chain(head -> head.status >= FAULT
                        ? head(url, HttpMethod.GET)
                        : Uni.createFrom().item(head))
                .chain(head -> {
                    if (!REDIRECTS.contains(head.status) || head.location.isEmpty()) {
                        return Uni.createFrom().item(new Probe.Answered(head.status));
                    }
                    return redirects == MOST_REDIRECTS
                            ? Uni.createFrom().item(new Probe.Silent("more than " + MOST_REDIRECTS + " redirects"))
                            : follow(URI.create(url).resolve(head.location).toString(), redirects + 1);
                });
    }

    private Uni<Head> head(String url, HttpMethod method) {
        return Uni.createFrom()
                .item(() -> options(url, method))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(options -> Uni.createFrom()
                        .completionStage(() -> http.request(options)
                                .compose(request -> request.send().map(response -> {
                                    var location = response.getHeader(HttpHeaders.LOCATION);
                                    var head = new Head(response.statusCode(), location == null ? "" : location);
                                    // Of the page itself nothing is wanted.
                                    response.exceptionHandler(reset -> {});
                                    request.reset();
                                    return head;
                                }))
                                .toCompletionStage()))
                .ifNoItem()
                .after(config.timeout().multipliedBy(2))
                .fail();
    }

    /** Blocks for the name. */
    private RequestOptions options(String url, HttpMethod method) {
        // Signs that are no ASCII are written out.
        var to = OutsideAddress.of(URI.create(url).toASCIIString());
        return new RequestOptions()
                .setMethod(method)
                .setServer(SocketAddress.inetSocketAddress(to.port(), address(to)))
                .setHost(to.host())
                .setPort(to.port())
                .setSsl(to.secure())
                .setURI(to.path())
                .setFollowRedirects(false)
                .setTimeout(config.timeout().toMillis())
                .putHeader("User-Agent", "Yiwen (link check)")
                .putHeader("Accept", "*/*");
    }

    private String address(OutsideAddress to) {
        try {
            return to.resolve(config.privateAddresses(), "YIWEN_LINKS_PRIVATE");
        } catch (Problem problem) {
            if (problem.detail().startsWith("There is no host")) {
                // Without a way out no name is known: the same as nobody who answers.
                throw new IllegalStateException(problem.detail(), problem);
            }
            throw problem;
        }
    }

    private static String words(Throwable failure) {
        var message = failure instanceof Problem problem
                ? problem.detail()
                : failure instanceof io.smallrye.mutiny.TimeoutException
                        ? "no answer in time"
                        : String.valueOf(failure.getMessage());
        return message.substring(0, Math.min(message.length(), LONGEST_WORDS));
    }
}
