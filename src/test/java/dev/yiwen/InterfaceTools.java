package dev.yiwen;

import dev.yiwen.NpmPackages.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** The programs that check the description of the REST interface, from {@code src/test/resources/openapi/package.json}. */
final class InterfaceTools {
    private static final Path SOURCE = Path.of("src/test/resources/openapi");
    private static final NpmPackages PACKAGES = new NpmPackages(SOURCE, Path.of("target/openapi-tools"));

    private InterfaceTools() {}

    /** Where they are, together with the other files of the folder; skips the test where npm cannot bring them. */
    static Path installed() throws IOException, InterruptedException {
        var folder = PACKAGES.installed().folder();
        try (var files = Files.list(SOURCE)) {
            for (var file : files.filter(it -> !it.getFileName().toString().startsWith("package"))
                    .toList()) {
                Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return folder;
    }

    /** @param script below {@code node_modules}, or in the folder */
    static Ended node(String script, String... arguments) throws IOException, InterruptedException {
        return PACKAGES.node(
                Path.of(script),
                List.of(arguments),
                Map.of("REDOCLY_TELEMETRY", "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE", "true"));
    }
}
