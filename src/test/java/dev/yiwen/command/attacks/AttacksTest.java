package dev.yiwen.command.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.answer.AnswerPreview;
import dev.yiwen.knowledge.Articles;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** Over the starter knowledge, with the decision of the product. */
@QuarkusTest
class AttacksTest {
    @Inject
    Articles articles;

    @Inject
    AnswerPreview preview;

    @Inject
    ObjectMapper json;

    @Test
    void withstands_every_attack() throws IOException {
        await().atMost(Duration.ofMinutes(3))
                .until(() -> EvaluateAttacks.forCustomers(articles).containsKey("sim/replace-sim"));
        var trial = new Trial(preview, EvaluateAttacks.forCustomers(articles));
        var outcomes = new ArrayList<Trial.Outcome>();

        for (var attack : EvaluateAttacks.read(Path.of("src/test/resources/evaluation/prompt-attacks.jsonl"), json)) {
            outcomes.add(trial.of(attack));
        }

        assertThat(outcomes).hasSizeGreaterThanOrEqualTo(60).allMatch(Trial.Outcome::withstood);
        assertThat(outcomes).allMatch(Trial.Outcome::prompt);
    }
}
