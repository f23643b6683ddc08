package dev.yiwen.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Each service of the compose file is locked up, and nothing in it has a password that everybody knows. */
class ComposeTest {
    private static final Path DOCKER = Path.of("docker");

    @Test
    void each_service_is_locked_up() throws IOException {
        assertThat(services()).hasSizeGreaterThanOrEqualTo(4).allSatisfy(service -> {
            assertThat(service.path("security_opt").toString()).contains("no-new-privileges:true");
            assertThat(service.path("cap_drop").toString()).contains("ALL");
            assertThat(service.path("read_only").asBoolean()).isTrue();
            assertThat(service.path("mem_limit").asText()).matches("\\d+[mg]");
            assertThat(service.path("privileged").asBoolean()).isFalse();
        });
    }

    @Test
    void the_database_alone_keeps_rights_and_only_those_to_become_postgres() throws IOException {
        var kept = services()
                .flatMap(service -> StreamSupport.stream(service.path("cap_add").spliterator(), false))
                .map(JsonNode::asText)
                .collect(Collectors.toSet());

        assertThat(Set.of("CHOWN", "DAC_OVERRIDE", "FOWNER", "SETGID", "SETUID"))
                .containsAll(kept);
    }

    @Test
    void each_image_has_a_version() throws IOException {
        assertThat(services().map(it -> it.path("image").asText()).filter(it -> !it.isEmpty()))
                .isNotEmpty()
                .allMatch(image -> image.matches(".+:([a-z-]+-)?\\d+\\.\\d+\\.\\d+.*"));
        assertThat(Files.readAllLines(DOCKER.resolve("Dockerfile")).stream().filter(it -> it.startsWith("FROM ")))
                .hasSizeGreaterThanOrEqualTo(2)
                .allMatch(from -> from.matches("FROM \\S+:\\d+(\\.\\d+)+\\S* AS .*"));
    }

    @Test
    void each_password_must_be_chosen() throws IOException {
        var text = Files.readString(DOCKER.resolve("compose.yaml"));

        assertThat(text.lines().filter(it -> it.contains("PASSWORD: ")))
                .hasSizeGreaterThanOrEqualTo(2)
                .allMatch(it -> it.contains("${YIWEN_DB_PASSWORD:?"));
        assertThat(text).doesNotContain("PASSWORD:-");
    }

    @Test
    void the_database_is_seen_from_this_machine_alone() throws IOException {
        assertThat(compose().path("services").path("database").path("ports"))
                .allMatch(port -> port.asText().startsWith("127.0.0.1:"));
    }

    @Test
    void each_documented_setting_passes_through_and_stands_in_the_sample() throws IOException {
        var environment = compose().path("services").path("app").path("environment");
        var sample = Files.readString(DOCKER.resolve("yiwen.env"));

        assertThat(documented()).hasSizeGreaterThan(30).allSatisfy(setting -> {
            assertThat(environment.has(setting))
                    .as("%s in compose.yaml", setting)
                    .isTrue();
            assertThat(sample).containsPattern("(?m)^#?" + setting + "=");
        });
    }

    @Test
    void the_sample_is_a_file_of_settings() throws IOException {
        assertThat(Files.readAllLines(DOCKER.resolve("yiwen.env")))
                .allMatch(it -> it.matches("|#.*|YIWEN_[A-Z0-9_]+=\\S*"));
    }

    @Test
    void the_service_is_seen_from_this_machine_alone_until_somebody_says_otherwise() throws IOException {
        assertThat(compose().path("services").path("app").path("ports"))
                .hasSize(1)
                .allMatch(port -> port.asText().startsWith("${YIWEN_HOST:-127.0.0.1}:"));
    }

    @Test
    void with_its_profile_the_model_is_there_before_the_service_looks_for_it() throws IOException {
        var services = compose().path("services");
        var local = services.path("app")
                .path("environment")
                .path("YIWEN_LOCAL_MODEL")
                .asText();

        assertThat(services.path(local).path("profiles").toString()).contains("llm");
        assertThat(services.path("app")
                        .path("depends_on")
                        .path(local)
                        .path("required")
                        .asBoolean(true))
                .isFalse();
    }

    @Test
    void with_its_profile_the_recogniser_listens_where_the_sample_says() throws IOException {
        var recogniser = compose().path("services").path("asr");

        assertThat(recogniser.path("profiles").toString()).contains("asr");
        assertThat(recogniser.path("command").asText()).contains("--port 10095").contains("--certfile 0");
        assertThat(Files.readString(DOCKER.resolve("yiwen.env"))).contains("ws://asr:10095");
    }

    /** Those that the guides name, but for what is of the launcher or of this file's own making. */
    private static Set<String> documented() throws IOException {
        var names = new TreeSet<String>();
        for (var guide : List.of(
                "README.md",
                "README.zh-CN.md",
                "src/docs/make-it-yours.md",
                "src/docs/make-it-yours.zh-CN.md",
                "src/docs/operations.md",
                "src/docs/files.md",
                "src/docs/models.md",
                "src/docs/security.md",
                "src/docs/telephony.md")) {
            var found = Pattern.compile("YIWEN_[A-Z0-9]+(_[A-Z0-9]+)*").matcher(Files.readString(Path.of(guide)));
            while (found.find()) {
                names.add(found.group());
            }
        }
        names.removeAll(Set.of(
                "YIWEN_STATE",
                "YIWEN_DATABASE_URL",
                "YIWEN_URL",
                "YIWEN_DB_JDBC_URL",
                "YIWEN_DB_REACTIVE_URL",
                "YIWEN_DB_USER"));
        return names;
    }

    private static Stream<JsonNode> services() throws IOException {
        return StreamSupport.stream(compose().path("services").spliterator(), false);
    }

    /** By SnakeYAML itself, which knows merge keys. */
    private static JsonNode compose() throws IOException {
        var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        return new ObjectMapper(new YAMLFactory())
                .valueToTree(yaml.<Object>load(Files.readString(DOCKER.resolve("compose.yaml"))));
    }
}
