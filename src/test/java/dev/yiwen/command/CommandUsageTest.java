package dev.yiwen.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The texts that the launcher shows for {@code --help}; {@code -Dusage.rewrite} writes them anew. */
class CommandUsageTest {
    private static final Path FOLDER = Path.of("docker", "usage");

    @Test
    void the_launchers_texts_are_those_of_the_commands() throws IOException {
        var texts = new TreeMap<String, String>();
        collect(Arguments.clients(), "", texts);
        collect(Arguments.tools(), "", texts);
        assertThat(texts).containsKeys("ask", "import", "evaluate-answers", "bench-handoff", "admin-reset-password");
        if (System.getProperty("usage.rewrite") != null) {
            for (var text : texts.entrySet()) {
                Files.writeString(FOLDER.resolve(text.getKey() + ".txt"), text.getValue());
            }
        }

        for (var text : texts.entrySet()) {
            assertThat(FOLDER.resolve(text.getKey() + ".txt")).content().isEqualTo(text.getValue());
        }
    }

    @Test
    void every_command_of_the_launcher_has_one() throws IOException {
        var cases = Files.readString(Path.of("yiwen"))
                .lines()
                .filter(line ->
                        line.matches("  [a-z |-]+\\) (run|dev|tests|database_command|with_service|with_data) .*"))
                .flatMap(line -> java.util.Arrays.stream(
                        line.substring(0, line.indexOf(')')).split("\\|")))
                .map(String::strip)
                .toList();

        assertThat(cases)
                .hasSizeGreaterThan(10)
                .allSatisfy(it -> assertThat(FOLDER.resolve(it + ".txt")).exists());
    }

    private static void collect(CommandLine line, String prefix, Map<String, String> texts) {
        for (var sub : line.getSubcommands().entrySet()) {
            var name = prefix + sub.getKey();
            texts.put(name, sub.getValue().getUsageMessage(Ansi.OFF).replaceFirst("^Usage: yiwen", "Usage: ./yiwen"));
            collect(sub.getValue(), name + "-", texts);
        }
    }
}
