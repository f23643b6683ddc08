package dev.yiwen;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.netty.util.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.maven.artifact.versioning.ComparableVersion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The bill of materials names what is packaged, and nothing on it is known to be vulnerable. */
class DependenciesIT {
    private static final Path PACKAGED =
            Path.of(System.getProperty("yiwen.jar")).resolveSibling("lib").resolve("main");
    private static final Path BILL = Path.of("target", "bom.json");
    private static final Path VULNERABILITIES = Path.of("src", "test", "resources", "vulnerabilities.yaml");

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Component(@Nullable String group, String name, String version) {
        String artifact() {
            return group + ":" + name;
        }

        /** As Quarkus names it in the packaged application. */
        String file() {
            return group + "." + name + "-" + version;
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Bill(String bomFormat, List<Component> components) {}

    record Vulnerability(String id, String artifact, String below, String what) {
        boolean concerns(Component component) {
            var named = artifact.endsWith(":*")
                    ? artifact.equals(component.group() + ":*")
                    : artifact.equals(component.artifact());
            return named && new ComparableVersion(component.version()).compareTo(new ComparableVersion(below)) < 0;
        }
    }

    @Test
    void names_all_that_is_packaged() throws IOException {
        var named = bill().components().stream().map(Component::file).collect(toSet());

        assertThat(packaged()).isNotEmpty().allMatch(jar -> named.stream().anyMatch(jar::startsWith));
    }

    @Test
    void names_the_version_of_netty_that_runs() throws IOException {
        Map<String, String> netty = bill().components().stream()
                .filter(it -> "io.netty".equals(it.group()))
                .collect(toMap(Component::name, Component::version));

        assertThat(netty).containsKeys("netty-codec-http", "netty-handler", "netty-common");
        assertThat(Set.copyOf(netty.values()))
                .containsExactly(Version.identify().get("netty-common").artifactVersion());
    }

    @Test
    void uses_nothing_that_is_known_to_be_vulnerable() throws IOException {
        var components = bill().components();

        assertThat(vulnerabilities())
                .allSatisfy(known -> assertThat(components)
                        .as("%s: %s", known.id(), known.what())
                        .noneMatch(known::concerns));
    }

    @Test
    void the_list_would_find_what_it_names() throws IOException {
        var quarkusBroughtOnce = new Component("io.netty", "netty-codec-http2", "4.1.130.Final");

        assertThat(vulnerabilities())
                .filteredOn(it -> it.concerns(quarkusBroughtOnce))
                .extracting(Vulnerability::id)
                .contains("CVE-2026-33871", "CVE-2026-47244");
    }

    private static List<String> packaged() throws IOException {
        try (var jars = Files.list(PACKAGED)) {
            return jars.map(it -> it.getFileName().toString()).toList();
        }
    }

    private static Bill bill() throws IOException {
        return new ObjectMapper().readValue(BILL.toFile(), Bill.class);
    }

    private static List<Vulnerability> vulnerabilities() throws IOException {
        return new ObjectMapper(new YAMLFactory())
                .readerForListOf(Vulnerability.class)
                .readValue(VULNERABILITIES.toFile());
    }
}
