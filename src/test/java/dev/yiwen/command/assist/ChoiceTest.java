package dev.yiwen.command.assist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiwen.assist.cases.CaseLines;
import dev.yiwen.assist.cases.PastReply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChoiceTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void the_right_one_is_named_by_its_index_or_its_text() throws Exception {
        var file = file("""
                {"context": "好", "candidates": ["甲", "乙"], "gold": 1}
                {"context": "好", "candidates": ["甲", "乙"], "gold": "乙"}
                """);

        assertThat(Choice.read(file)).extracting(Choice::gold).containsExactly(1, 1);
    }

    @Test
    void says_what_is_wrong_with_which_line() throws Exception {
        var file = file("""
                {"context": "好", "candidates": ["甲", "乙"], "gold": 2}
                {"context": "好", "candidates": ["甲", "乙"], "gold": "丙"}
                {"context": "好", "candidates": ["甲", "乙"], "gold": 1.5}
                {"context": "好", "candidates": ["甲"], "gold": 0}
                """);

        assertThatThrownBy(() -> Choice.read(file))
                .isInstanceOf(CaseLines.Faults.class)
                .hasMessageContaining(":1: \"gold\" is 2, and the 2 candidates are counted from 0 to 1")
                .hasMessageContaining(":2: \"gold\" is none of the candidates")
                .hasMessageContaining(":3: needs \"gold\": the index of a candidate, from 0, or its text")
                .hasMessageContaining(":4: needs \"candidates\": at least two texts");
    }

    @Test
    void of_equals_the_right_one_stands_last_unless_they_say_the_same() {
        assertThat(new Choice("好", List.of("甲", "乙", "丙"), 0).rank(new double[] {1, 1, 0}))
                .isEqualTo(2);
        assertThat(new Choice("好", List.of("甲", "甲", "丙"), 0).rank(new double[] {1, 1, 0}))
                .isEqualTo(1);
    }

    @Test
    void figures_count_how_high_the_right_ones_stand() {
        assertThat(EvaluateAssist.figures("s", List.of(1, 2, 5, 10)))
                .containsEntry("n", 4)
                .containsEntry("r10@1", 0.25)
                .containsEntry("r10@2", 0.5)
                .containsEntry("r10@5", 0.75)
                .containsEntry("mrr", 0.45);
    }

    @Test
    void what_is_set_aside_is_not_learned_and_hangs_on_the_contexts_alone() {
        var replies = IntStream.range(0, 400)
                .mapToObj(i -> new PastReply("情形" + i, "回答" + i))
                .toList();

        var parts = HeldOut.of(replies);

        var aside = Stream.concat(parts.even().stream(), parts.odd().stream()).toList();
        assertThat(parts.learned().size() + aside.size()).isEqualTo(400);
        assertThat(aside.size()).isBetween(50, 110);
        assertThat(parts.learned())
                .extracting(PastReply::context)
                .doesNotContainAnyElementsOf(aside.stream().map(Choice::context).toList());
        assertThat(aside).allSatisfy(it -> {
            assertThat(it.candidates()).hasSize(10).doesNotHaveDuplicates();
            assertThat(it.candidates().get(it.gold())).isEqualTo(it.context().replace("情形", "回答"));
        });
        assertThat(HeldOut.of(replies)).isEqualTo(parts);
    }

    private Path file(String lines) throws IOException {
        return Files.writeString(folder.resolve("choices.jsonl"), lines);
    }
}
