package dev.yiwen.command.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiwen.command.argument.Half;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** First messages, of which each is a conversation of one turn. */
final class FirstMessagesTest {
    @TempDir
    Path folder;

    @Test
    void articles_and_acts_are_alternatives() throws Exception {
        var turn =
                read("{\"id\":\"r1\",\"kind\":\"plain\",\"text\":\"问\",\"expect\":[\"a/b\",\"c/d\"],\"act\":\"clarify\"}")
                        .getFirst()
                        .turns()
                        .getFirst();

        assertThat(turn.customer()).isEqualTo("问");
        assertThat(turn.expect().parts()).containsExactly(Set.of("a/b", "c/d", "clarify"));
    }

    @Test
    void a_message_of_several_questions_expects_each() throws Exception {
        var turn = read("{\"id\":\"r1\",\"kind\":\"two-things\",\"text\":\"问\",\"each\":[\"a/b | a/c\",\"c/d\"]}")
                .getFirst()
                .turns()
                .getFirst();

        assertThat(turn.expect().parts()).containsExactly(Set.of("a/b", "a/c"), Set.of("c/d"));
    }

    @Test
    void halves_are_lines_by_their_number() throws Exception {
        var file = write(line("r1"), line("r2"), line("r3"));

        assertThat(Scripts.read(file, Half.EVEN)).extracting(Script::name).containsExactly("r2");
        assertThat(Scripts.read(file, Half.ODD)).extracting(Script::name).containsExactly("r1", "r3");
    }

    @Test
    void names_file_and_line_of_a_question_without_outcome() {
        assertThatThrownBy(() -> read(line("r1"), "{\"id\":\"r2\",\"kind\":\"plain\",\"text\":\"问\"}"))
                .isInstanceOf(Scripts.FormatFault.class)
                .hasMessageContaining("set.jsonl:2: a question needs");
    }

    @Test
    void skips_what_is_no_question_in_a_list() throws Exception {
        var file = Files.writeString(folder.resolve("list"), "# head\n\n怎么充话费\tbilling/top-up\n我妈的卡\n");

        assertThat(EvaluateInnocent.questions(file)).containsExactly("怎么充话费", "我妈的卡");
    }

    private static String line(String id) {
        return "{\"id\":\"" + id + "\",\"kind\":\"plain\",\"text\":\"问\",\"act\":\"none\"}";
    }

    private List<Script> read(String... lines) throws Scripts.FormatFault, IOException {
        return Scripts.read(write(lines));
    }

    private Path write(String... lines) throws IOException {
        return Files.write(folder.resolve("set.jsonl"), List.of(lines));
    }
}
