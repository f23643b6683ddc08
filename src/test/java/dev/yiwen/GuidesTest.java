package dev.yiwen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a newcomer clicks leads somewhere. */
class GuidesTest {
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#\\s]+)(?:#[^)]*)?\\)");

    static List<Path> guides() throws IOException {
        try (var docs = Files.walk(Path.of("src/docs"))) {
            return Stream.concat(
                            docs.filter(it -> it.toString().endsWith(".md")),
                            Stream.of("README.md", "README.zh-CN.md", "CONTRIBUTING.md")
                                    .map(Path::of))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("guides")
    void each_link_leads_to_a_file(Path guide) throws IOException {
        var links = LINK.matcher(Files.readString(guide)).results().map(it -> it.group(1));

        assertThat(links).allSatisfy(it -> assertThat(guide.resolveSibling(it)).exists());
    }
}
