package dev.yiwen.channel.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of what the platform says names tests that are there. */
class WeChatContractTest {
    private static final Path TESTS = Path.of("src", "test", "java");
    private static final int COLUMNS = 4;

    @Test
    void each_row_of_the_protocol_names_a_test_of_the_simulator_and_one_of_the_channel() throws IOException {
        var tests = tests();
        var rows = Files.readAllLines(Path.of("src", "docs", "wechat-contract.md")).stream()
                .filter(it -> it.startsWith("| ") && !it.startsWith("| ---") && !it.startsWith("| what "))
                .map(it -> it.split(" ?\\| ?"))
                .toList();

        assertThat(rows).hasSizeGreaterThan(35).allMatch(it -> it.length == COLUMNS);
        assertThat(missing(rows, tests)).isEmpty();
    }

    private static List<String> missing(List<String[]> rows, Map<String, String> tests) {
        var missing = new ArrayList<String>();
        for (var row : rows) {
            for (int column = 2; column < COLUMNS; column++) {
                var named = row[column].split(": ", 2);
                var source = tests.get(named[0]);
                if (source == null
                        || !(source.contains("void " + named[1] + "(") || source.contains('"' + named[1] + '"'))) {
                    missing.add(row[column]);
                }
            }
        }
        return missing;
    }

    private static Map<String, String> tests() throws IOException {
        try (var files = Files.walk(TESTS)) {
            return files.filter(it ->
                            it.toString().contains("wechat") && it.toString().endsWith("Test.java"))
                    .collect(Collectors.toMap(
                            it -> it.getFileName().toString().replace(".java", ""), source(), (a, b) -> a + b));
        }
    }

    private static Function<Path, String> source() {
        return it -> {
            try {
                return Files.readString(it);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
