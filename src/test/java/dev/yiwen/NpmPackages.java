package dev.yiwen;

import com.microsoft.playwright.impl.driver.Driver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Programs that npm brings, from a folder with {@code package.json} and its lock: installed below {@code target}, once for each
 * lock file, and run on the Node that Playwright brings.
 */
public record NpmPackages(Path source, Path folder) {
    private static final List<String> FILES = List.of("package.json", "package-lock.json");

    public record Ended(int code, String output) {}

    /** Skips the test where npm cannot bring them, but not where everything must be tried. */
    public NpmPackages installed() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        var lock = source.resolve("package-lock.json");
        var known = folder.resolve("installed-lock.json");
        if (!Files.exists(known) || Files.mismatch(lock, known) >= 0) {
            require(hasNpm(), "npm is not there: sudo apt install npm");
            for (var file : FILES) {
                Files.copy(source.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
            // Scripts of packages run nowhere.
            var ended = run(List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"), Map.of());
            require(ended.code() == 0, "npm could not bring what " + source + " names: " + ended.output());
            Files.copy(lock, known, StandardCopyOption.REPLACE_EXISTING);
        }
        return this;
    }

    /** @param script an absolute path, or one in the folder */
    public Ended node(Path script, List<String> arguments, Map<String, String> environment)
            throws IOException, InterruptedException {
        var node = Driver.ensureDriverInstalled(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"), false)
                .createProcessBuilder()
                .command()
                .getFirst();
        var command = new ArrayList<>(List.of(node, script.toString()));
        command.addAll(arguments);
        return run(command, environment);
    }

    private Ended run(List<String> command, Map<String, String> environment) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.environment().put("NO_COLOR", "1");
        var process = builder.start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }

    private static void require(boolean there, String needed) {
        if (!there) {
            Assumptions.assumeTrue(Boolean.parseBoolean(System.getenv("CI")), needed);
            throw new AssertionError(needed);
        }
    }

    private static boolean hasNpm() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(it -> Files.isExecutable(Path.of(it, "npm")));
    }
}
