package dev.yiwen;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The packaged application as a process of its own, on the database of the environment. Its output goes to
 * {@code target/running/<port>.log}.
 */
public final class RunningYiwen implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(240);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final int port;
    private final Process process;
    private final Path log;

    private RunningYiwen(int port, Process process, Path log) {
        this.port = port;
        this.process = process;
        this.log = log;
    }

    /** Starts it on a free port with the starter knowledge left out. */
    public static RunningYiwen start() {
        return start(freePort(), Map.of("YIWEN_KNOWLEDGE_STARTER", "none"));
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @param options of the JVM
     */
    public static RunningYiwen start(int port, Map<String, String> environment, String... options) {
        var running = begin(port, environment, options);
        running.awaitReady();
        return running;
    }

    /** Starts it and does not wait. */
    static RunningYiwen begin(int port, Map<String, String> environment, String... options) {
        try {
            var log = Files.createDirectories(Path.of("target", "running")).resolve(port + ".log");
            var builder = new ProcessBuilder(PackagedYiwen.command(List.of(options), "serve"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().put("YIWEN_PORT", Integer.toString(port));
            builder.environment().put("YIWEN_IDENTITY_VISITORS_CHALLENGED", "never");
            builder.environment().put("YIWEN_KNOWLEDGE_STARTER", "import");
            builder.environment().put("YIWEN_KNOWLEDGE_FOUR_EYES", "off");
            builder.environment().put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
            builder.environment().putAll(environment);
            return new RunningYiwen(port, builder.start(), log);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    public URI base() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** SIGKILL: no goodbye to anybody. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** SIGTERM; whether it has ended after so long. */
    boolean endsWithin(Duration time) {
        process.destroy();
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void awaitEnd() {
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    void awaitReady() {
        var deadline = System.nanoTime() + START.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new AssertionError("Yiwen did not become ready on port " + port + "; see " + log);
            }
            pause();
        }
    }

    private boolean isReady() {
        var request = HttpRequest.newBuilder(base().resolve("/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
