package dev.yiwen.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.impl.driver.Driver;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.JarURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The bundler drops types without looking at them. TypeScript's own compiler does, on the Node that Playwright brings. The
 * application has been built for this test, and with it {@code node_modules}.
 */
@QuarkusTest
class TypeCheckTest {

    @TempDir
    Path folder;

    @Test
    void the_pages_types_agree() throws IOException, InterruptedException {
        var node = Driver.ensureDriverInstalled(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"), false)
                .createProcessBuilder()
                .command()
                .getFirst();
        var compiler = new ProcessBuilder(List.of(node, compiler().toString(), "-p", "tsconfig.json"))
                .redirectErrorStream(true)
                .start();

        var complaints = new String(compiler.getInputStream().readAllBytes());

        assertThat(compiler.waitFor()).as(complaints).isZero();
    }

    private Path compiler() throws IOException {
        var inJar = (JarURLConnection) getClass()
                .getClassLoader()
                .getResource("META-INF/maven/org.webjars.npm/typescript/pom.xml")
                .openConnection();
        try (var jar = inJar.getJarFile()) {
            for (var entry : jar.stream()
                    .filter(it -> it.getName().contains("/lib/") && !it.isDirectory())
                    .toList()) {
                var file = folder.resolve(entry.getName().replaceFirst(".*/lib/", ""));
                Files.createDirectories(file.getParent());
                Files.copy(jar.getInputStream(entry), file);
            }
        }
        return folder.resolve("tsc.js");
    }
}
