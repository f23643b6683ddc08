package dev.yiwen.command.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LinesTest {
    @TempDir
    Path folder;

    @Test
    void reads_texts_as_conversations_of_one_line() throws Exception {
        var lines = Lines.read(file("""
                {"text":"好","label":"happy"}
                {"text":"哼","label":"angry"}
                """));

        assertThat(lines.inTalk()).isFalse();
        assertThat(lines.half(Half.ODD))
                .singleElement()
                .satisfies(talk -> assertThat(talk).containsExactly(new Lines.Line("", "哼", "angry")));
    }

    @Test
    void keeps_the_lines_of_a_conversation_together() throws Exception {
        var lines = Lines.read(file("""
                {"dialogue":"a","speaker":"甲","text":"在吗","label":"neutral"}
                {"dialogue":"a","speaker":"乙","text":"不在","label":"anger"}
                {"dialogue":"b","speaker":"甲","text":"好","label":"neutral"}
                """));

        assertThat(lines.inTalk()).isTrue();
        assertThat(lines.half(Half.EVEN))
                .singleElement()
                .satisfies(talk -> assertThat(talk).hasSize(2));
    }

    @Test
    void names_file_and_line_of_what_is_not_in_the_format() throws IOException {
        var file = file("""
                {"text":"好","label":"happy"}
                {"text":"哼"}
                """);

        assertThatThrownBy(() -> Lines.read(file))
                .hasMessageContaining("set.jsonl:2")
                .hasMessageContaining("\"label\"");
    }

    @Test
    void names_the_labels_when_none_is_the_wanted_one() throws Exception {
        var lines = Lines.read(file("{\"text\":\"好\",\"label\":\"happy\"}\n"));

        assertThatThrownBy(() -> lines.mustHave("angry")).hasMessageContaining("there are happy");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("set.jsonl"), text);
    }
}
