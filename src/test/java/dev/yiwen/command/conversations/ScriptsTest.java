package dev.yiwen.command.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScriptsTest {
    @TempDir
    Path folder;

    @Test
    void reads_the_conversations_that_come_with_the_product() throws Scripts.FormatFault {
        var scripts = Scripts.read(Path.of("src/test/resources/evaluation/conversations"));

        assertThat(scripts).hasSizeGreaterThan(80);
    }

    @Test
    void names_file_and_line_of_what_is_not_yaml() {
        assertThatThrownBy(() -> read("- conversation: a\n  turns: [\n"))
                .isInstanceOf(Scripts.FormatFault.class)
                .hasMessageContaining("talk.yaml:2: while parsing");
    }

    @Test
    void names_file_and_line_of_a_turn_without_words() {
        assertThatThrownBy(() -> read("""
                - conversation: a
                  turns:
                    - {customer: 你好, kind: smalltalk, expect: smalltalk}
                    - {kind: plain, expect: clarify}
                """)).hasMessageContaining("talk.yaml:4: a turn needs either");
    }

    @Test
    void names_file_and_line_of_a_field_that_it_does_not_know() {
        assertThatThrownBy(() -> read("""
                - conversation: a
                  turns:
                    - {customer: 你好, kind: smalltalk, expects: smalltalk, expect: smalltalk}
                """)).hasMessageContaining("talk.yaml:3:").hasMessageContaining("expects");
    }

    @Test
    void names_file_and_line_of_a_turn_without_outcome() {
        assertThatThrownBy(() -> read("""
                - conversation: a
                  turns:
                    - {customer: 你好, kind: smalltalk}
                """)).hasMessageContaining("talk.yaml:3: needs \"expect\"");
    }

    @Test
    void says_so_when_there_is_nothing_to_play() {
        assertThatThrownBy(() -> Scripts.read(folder)).hasMessageContaining("holds no .yaml file");
    }

    @Test
    void knows_an_option_by_what_it_leads_to() throws Scripts.FormatFault, IOException {
        var turn = read("""
                - conversation: a
                  turns:
                    - {customer: 第二个, kind: choice, expect: option 2}
                """).getFirst().turns().getFirst();

        var expected = turn.expect().among(List.of("a/b", "c/d"));

        assertThat(expected.metBy(List.of("c/d"))).isTrue();
    }

    private List<Script> read(String yaml) throws Scripts.FormatFault, IOException {
        return Scripts.read(Files.writeString(folder.resolve("talk.yaml"), yaml));
    }
}
