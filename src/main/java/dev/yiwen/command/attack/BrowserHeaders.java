package dev.yiwen.command.attack;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;

/** What browsers are told, and what strangers are not. */
final class BrowserHeaders implements Probe {
    private static final List<String> PAGES = List.of(
            "/",
            "/chat",
            "/login",
            "/agent",
            "/knowledge",
            "/why",
            "/staff",
            "/account",
            "/routing",
            "/tickets",
            "/supervise",
            "/incidents",
            "/cockpit",
            "/alarms",
            "/reports",
            "/wishes",
            "/gaps",
            "/usefulness",
            "/wechat",
            "/ratings",
            "/scores",
            "/calibration");
    private static final List<String> CLOSED =
            List.of("/q/metrics", "/q/openapi", "/q/swagger-ui/", "/q/dev", "/q/arc", "/.git/config", "/pom.xml");

    @Override
    public String name() {
        return "headers, closed doors, redirects";
    }

    @Override
    public ProbeResult on(Target target) throws IOException, InterruptedException {
        var result = new ProbeResult();
        for (var page : PAGES) {
            var answer = get(target, page);
            var policy = header(answer, "Content-Security-Policy");
            for (var wanted : List.of("object-src 'none'", "base-uri 'none'", "frame-ancestors", "script-src")) {
                result.expect(policy.contains(wanted), page + " has no " + wanted);
            }
            result.expect(!policy.contains("'unsafe-eval'"), page + " lets code be made of text");
            result.expect(
                    !policy.replaceAll("style-src[^;]*", "").contains("'unsafe-inline'"),
                    page + " lets scripts stand in pages");
            result.expect(header(answer, "X-Content-Type-Options").equals("nosniff"), page + " has no nosniff");
            result.expect(!header(answer, "Referrer-Policy").isEmpty(), page + " has no Referrer-Policy");
            result.expect(!header(answer, "Permissions-Policy").isEmpty(), page + " has no Permissions-Policy");
        }
        for (var path : List.of("/api/v1/session", "/api/v1/tickets", "/api/v1/nothing")) {
            var answer = get(target, path);
            result.expect(header(answer, "Cache-Control").contains("no-store"), path + " may be kept by caches");
            result.expect(header(answer, "X-Content-Type-Options").equals("nosniff"), path + " has no nosniff");
        }
        for (var path : CLOSED) {
            int status = get(target, path).statusCode();
            result.expect(status >= 300, path + " is open to strangers: " + status);
        }
        for (var method : List.of("TRACE", "CONNECT", "PROPFIND", "FOO")) {
            var answer = target.send(target.request("/")
                    .method(
                            method.equals("CONNECT") ? "LINK" : method,
                            java.net.http.HttpRequest.BodyPublishers.noBody())
                    .build());
            result.expect(
                    answer.statusCode() >= 400 && answer.statusCode() < 500, method + " gave " + answer.statusCode());
        }
        return result;
    }

    private static HttpResponse<String> get(Target target, String path) throws IOException, InterruptedException {
        return target.send(target.request(path).GET().build());
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
