package dev.yiwen.command.bench;

import dev.yiwen.command.ask.CommandFailure;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The packaged application in a process of its own, on a free port of this machine, in a schema that goes with it. */
public final class Instance implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final int LAST_LINES = 15;

    private final String voiceToken = UUID.randomUUID().toString();
    private final Schema schema = Schema.ofThisProcess();
    private final Map<String, String> environment;
    private final boolean alone;
    private final Thread atExit = new Thread(this::clean);
    private final int port;
    private final URI base;
    private final Path log;
    private volatile @Nullable Process process;

    /** Starts it for the first time: it makes its tables and imports the starter knowledge. */
    public Instance() throws InterruptedException {
        this(Map.of());
    }

    /** @param environment settings beside those that every measurement needs */
    public Instance(Map<String, String> environment) throws InterruptedException {
        this(environment, true);
    }

    private Instance(Map<String, String> environment, boolean alone) throws InterruptedException {
        this.environment = Map.copyOf(environment);
        this.alone = alone;
        try {
            port = freePort();
            base = URI.create("http://127.0.0.1:" + port);
            log = Files.createTempFile("yiwen-bench-", ".log");
            Runtime.getRuntime().addShutdownHook(atExit);
            process = launch();
            awaitReady();
        } catch (IOException e) {
            throw notStarted(e);
        }
    }

    /** From starting the process to being ready, as every day: with the data there. */
    public Duration restart() throws InterruptedException {
        try {
            end(running());
            var begun = System.nanoTime();
            process = launch();
            awaitReady();
            return Duration.ofNanos(System.nanoTime() - begun);
        } catch (IOException e) {
            throw notStarted(e);
        }
    }

    /** Another one on the same tables; they go with the first. */
    public Instance beside() throws InterruptedException {
        return new Instance(environment, false);
    }

    /** Without a word, as a machine that loses its power. {@link #restart} puts another in its place. */
    public void kill() throws InterruptedException {
        running().destroyForcibly().waitFor();
    }

    public URI base() {
        return base;
    }

    public Schema schema() {
        return schema;
    }

    /** What telephony systems show. */
    public String voiceToken() {
        return voiceToken;
    }

    /** The processor time used so far, by it and around it. */
    Processor processor() {
        return Processor.of(running().pid());
    }

    /** Bytes of its memory that are in the machine's, after a collection of garbage where that can be had. */
    public long residentBytes() throws InterruptedException {
        collectGarbage();
        return memory("VmRSS:");
    }

    /** The most bytes that it ever had in the machine's memory, garbage included. */
    public long peakBytes() {
        return memory("VmHWM:");
    }

    private long memory(String name) {
        try (var lines = Files.lines(Path.of("/proc/" + running().pid() + "/status"))) {
            return lines.filter(it -> it.startsWith(name))
                    .mapToLong(it -> Long.parseLong(it.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    /** Lets a command work beside it on the same tables, and waits for its end. */
    public void runs(String... words) throws InterruptedException {
        try {
            int code = start(words).waitFor();
            if (code != 0) {
                throw new CommandFailure("\"" + String.join(" ", words) + "\" ended with " + code + ".");
            }
        } catch (IOException e) {
            throw notStarted(e);
        }
    }

    private Process launch() throws IOException {
        return start();
    }

    private Process start(String... words) throws IOException {
        var command = command();
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment()
                .putAll(Map.of(
                        "YIWEN_KNOWLEDGE_STARTER",
                        "import",
                        "YIWEN_PORT",
                        String.valueOf(port),
                        "QUARKUS_HTTP_HOST",
                        "127.0.0.1",
                        "YIWEN_DB_SCHEMA",
                        schema.name(),
                        "YIWEN_VOICE_TOKEN",
                        voiceToken,
                        // All customers of a measurement come from one address.
                        "YIWEN_IDENTITY_VISITORS_CHALLENGED",
                        "never",
                        "YIWEN_IDENTITY_VISITORS_MOST",
                        "1000000",
                        "YIWEN_WEB_SOCKETS_PER_ADDRESS",
                        "1000000"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** With the options that this process has: those of the launcher. */
    private static List<String> command() {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-jar");
        command.add(System.getProperty("java.class.path"));
        return command;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() throws InterruptedException, IOException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        try (var client = HttpClient.newHttpClient()) {
            while (!isReady(client)) {
                if (!running().isAlive() || System.nanoTime() > end) {
                    var said = Files.readAllLines(log);
                    close();
                    throw new CommandFailure("The application did not get ready. It said last:\n"
                            + String.join("\n", said.subList(Math.max(0, said.size() - LAST_LINES), said.size())));
                }
                Thread.sleep(20);
            }
        }
    }

    private boolean isReady(HttpClient client) throws InterruptedException {
        var request = HttpRequest.newBuilder(base.resolve("/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private void collectGarbage() throws InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            new ProcessBuilder(jcmd, String.valueOf(running().pid()), "GC.run")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(GRACE.toSeconds(), TimeUnit.SECONDS);
        } catch (IOException e) {
            // A Java runtime without tools: the figure then holds some garbage.
        }
    }

    /** Ends the process and drops the schema. */
    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        clean();
    }

    private void clean() {
        try {
            var running = process;
            if (running != null) {
                end(running);
            }
            if (alone) {
                schema.drop();
            }
            Files.deleteIfExists(log);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // A log file stays in the folder of temporary files.
        }
    }

    private static void end(Process running) throws InterruptedException {
        running.destroy();
        try {
            if (!running.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS)) {
                running.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            running.destroyForcibly();
            throw e;
        }
    }

    private Process running() {
        return Objects.requireNonNull(process);
    }

    private static CommandFailure notStarted(IOException e) {
        return new CommandFailure("The application cannot be started: " + e.getMessage());
    }
}
