package dev.yiwen.handoff.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** Facts of invented utterances. Addresses have their own set, that of the redaction. */
class FactReaderTest {
    private static final Logger LOG = Logger.getLogger(FactReaderTest.class);

    @Test
    void reads_every_utterance_of_the_tuning_half() {
        var wrong = read("tuning").stream()
                .filter(it -> !it.missed().isEmpty() || !it.wrong().isEmpty());

        assertThat(wrong).isEmpty();
    }

    @Test
    void is_right_or_says_nothing_on_the_half_that_the_rules_were_not_written_for() {
        var all = read("held-out");
        int found = all.stream().mapToInt(it -> it.found().size()).sum();
        int wrong = all.stream().mapToInt(it -> it.wrong().size()).sum();
        int expected = all.stream().mapToInt(it -> it.expected().size()).sum();
        int missed = all.stream().mapToInt(it -> it.missed().size()).sum();

        LOG.infof(
                "Facts of %d held-out utterances: %d of %d found are right, %d of %d are found; wrong or missed: %s",
                all.size(),
                found - wrong,
                found,
                expected - missed,
                expected,
                all.stream()
                        .filter(it -> !it.missed().isEmpty() || !it.wrong().isEmpty())
                        .toList());
        assertThat(1.0 * (found - wrong) / found).as("precision").isGreaterThanOrEqualTo(0.9);
        assertThat(1.0 * (expected - missed) / expected).as("recall").isGreaterThanOrEqualTo(0.85);
    }

    @Test
    void a_word_of_the_trade_is_none_inside_another() {
        assertThat(FactReader.in("I lost my phone, please close the account")).isEmpty();
        assertThat(FactReader.in("光猫的los灯红了"))
                .extracting(FactReader.Reading::value)
                .containsExactly("光猫", "los");
    }

    private record Read(String text, Set<String> expected, Set<String> found) {
        Set<String> missed() {
            return without(expected, found);
        }

        Set<String> wrong() {
            return without(found, expected);
        }

        private static Set<String> without(Set<String> all, Set<String> some) {
            var rest = new TreeSet<>(all);
            rest.removeAll(some);
            return rest;
        }
    }

    private static List<Read> read(String half) {
        var read = new ArrayList<Read>();
        for (String line : lines("/facts/" + half + ".tsv")) {
            var fields = line.split("\t", -1);
            var expected = Arrays.stream(fields[1].split(" ")).filter(it -> !it.isBlank());
            read.add(new Read(fields[0], expected.collect(Collectors.toSet()), facts(fields[0])));
        }
        return read;
    }

    private static Set<String> facts(String text) {
        return FactReader.in(text).stream()
                .filter(it -> !it.key().equals("address"))
                .map(it -> it.key() + "=" + it.value())
                .collect(Collectors.toSet());
    }

    private static List<String> lines(String resource) {
        try (var in = Objects.requireNonNull(FactReaderTest.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(it -> !it.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
