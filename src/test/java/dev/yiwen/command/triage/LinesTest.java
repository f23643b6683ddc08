package dev.yiwen.command.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiwen.command.argument.Half;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void reads_what_an_editor_of_another_system_saved() throws Exception {
        var lines = Lines.read(
                file("\uFEFF{\"text\":\"好\",\"label\":\"happy\"}\r\n\r\n{\"text\":\"哼\",\"label\":\"angry\"}\r\n"));

        assertThat(lines.talks())
                .flatExtracting(talk -> talk)
                .containsExactly(new Lines.Line("", "好", "happy"), new Lines.Line("", "哼", "angry"));
    }

    @Test
    void reads_a_text_of_50000_characters() throws Exception {
        var text = "气".repeat(50_000);

        var lines = Lines.read(file("{\"text\":\"" + text + "\",\"label\":\"angry\"}\n"));

        assertThat(lines.talks()).flatExtracting(talk -> talk).containsExactly(new Lines.Line("", text, "angry"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "text,label\n好,happy\n", "[1]\n", "3\n", "{\"text\":1,\"label\":\"angry\"}\n"})
    void says_what_is_wrong_with_a_file_of_another_format(String content) throws IOException {
        var file = file(content);

        assertThatThrownBy(() -> Lines.read(file))
                .isInstanceOf(FormatFault.class)
                .hasMessageContaining("set.jsonl");
    }

    @Test
    void says_that_a_file_is_not_in_utf_8() throws IOException {
        var file = Files.write(folder.resolve("gbk.jsonl"), "{\"text\":\"好\"}".getBytes(Charset.forName("GBK")));

        assertThatThrownBy(() -> Lines.read(file)).hasMessageContaining("is not UTF-8");
    }

    @Test
    void names_the_line_of_a_conversation_that_lacks_its_speaker() throws IOException {
        var file = file("""
                {"dialogue":"a","speaker":"甲","text":"在吗","label":"neutral"}
                {"dialogue":"a","text":"不在","label":"anger"}
                """);

        assertThatThrownBy(() -> Lines.read(file))
                .hasMessageContaining("set.jsonl:2")
                .hasMessageContaining("speaker");
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
