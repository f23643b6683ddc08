package dev.yiwen.command.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CrossValidationTest {

    @TempDir
    Path folder;

    @Test
    void reads_each_conversation_once_with_a_model_that_has_not_seen_it() throws Exception {
        var validation = new CrossValidation(lines("a_1", "a_2", "b_1", "b_2", "b_3", "c_1", "c_2"));
        var read = new ArrayList<String>();

        validation.auc(validation.drawn(3, 1), split -> {
            var held = texts(split.read());
            assertThat(texts(split.fitted())).doesNotContainAnyElementsOf(held).hasSize(7 - held.size());
            read.addAll(held);
            return new ClassifierScores();
        });

        assertThat(read).containsExactlyInAnyOrder("a_1", "a_2", "b_1", "b_2", "b_3", "c_1", "c_2");
    }

    @Test
    void draws_the_same_parts_again_from_the_same_seed() throws Exception {
        var validation = new CrossValidation(lines("a", "b", "c", "d", "e", "f", "g"));

        assertThat(validation.drawn(2, 7)).isEqualTo(validation.drawn(2, 7)).isNotEqualTo(validation.drawn(2, 8));
    }

    @Test
    void leaves_a_whole_group_out() throws Exception {
        var validation = new CrossValidation(lines("a_1", "b_1", "a_2", "c_1"));

        assertThat(validation.groups().held()).containsExactly(List.of(0, 2), List.of(1), List.of(3));
    }

    private static List<String> texts(List<List<Lines.Line>> talks) {
        return talks.stream().map(it -> it.getFirst().text()).toList();
    }

    private Lines lines(String... names) throws IOException, FormatFault {
        var lines = new ArrayList<String>();
        for (String name : names) {
            lines.add("{\"dialogue\":\"%1$s\",\"speaker\":\"x\",\"text\":\"%1$s\",\"label\":\"calm\"}".formatted(name));
        }
        return Lines.read(Files.write(folder.resolve("talks.jsonl"), lines));
    }
}
