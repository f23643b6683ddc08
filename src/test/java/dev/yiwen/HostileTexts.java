package dev.yiwen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Texts that patterns and word lists take badly: their own words, over and over. */
public final class HostileTexts {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern WORD = Pattern.compile("\\p{IsHan}+|[a-z0-9]{2,}(?: [a-z]+)*");
    private static final int TIMES = 400;
    private static final int LONG = 10_000;
    private static final int MIXTURES = 300;
    /** A hundred times what any of them takes on a slow machine. */
    private static final Duration BOUND = Duration.ofSeconds(20);

    private HostileTexts() {}

    /** Each word of each list, and mixtures of them, some hundred times. */
    public static List<String> ofLists() {
        var words = List.copyOf(words());
        var texts = new ArrayList<String>();
        words.forEach(it -> texts.add(it.repeat(TIMES)));
        var random = new Random(9);
        for (int i = 0; i < MIXTURES; i++) {
            var some =
                    random.ints(2 + i % 3, 0, words.size()).mapToObj(words::get).toList();
            texts.add(String.join("", some).repeat(TIMES / 2) + "q");
            var mixed = new StringBuilder();
            random.ints(TIMES / 2, 0, some.size()).forEach(it -> mixed.append(some.get(it)));
            texts.add(mixed.append('x').toString());
        }
        return texts;
    }

    public static List<String> others() {
        return List.of(
                "xian".repeat(40) + "q",
                "xian".repeat(2000) + "q",
                "xian ".repeat(2000) + "q",
                "要问".repeat(990),
                "就是".repeat(990) + "x",
                "就是".repeat(20),
                "谢谢".repeat(TIMES) + "x",
                "人 工 ".repeat(TIMES),
                "ABCD " + "EF ".repeat(TIMES) + "G1",
                "a".repeat(LONG),
                "ab ".repeat(LONG / 3) + "1",
                "1".repeat(LONG),
                "1,111".repeat(LONG / 5),
                "一".repeat(LONG),
                "😡".repeat(LONG),
                "e" + "\u0301".repeat(LONG),
                "e" + "\u0301\u0323".repeat(LONG / 2),
                "\uFDFA".repeat(2000),
                "龍鬱".repeat(TIMES),
                "，".repeat(LONG),
                "?".repeat(LONG),
                " ".repeat(LONG) + "x",
                "[".repeat(LONG),
                "@a".repeat(LONG / 2),
                "https://".repeat(TIMES),
                "流\n".repeat(LONG / 2));
    }

    public static Stream<String> all() {
        return Stream.concat(ofLists().stream(), others().stream());
    }

    /** Each is read in a fraction of that time, and no stack overflows. */
    public static void assertBounded(Stream<String> texts, Consumer<String> reading) {
        // Lists and models are loaded by the first text.
        reading.accept("怎么查话费");
        texts.forEach(text -> {
            long start = System.nanoTime();
            reading.accept(text);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as(() -> text.substring(0, Math.min(20, text.length())))
                    .isLessThan(BOUND);
        });
    }

    private static LinkedHashSet<String> words() {
        var words = new LinkedHashSet<String>();
        for (String folder : List.of("triage", "answer", "handoff", "assist", "retrieval")) {
            for (Path file : files(RESOURCES.resolve(folder))) {
                for (String line : lines(file)) {
                    if (!line.startsWith("#")) {
                        WORD.matcher(line).results().forEach(it -> words.add(it.group()));
                    }
                }
            }
        }
        assertThat(words).hasSizeGreaterThan(1000);
        return words;
    }

    /** Weights of models hold no words. */
    private static List<Path> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(it -> it.toString().endsWith(".txt") || it.endsWith("standard-plan.json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
