package dev.yiwen.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the launcher looks for data, asked with {@code db url}, which starts nothing. */
class StateFolderTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private record Said(int status, String output, String errors) {}

    @BeforeEach
    void a_checkout() throws IOException {
        checkout("one");
    }

    @Test
    void data_have_a_name_and_not_a_path() throws Exception {
        data("home/default", 1111);
        data("home/shop", 2222);

        assertThat(url("one", "home").output()).contains(":1111/");
        Files.move(folder.resolve("one"), folder.resolve("moved"));
        assertThat(url("moved", "home").output()).contains(":1111/");
        checkout("two");
        assertThat(url("two", "home").output()).contains(":1111/");
    }

    @Test
    void a_user_has_several_by_name() throws Exception {
        data("data/yiwen/default", 1111);
        data("data/yiwen/shop", 2222);

        assertThat(named("default", "db", "url").output()).contains(":1111/");
        assertThat(named("shop", "db", "url").output()).contains(":2222/");
        assertThat(named("Shop 1", "db", "url"))
                .satisfies(it -> assertThat(it.status()).isEqualTo(1))
                .satisfies(it -> assertThat(it.errors()).contains("YIWEN_STATE", "Shop 1"));
    }

    @Test
    void the_only_data_of_an_earlier_version_are_taken_over_and_still_found_by_it() throws Exception {
        data("home/123456", 1111);

        var first = url("one", "home");
        var second = url("one", "home");

        assertThat(first.output()).contains(":1111/");
        assertThat(first.errors()).contains("home/123456", "home/default");
        assertThat(second).isEqualTo(new Said(0, first.output(), ""));
        assertThat(folder.resolve("home/123456/port")).hasContent("1111");
        assertThat(folder.resolve("home/default/project")).hasContent("yiwen-123456");
    }

    @Test
    void of_several_those_of_this_path_are_taken_over() throws Exception {
        data("home/123456", 1111);
        data("home/" + checksum("one"), 2222);

        assertThat(url("one", "home").output()).contains(":2222/");
        assertThat(folder.resolve("home/123456/port")).hasContent("1111");
    }

    @Test
    void a_folder_of_this_path_that_holds_no_data_hides_nobody_elses() throws Exception {
        data("home/123456", 1111);
        Files.writeString(
                Files.createDirectories(folder.resolve("home/" + checksum("one")))
                        .resolve("voice-token"),
                "secret");

        assertThat(url("one", "home").output()).contains(":1111/");
    }

    @Test
    void between_several_of_other_paths_nobody_chooses_but_the_user() throws Exception {
        data("home/123456", 1111);
        data("home/654321", 2222);

        var unclear = url("one", "home");

        assertThat(unclear.status()).isEqualTo(1);
        assertThat(unclear.errors()).contains("home/123456", "home/654321", "./yiwen db adopt");
        assertThat(folder.resolve("home/default")).doesNotExist();
        assertThat(adopt("654321").status()).isZero();
        assertThat(url("one", "home").output()).contains(":2222/");
        assertThat(adopt("123456").status()).as("never over others").isEqualTo(1);
        assertThat(folder.resolve("home/123456/port")).hasContent("1111");
    }

    @Test
    void data_in_use_stay_where_they_are() throws Exception {
        var others = data("home/123456", 1111);
        try (var use = new InUse(others)) {
            assertThat(use.isHeld()).isTrue();
            var refused = url("one", "home");

            assertThat(refused.status()).isEqualTo(1);
            assertThat(refused.errors()).contains("home/123456", "in use");
            assertThat(adopt("123456").status()).isEqualTo(1);
            assertThat(folder.resolve("home/default")).doesNotExist();
        }
    }

    @Test
    void data_of_this_path_are_used_where_they_lie_while_they_are_in_use() throws Exception {
        var own = data("home/" + checksum("one"), 1111);
        try (var use = new InUse(own)) {
            assertThat(use.isHeld()).isTrue();
            assertThat(url("one", "home"))
                    .isEqualTo(new Said(0, url("one", "home").output(), ""));
            assertThat(own).isDirectory();
            assertThat(folder.resolve("home/default")).doesNotExist();
        }
        assertThat(url("one", "home").output()).contains(":1111/");
        assertThat(folder.resolve("home/default")).isDirectory();
    }

    /** As a running launcher does. */
    private static final class InUse implements AutoCloseable {
        private final Process process;

        InUse(Path state) throws IOException {
            process = new ProcessBuilder(
                            "flock", "-s", state.resolve("in-use").toString(), "bash", "-c", "echo held; read")
                    .start();
        }

        boolean isHeld() throws IOException {
            return process.inputReader(StandardCharsets.UTF_8).readLine().equals("held");
        }

        @Override
        public void close() throws IOException, InterruptedException {
            process.getOutputStream().close();
            process.waitFor();
        }
    }

    private Path data(String name, int port) throws IOException {
        var state = Files.createDirectories(folder.resolve(name));
        Files.writeString(state.resolve("password"), "secret");
        Files.writeString(state.resolve("port"), Integer.toString(port));
        return state;
    }

    private void checkout(String name) throws IOException {
        var root = folder.resolve(name);
        Files.createDirectories(root.resolve("docker"));
        Files.copy(Path.of("yiwen"), root.resolve("yiwen"));
        try (var scripts = Files.list(Path.of("docker"))) {
            for (var script :
                    scripts.filter(it -> it.toString().endsWith(".sh")).toList()) {
                Files.copy(script, root.resolve("docker").resolve(script.getFileName()));
            }
        }
    }

    /** What an earlier version named its folder. */
    private String checksum(String checkout) throws IOException, InterruptedException {
        return run(List.of(
                        "bash",
                        "-c",
                        "cksum <<<\"$0\" | cut -d ' ' -f 1",
                        folder.resolve(checkout).toRealPath().toString()))
                .output()
                .strip();
    }

    private Said url(String checkout, String home) throws IOException, InterruptedException {
        return run(List.of("env", "YIWEN_STATE=" + folder.resolve(home), launcher(checkout), "db", "url"));
    }

    private Said adopt(String which) throws IOException, InterruptedException {
        return run(List.of("env", "YIWEN_STATE=" + folder.resolve("home"), launcher("one"), "db", "adopt", which));
    }

    /** A user other than root, whose folders are elsewhere. */
    private Said named(String name, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("env", "XDG_DATA_HOME=" + folder.resolve("data"), "YIWEN_STATE=" + name));
        command.addAll(List.of("bash", "-c", "id() { echo 1000; }; export -f id; exec \"$0\" \"$@\"", launcher("one")));
        command.addAll(List.of(arguments));
        return run(command);
    }

    private String launcher(String checkout) {
        return folder.resolve(checkout).resolve("yiwen").toString();
    }

    private Said run(List<String> command) throws IOException, InterruptedException {
        var errors = folder.resolve("errors");
        var builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().keySet().removeIf(it -> it.startsWith("YIWEN_"));
        builder.environment().put("DOCKER_HOST", "unix:///nowhere");
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), output, Files.readString(errors));
    }
}
