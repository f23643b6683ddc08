package dev.yiwen;

import com.microsoft.playwright.impl.driver.Driver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The programs that check the description of the REST interface, from {@code src/test/resources/openapi/package.json}:
 * installed by npm into {@code target}, once for each lock file, and run on the Node that Playwright brings.
 */
final class InterfaceTools {
    private static final Path SOURCE = Path.of("src/test/resources/openapi");
    private static final Path FOLDER = Path.of("target/openapi-tools");

    private InterfaceTools() {}

    record Ended(int code, String output) {}

    /** Where they are, together with the other files of the folder; skips the test where npm cannot bring them. */
    static Path installed() throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        var lock = SOURCE.resolve("package-lock.json");
        var known = FOLDER.resolve("installed-lock.json");
        if (!Files.exists(known) || Files.mismatch(lock, known) >= 0) {
            Assumptions.assumeTrue(hasNpm(), "npm, which brings the tools, is not installed");
            Files.copy(lock, FOLDER.resolve("package-lock.json"), StandardCopyOption.REPLACE_EXISTING);
            Files.copy(
                    SOURCE.resolve("package.json"),
                    FOLDER.resolve("package.json"),
                    StandardCopyOption.REPLACE_EXISTING);
            // Scripts of packages run nowhere.
            var ended = run(List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"));
            Assumptions.assumeTrue(ended.code() == 0, () -> "npm could not bring the tools: " + ended.output());
            Files.copy(lock, known, StandardCopyOption.REPLACE_EXISTING);
        }
        try (var files = Files.list(SOURCE)) {
            for (var file : files.filter(it -> !it.getFileName().toString().startsWith("package"))
                    .toList()) {
                Files.copy(file, FOLDER.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return FOLDER;
    }

    /** @param script below {@code node_modules}, or in the folder */
    static Ended node(String script, String... arguments) throws IOException, InterruptedException {
        var node = Driver.ensureDriverInstalled(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"), false)
                .createProcessBuilder()
                .command()
                .getFirst();
        var command = new ArrayList<>(List.of(node, script));
        command.addAll(Arrays.asList(arguments));
        return run(command);
    }

    private static Ended run(List<String> command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).directory(FOLDER.toFile()).redirectErrorStream(true);
        builder.environment().put("REDOCLY_TELEMETRY", "off");
        builder.environment().put("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
        builder.environment().put("NO_COLOR", "1");
        var process = builder.start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }

    private static boolean hasNpm() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(it -> Files.isExecutable(Path.of(it, "npm")));
    }
}
