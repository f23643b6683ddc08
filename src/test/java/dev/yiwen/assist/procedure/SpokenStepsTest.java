package dev.yiwen.assist.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.knowledge.Procedure;
import dev.yiwen.knowledge.Procedure.Speaker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The example procedures against sentences in spoken style. */
class SpokenStepsTest {
    private record Line(String procedure, int step, Speaker by, String said, boolean proves) {
        static Line of(String line) {
            var fields = line.split("\t");
            return new Line(
                    fields[0],
                    Integer.parseInt(fields[1]),
                    fields[2].equals("a") ? Speaker.AGENT : Speaker.CUSTOMER,
                    fields[3],
                    fields[4].equals("yes"));
        }

        boolean isProof() {
            try {
                var answer = Files.readString(Path.of("knowledge/procedures", procedure + ".md"));
                return Procedure.in(answer).orElseThrow().steps().get(step - 1).proofs().stream()
                        .filter(it -> it.by() == by || it.by() == Speaker.EITHER)
                        .anyMatch(it -> new DoneWords(it.words()).areIn(said, by));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void most_of_what_proves_a_step_is_heard_and_little_else() {
        judge("spoken-steps.tsv");
    }

    @Test
    void so_it_is_in_sentences_that_the_rules_were_not_made_by() {
        judge("spoken-steps-held-out.tsv");
    }

    private static void judge(String file) {
        var lines = lines(file);
        var found = lines.stream().filter(Line::isProof).toList();
        var right = found.stream().filter(Line::proves).count();
        var all = lines.stream().filter(Line::proves).count();
        var wrong = lines.stream().filter(it -> it.isProof() != it.proves()).toList();
        System.out.printf(
                "%s: n %d, precision %.3f, recall %.3f, wrong %s%n",
                file, lines.size(), right / (double) found.size(), right / (double) all, wrong);
        assertThat(right / (double) found.size()).as("precision: %s", wrong).isGreaterThanOrEqualTo(0.95);
        assertThat(right / (double) all).as("recall: %s", wrong).isGreaterThanOrEqualTo(0.75);
    }

    private static List<Line> lines(String file) {
        try {
            return Files.readAllLines(Path.of("src/test/resources/assist", file)).stream()
                    .filter(it -> !it.startsWith("#"))
                    .map(Line::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
