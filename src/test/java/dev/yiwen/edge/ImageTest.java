package dev.yiwen.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the image is made of, and what its commands do, as far as that can be tried without an engine. */
class ImageTest {
    private static final Path DOCKERFILE = Path.of("docker", "Dockerfile");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private record Said(int status, String output) {}

    @Test
    void its_recipe_keeps_to_the_rules() throws IOException {
        var steps = steps();

        assertThat(steps).noneMatch(it -> it.matches("(?s)(ADD|MAINTAINER) .*"));
        assertThat(steps)
                .filteredOn(it -> it.contains("apt-get install"))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it)
                        .contains("apt-get update", "--no-install-recommends", " -y ", "rm -rf /var/lib/apt/lists/*"));
        assertThat(steps)
                .noneMatch(it -> it.startsWith("RUN ") && it.matches("(?s).*\\b(sudo|apt-get upgrade|chmod 777)\\b.*"));
        assertThat(steps).filteredOn(it -> it.startsWith("WORKDIR ")).allMatch(it -> it.startsWith("WORKDIR /"));
        assertThat(steps)
                .filteredOn(it -> it.startsWith("ENTRYPOINT ") || it.startsWith("CMD "))
                .as("no shell between it and signals")
                .hasSize(2)
                .allMatch(it -> it.matches("\\w+ \\[.*]"));
        assertThat(steps).filteredOn(it -> it.startsWith("HEALTHCHECK ")).hasSize(1);
        var users = steps.stream().filter(it -> it.startsWith("USER ")).toList();
        assertThat(users).isNotEmpty();
        assertThat(users.getLast()).isNotIn("USER root", "USER 0");
    }

    @Test
    void what_it_copies_from_the_checkout_is_there() throws IOException {
        var copied = steps().stream()
                .filter(it -> it.startsWith("COPY ") && !it.contains("--from="))
                .map(it -> Arrays.asList(it.split("\\s+")))
                .flatMap(words -> words.subList(1, words.size() - 1).stream())
                .toList();

        var sent = Files.readAllLines(Path.of(".dockerignore")).stream()
                .filter(it -> it.startsWith("!"))
                .map(it -> it.substring(1))
                .toList();
        assertThat(copied)
                .isNotEmpty()
                .allSatisfy(it -> assertThat(Path.of(it)).exists())
                .as("and sent to the engine")
                .isSubsetOf(sent);
    }

    @Test
    void its_commands_are_those_of_the_launcher() throws Exception {
        assertThat(inside(Map.of(), "admin", "reset-password", "admin").output())
                .contains("-jar", "admin reset-password admin");
        assertThat(inside(Map.of()).output()).endsWith("serve\n");
        assertThat(inside(Map.of("YIWEN_HEAP", "777m"), "serve").output()).contains("-Xmx777m");
        assertThat(inside(Map.of(), "db", "backup"))
                .satisfies(it -> assertThat(it.status()).isEqualTo(2));
    }

    @Test
    void with_a_model_beside_it_the_service_uses_that_unless_another_is_wanted() throws Exception {
        assertThat(inside(Map.of("YIWEN_LOCAL_MODEL", "model")).output())
                .contains("LLM=http://model:11434/v1 qwen3:4b");
        assertThat(inside(Map.of("YIWEN_LOCAL_MODEL", "absent")).output()).contains("LLM= \n");
        assertThat(inside(Map.of("YIWEN_LOCAL_MODEL", "model", "YIWEN_LLM_BASE_URL", "http://other/v1"))
                        .output())
                .contains("LLM=http://other/v1 ");
        assertThat(Files.readString(Path.of("docker", "compose.yaml"))).contains("YIWEN_LLM_MODEL:-qwen3:4b");
    }

    @Test
    void compose_itself_accepts_its_file() throws Exception {
        assumeTrue(run(Map.of(), "docker", "compose", "version").status() == 0, "there is no docker compose here");

        var said = run(
                Map.of("YIWEN_DB_PASSWORD", "chosen"),
                "docker",
                "compose",
                "-f",
                "docker/compose.yaml",
                "--profile",
                "llm",
                "config",
                "--quiet");

        assertThat(said).isEqualTo(new Said(0, ""));
        assertThat(run(Map.of(), "docker", "compose", "-f", "docker/compose.yaml", "config")
                        .output())
                .contains("YIWEN_DB_PASSWORD");
    }

    /** Instructions, with their continued lines, without comments. */
    private static List<String> steps() throws IOException {
        var text = Files.readString(DOCKERFILE).replaceAll("(?m)^#.*\\n", "").replaceAll("\\\\\\n\\s*", " ");
        return Pattern.compile("\\n")
                .splitAsStream(text)
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toList();
    }

    /** With a java that says what it was called with, and a network that has a host "model". */
    private Said inside(Map<String, String> environment, String... arguments) throws Exception {
        program("java", "echo \"$@\"; echo \"LLM=${YIWEN_LLM_BASE_URL:-} ${YIWEN_LLM_MODEL:-}\"; echo \"${@: -1}\"");
        program("getent", "[[ $2 == model ]]");
        var command =
                new ArrayList<>(List.of("env", "PATH=" + folder + ":" + System.getenv("PATH"), "docker/in-image.sh"));
        command.addAll(List.of(arguments));
        return run(environment, command.toArray(String[]::new));
    }

    private void program(String name, String body) throws IOException {
        var file = Files.writeString(folder.resolve(name), "#!/usr/bin/env bash\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Said run(Map<String, String> environment, String... command) throws InterruptedException {
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().keySet().removeIf(it -> it.startsWith("YIWEN_"));
            builder.environment().putAll(environment);
            var process = builder.start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Said(process.waitFor(), output);
        } catch (IOException e) {
            return new Said(127, String.valueOf(e.getMessage()));
        }
    }
}
