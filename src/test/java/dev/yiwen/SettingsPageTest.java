package dev.yiwen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The reference of settings is what the code says. After a change of a setting,
 * {@code ./mvnw test -Dtest=SettingsPageTest -Dsettings.rewrite} writes it anew.
 */
class SettingsPageTest {
    private static final Path PAGE = Path.of("src/docs/settings.md");
    private static final Path CODE = Path.of("src/main/java");
    private static final String GENERATED =
            "<!-- From the code, by SettingsPageTest: what stands below is overwritten. -->\n";
    private static final Pattern VARIABLE = Pattern.compile("YIWEN_[A-Z0-9]+(_[A-Z0-9]+)*");

    /** Of the launcher's own making, or of the tests. */
    private static final Set<String> INTERNAL = Set.of(
            "YIWEN_DB_JDBC_URL",
            "YIWEN_DB_REACTIVE_URL",
            "YIWEN_DB_USER",
            "YIWEN_DB_SCHEMA",
            "YIWEN_FIRST_PASSWORD_FILE",
            "YIWEN_LOCAL_MODEL",
            "YIWEN_OWN_DATABASE",
            "YIWEN_TEST_HOME",
            "YIWEN_TEST_PROCESS_JDBC_URL",
            "YIWEN_TEST_PROCESS_REACTIVE_URL",
            "YIWEN_TEST_PROCESS_URL",
            "YIWEN_TEST_STATE");

    @Test
    void the_reference_is_what_the_code_says() throws IOException {
        var page = Files.readString(PAGE);
        var written = page.substring(0, page.indexOf(GENERATED) + GENERATED.length());

        var generated = written + SettingsPage.of(CODE, shortNames());

        if (System.getProperty("settings.rewrite") != null) {
            Files.writeString(PAGE, generated);
        } else {
            assertThat(page).isEqualTo(generated);
        }
    }

    @Test
    void each_variable_that_anything_reads_or_names_stands_in_it() throws IOException {
        var page = Files.readString(PAGE);

        assertThat(variables())
                .hasSizeGreaterThan(40)
                .allSatisfy(it -> assertThat(page).containsPattern("\\b" + it + "\\b"));
    }

    private static List<String> variables() throws IOException {
        try (var docker = Files.list(Path.of("docker"));
                var docs = Files.list(Path.of("src/docs"))) {
            return Stream.of(
                            docker.filter(Files::isRegularFile),
                            docs.filter(it -> it.toString().endsWith(".md") && !it.equals(PAGE)),
                            Stream.of(
                                            "yiwen",
                                            "README.md",
                                            "README.zh-CN.md",
                                            "src/main/resources/application.properties")
                                    .map(Path::of))
                    .flatMap(it -> it)
                    .flatMap(it -> VARIABLE.matcher(read(it)).results().map(found -> found.group()))
                    .filter(it -> !INTERNAL.contains(it))
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    /** The variables that {@code application.properties} reads for a property, beside the one that its name makes. */
    private static Properties shortNames() throws IOException {
        var names = new Properties();
        var properties = new Properties();
        try (var file = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            properties.load(file);
        }
        properties.forEach((property, value) -> {
            var variable = VARIABLE.matcher(value.toString());
            if (property.toString().startsWith("yiwen.") && variable.find()) {
                names.put(property, variable.group());
            }
        });
        return names;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(file + " can't be read", e);
        }
    }
}
