package dev.yiwen.command.wechat.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.yiwen.command.wechat.platform.ApiFault;
import dev.yiwen.command.wechat.platform.PlatformError;
import dev.yiwen.command.wechat.platform.PlatformRefusal;
import dev.yiwen.command.wechat.platform.PlatformScript;
import dev.yiwen.command.wechat.platform.WechatPlatform;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Serves both interfaces and the page, to this machine alone. */
public final class SimulatorServer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(SimulatorServer.class.getName());
    private static final String LED_BY = "/simulator";
    private static final Pattern TYPE = Pattern.compile("[\\w.+-]+/[\\w.+-]+(; ?[\\w=-]+)?");
    private static final String UNKNOWN = "application/octet-stream";
    private static final String PICTURES = "/mmbiz/";

    private final WechatPlatform platform;
    private final WeixinInterface weixin;
    private final WecomInterface wecom;
    private final SimulatorInterface simulator;
    private final PhonePage page = new PhonePage();
    private final CallLedger ledger = new CallLedger();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer http;

    /** @param port 0 for a free one */
    public SimulatorServer(int port, WechatPlatform platform) throws IOException {
        this.platform = platform;
        weixin = new WeixinInterface(platform);
        wecom = new WecomInterface(platform);
        simulator = new SimulatorInterface(platform, ledger);
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        http.setExecutor(workers);
        http.createContext("/", this::serve);
        http.start();
        platform.reachedAt(url());
    }

    public String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    /** How often each error code was answered; 0 is success. */
    public Map<Integer, Integer> codes() {
        return ledger.codes();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            // Closed without an answer, the connection is cut.
            var answer = served(exchange);
            if (answer.isPresent()) {
                send(exchange, answer.get());
            }
        }
    }

    private Optional<WireAnswer> served(HttpExchange exchange) throws IOException {
        var call = WireCall.of(exchange);
        if (call == null) {
            return Optional.of(WireAnswer.text(413, "text/plain", "too large"));
        }
        try {
            return answer(call, exchange.getRequestHeaders().getFirst("Origin"));
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "A fault of the simulator at " + call.path(), e);
            return Optional.of(WireAnswer.text(500, "text/plain", "a fault of the simulator"));
        }
    }

    /** Empty where the connection is to be cut. */
    private Optional<WireAnswer> answer(WireCall call, @Nullable String origin) {
        if (call.path().startsWith(LED_BY)) {
            // Another page in the same browser must not lead it.
            return Optional.of(
                    origin == null || origin.equals(url()) || origin.equals(url().replace("127.0.0.1", "localhost"))
                            ? simulator.answer(call)
                            : WireAnswer.text(403, "text/plain", "not from another page"));
        }
        if (call.path().startsWith(PICTURES)) {
            return Optional.of(picture(call.path().substring(PICTURES.length())));
        }
        var shown = page.answer(call.path());
        if (shown.isPresent()) {
            return shown;
        }
        return befallen(call);
    }

    private WireAnswer picture(String id) {
        try {
            var media = platform.pictureByAddress(id);
            return new WireAnswer(200, media.contentType(), null, media.bytes());
        } catch (PlatformRefusal e) {
            return WireAnswer.text(404, "text/plain", "gone");
        }
    }

    private Optional<WireAnswer> befallen(WireCall call) {
        var holder = platform.holder(call.asked("access_token"));
        var rule = platform.script().befalls(call.path(), holder).orElse(null);
        var answer = rule == null ? Optional.of(done(call)) : befallen(call, rule);
        ledger.add(new CallLedger.Entry(
                platform.clock().instant(),
                call.path(),
                holder == null ? "" : holder.id(),
                rule == null
                        ? answer.map(it -> new String(
                                        it.body(), 0, Math.min(60, it.body().length), StandardCharsets.UTF_8))
                                .orElse("")
                        : rule.fault().name()));
        return answer;
    }

    private Optional<WireAnswer> befallen(WireCall call, PlatformScript.Rule<ApiFault> rule) {
        return switch (rule.fault()) {
            case SLOW -> {
                pause(Duration.ofMillis(rule.value()));
                yield Optional.of(done(call));
            }
            case CUT -> Optional.empty();
            case DONE_THEN_CUT -> {
                done(call);
                yield Optional.empty();
            }
            case STATUS -> Optional.of(WireAnswer.text(rule.value(), "text/html", "<html>" + rule.value() + "</html>"));
            case GARBAGE -> Optional.of(WireAnswer.text(200, "text/html", "<html><body>busy</body>"));
            case CODE -> Optional.of(coded(rule.value(), "by the script"));
            case FAIL_LATER -> Optional.of(judged(() -> wecom.sentInVain(call, rule.value())));
        };
    }

    private WireAnswer done(WireCall call) {
        return judged(() -> weixin.answer(call).or(() -> wecom.answer(call)).orElseThrow(PlatformError.URL::refusal));
    }

    private interface Doing {
        WireAnswer run();
    }

    private WireAnswer judged(Doing doing) {
        try {
            var answer = doing.run();
            ledger.code(0);
            return answer;
        } catch (PlatformRefusal e) {
            return coded(e.code(), String.valueOf(e.getMessage()));
        }
    }

    private WireAnswer coded(int code, String message) {
        ledger.code(code);
        return WireAnswer.error(code, message + " rid: " + platform.sessionKey());
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, WireAnswer answer) throws IOException {
        var headers = exchange.getResponseHeaders();
        // What somebody uploaded may call itself anything.
        headers.set("Content-Type", TYPE.matcher(answer.contentType()).matches() ? answer.contentType() : UNKNOWN);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Content-Security-Policy", "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'");
        if (answer.fileName() != null) {
            var name = answer.fileName().replaceAll("[^ -~]|[\"\\\\]", "_");
            headers.set("Content-disposition", "attachment; filename=\"" + name + "\"");
        }
        exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
        if (answer.body().length > 0) {
            exchange.getResponseBody().write(answer.body());
        }
    }

    @Override
    public void close() {
        http.stop(0);
        workers.shutdownNow();
    }
}
