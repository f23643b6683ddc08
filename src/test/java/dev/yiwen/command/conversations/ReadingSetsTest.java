package dev.yiwen.command.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.yiwen.command.argument.Half;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The sets on which the reading is measured: their articles exist, and their halves hold the same kinds. */
final class ReadingSetsTest {
    private static final Path SETS = Path.of("src/test/resources/evaluation");
    private static final Path STARTER = Path.of("knowledge");
    private static final Path WATER = Path.of("src/test/resources/knowledge/water");
    private static final Set<String> ACTS = Set.of("clarify", "smalltalk", "handoff", "none", "no-options");

    @Test
    void the_starter_sets_expect_articles_that_exist() throws Exception {
        var scripts = starter(Half.ALL);

        assertThat(unknown(scripts, STARTER)).isEmpty();
        assertThat(firstMessages(scripts)).isGreaterThanOrEqualTo(300);
        assertThat(turns(scripts)).isGreaterThanOrEqualTo(500);
    }

    @Test
    void the_sets_of_another_trade_expect_articles_that_exist() throws Exception {
        var scripts = water();

        assertThat(unknown(scripts, WATER)).isEmpty();
        assertThat(firstMessages(scripts)).isGreaterThanOrEqualTo(120);
        assertThat(turns(scripts)).isGreaterThanOrEqualTo(200);
    }

    @Test
    void the_halves_hold_the_same_kinds_of_first_messages() throws Exception {
        var even = kinds(starter(Half.EVEN));
        var odd = kinds(starter(Half.ODD));

        assertThat(even.keySet()).isEqualTo(odd.keySet());
        even.forEach(
                (kind, messages) -> assertThat(messages).as(kind).isCloseTo(odd.getOrDefault(kind, 0L), within(1L)));
    }

    private static List<Script> starter(Half half) throws Scripts.FormatFault {
        return Stream.concat(
                        Scripts.read(SETS.resolve("reading-questions.jsonl"), half).stream(),
                        Scripts.read(SETS.resolve("conversations/reading"), half).stream())
                .toList();
    }

    private static List<Script> water() throws Scripts.FormatFault {
        return Stream.concat(
                        Scripts.read(SETS.resolve("water/questions.jsonl")).stream(),
                        Scripts.read(SETS.resolve("water/conversations")).stream())
                .toList();
    }

    private static long firstMessages(List<Script> scripts) {
        return scripts.stream().filter(it -> it.turns().size() == 1).count();
    }

    private static int turns(List<Script> scripts) {
        return scripts.stream().mapToInt(it -> it.turns().size()).sum();
    }

    private static Map<String, Long> kinds(List<Script> scripts) {
        return scripts.stream()
                .filter(it -> it.turns().size() == 1)
                .collect(Collectors.groupingBy(it -> it.turns().getFirst().kind(), Collectors.counting()));
    }

    /** What is expected or forbidden, but neither an act nor an article of the knowledge. */
    private static Set<String> unknown(List<Script> scripts, Path knowledge) throws IOException {
        var unknown = scripts.stream()
                .flatMap(it -> it.turns().stream())
                .flatMap(it -> Stream.concat(it.expect().all().stream(), it.forbid().stream()))
                .collect(Collectors.toCollection(TreeSet::new));
        unknown.removeAll(ACTS);
        unknown.removeAll(slugs(knowledge));
        return unknown;
    }

    private static Set<String> slugs(Path knowledge) throws IOException {
        try (var files = Files.walk(knowledge)) {
            return files.map(file -> knowledge.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(".md"))
                    .map(name -> name.substring(0, name.length() - ".md".length()))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }
}
