package dev.yiwen.brand;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The operator of the starter knowledge is data: nobody else's installation has a word of it. */
class NoOperatorInCodeTest {
    private static final Pattern OPERATOR = Pattern.compile("(?i)云桥|小桥|10055|yunqiao|xiaoqiao");

    @Test
    void the_starter_knowledges_operator_is_named_in_it_alone() throws IOException {
        var naming = Stream.of("src/main", "prompts", "docker", "yiwen")
                .flatMap(NoOperatorInCodeTest::files)
                .filter(NoOperatorInCodeTest::names)
                .toList();

        assertThat(naming).isEmpty();
        assertThat(List.of(Path.of("knowledge/brand.example"))).allMatch(NoOperatorInCodeTest::names);
    }

    private static Stream<Path> files(String root) {
        try (var files = Files.walk(Path.of(root))) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new AssertionError(root, e);
        }
    }

    private static boolean names(Path file) {
        try {
            return OPERATOR.matcher(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                    .find();
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }
}
