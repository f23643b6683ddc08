package dev.yiwen.assist.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Message;
import dev.yiwen.knowledge.starter.StarterKnowledge;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which of the example procedures is chosen by what customers say first; the threshold is of the even lines. */
@QuarkusTest
class ProcedureChoiceTest {
    private static final String NONE = "-";

    @Inject
    ProcedureChoice choice;

    @Inject
    StarterKnowledge starter;

    private record Line(String wanted, String said, String chosen) {}

    @Test
    void the_procedure_that_a_customer_needs_is_chosen_and_mostly_no_other() throws IOException {
        starter.load().await().indefinitely();
        var lines = Files.readAllLines(Path.of("src/test/resources/assist/procedure-wishes.tsv")).stream()
                .filter(it -> !it.startsWith("#"))
                .map(it -> it.split("\t"))
                .map(it -> new Line(it[0], it[1], chosen(it[1])))
                .toList();

        judge("even", every(lines, 0));
        judge("odd", every(lines, 1));
    }

    private String chosen(String said) {
        var message = new Message(
                ConversationId.of(new UUID(0, 0)), 1, new Author.Customer(), new Body.Text(said), Instant.EPOCH);
        return choice.fitting(List.of(message), false)
                .await()
                .indefinitely()
                .map(it -> it.procedure().source().article().replaceFirst(".*/", ""))
                .orElse(NONE);
    }

    private static List<Line> every(List<Line> lines, int odd) {
        return IntStream.range(0, lines.size())
                .filter(it -> it % 2 == odd)
                .mapToObj(lines::get)
                .toList();
    }

    private static void judge(String half, List<Line> lines) {
        var chosen = lines.stream().filter(it -> !it.chosen().equals(NONE)).toList();
        var right =
                chosen.stream().filter(it -> it.chosen().equals(it.wanted())).count();
        var all = lines.stream().filter(it -> !it.wanted().equals(NONE)).count();
        var wrong =
                lines.stream().filter(it -> !it.chosen().equals(it.wanted())).toList();
        System.out.printf(
                "procedures, %s: n %d, precision %.3f, recall %.3f, wrong %s%n",
                half, lines.size(), right / (double) chosen.size(), right / (double) all, wrong);
        assertThat(right / (double) chosen.size()).as("precision: %s", wrong).isGreaterThanOrEqualTo(0.85);
        assertThat(right / (double) all).as("recall: %s", wrong).isGreaterThanOrEqualTo(0.7);
    }
}
