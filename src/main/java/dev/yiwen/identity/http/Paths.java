package dev.yiwen.identity.http;

import dev.yiwen.identity.ApiScope;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which addresses ask who is there. */
final class Paths {
    private static final String API = "/api/v1/";
    private static final String SESSION = API + "session";
    private static final String VISITORS = API + "visitors";
    /** Of the own mini-program: WeChat's code is what it shows. */
    private static final String WECHAT_LOGIN = API + "wechat/login";

    private static final String ASSIST = API + "assist/";
    private static final String ASSIST_TOKEN = ASSIST + "token";
    private static final String ASSIST_ORIGINS = ASSIST + "origins";
    /** Whom a page is of, shown before anybody has signed in; what changes it is elsewhere. */
    private static final String BRAND = API + "brand/";

    private static final String ASK = API + "ask";
    private static final String MENTIONS = API + "mentions";
    /** Handed in by systems, read by people. */
    private static final String FEEDBACK = API + "feedback";

    private static final String OPERATORS = "/q/";
    private static final String METRICS = OPERATORS + "metrics";
    private static final String PROBES = OPERATORS + "health";
    private static final String SOCKETS = "/ws/";
    private static final String ASSIST_SOCKET = SOCKETS + "v1/assist";
    /** The telephony system is neither staff nor customer: its socket checks a credential of its own. */
    private static final String CALLS = SOCKETS + "v1/calls";

    private static final Pattern CALL_AUDIO = Pattern.compile(CALLS + "/[^/]+/audio");

    /** Likewise what it reports over HTTP. */
    private static final Pattern CALL_EVENTS = Pattern.compile(API + "calls/[^/]+/events");

    private Paths() {}

    static boolean askWhoIsThere(RoutingContext context) {
        var path = context.normalizedPath();
        return ((path.startsWith(API) || path.startsWith(SOCKETS)) && !areOfTelephony(path)) || areOfOperators(context);
    }

    private static boolean areOfTelephony(String path) {
        return path.equals(CALLS)
                || CALL_AUDIO.matcher(path).matches()
                || CALL_EVENTS.matcher(path).matches();
    }

    /** Open to everybody, also to whoever still sends an expired cookie. */
    static boolean areOpen(RoutingContext context) {
        var path = context.normalizedPath();
        return path.equals(SESSION)
                || path.equals(ASSIST_TOKEN)
                || path.equals(ASSIST_ORIGINS)
                || (path + "/").startsWith(BRAND)
                || (path.equals(VISITORS) || path.equals(WECHAT_LOGIN))
                        && context.request().method().equals(HttpMethod.POST);
    }

    /** The scope of an API key that an address takes, where it is for systems alone. */
    static Optional<ApiScope> scope(RoutingContext context) {
        return switch (context.normalizedPath()) {
            case ASK -> Optional.of(ApiScope.ASK);
            case MENTIONS -> Optional.of(ApiScope.MENTION);
            case FEEDBACK ->
                context.request().method().equals(HttpMethod.POST) ? Optional.of(ApiScope.FEEDBACK) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Metrics, the interface's description, details of health; not the probes, which say one word. */
    static boolean areOfOperators(RoutingContext context) {
        var path = context.normalizedPath();
        return (path + "/").startsWith(OPERATORS) && !path.equals(PROBES) && !path.startsWith(PROBES + "/");
    }

    static boolean isSignIn(RoutingContext context) {
        return context.normalizedPath().equals(SESSION)
                && context.request().method().equals(HttpMethod.POST);
    }

    /** A collector's token is none of an identity's; the policy looks at it. */
    static boolean areMetrics(RoutingContext context) {
        return context.normalizedPath().equals(METRICS);
    }

    /** All that someone may do who has yet to replace a one-time password. */
    static boolean areOfTheSession(RoutingContext context) {
        var path = context.normalizedPath();
        return path.equals(SESSION) || path.startsWith(SESSION + "/");
    }

    /** Where an assist panel's token counts; not where a new one is given. */
    static boolean areOfTheAssistPanel(RoutingContext context) {
        var path = context.normalizedPath();
        return path.equals(ASSIST_SOCKET) || path.startsWith(ASSIST) && !path.equals(ASSIST_TOKEN);
    }
}
