package dev.yiwen.command.wrapup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.command.wrapup.FiledDialogue.FormatFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiledDialogueTest {
    private static final Path OWN = Path.of("src/test/resources/evaluation/wrap-ups.jsonl");

    @TempDir
    Path folder;

    @Test
    void a_label_is_taken_where_a_dialogue_has_none_itself() throws IOException, FormatFault {
        var file = folder.resolve("chats.jsonl");
        Files.writeString(
                file,
                "{\"id\":\"a\",\"turns\":[{\"speaker\":\"customer\",\"text\":\"发票\"}]}\n{\"id\":\"b\",\"turns\":[]}\n");

        assertThat(FiledDialogue.read(file, Map.of("a", "invoices"), new ObjectMapper()))
                .extracting(FiledDialogue::category)
                .containsExactly("invoices", null);
    }

    @Test
    void what_is_no_dialogue_is_named_with_its_line() throws IOException {
        var file = folder.resolve("chats.jsonl");
        Files.writeString(file, "{\"id\":\"a\",\"turns\":[]}\n{\"text\":\"发票\"}\n");

        assertThatThrownBy(() -> FiledDialogue.read(file, Map.of(), new ObjectMapper()))
                .isInstanceOf(FormatFault.class)
                .hasMessageContaining("chats.jsonl:2");
    }

    @Test
    void the_facts_that_people_marked_are_found_again_in_most_of_the_dialogues() throws IOException, FormatFault {
        var scores = new FactScores();
        var dialogues = FiledDialogue.read(OWN, Map.of(), new ObjectMapper());
        dialogues.forEach(scores::add);

        assertThat(dialogues).hasSizeGreaterThanOrEqualTo(100).allMatch(it -> it.category() != null);
        assertThat(scores.asMap().orElseThrow().values())
                .allSatisfy(figures -> assertThat(figures.values())
                        .allSatisfy(it -> assertThat(it.doubleValue()).isGreaterThan(0.7)));
    }
}
