package dev.yiwen.command.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.command.argument.Half;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Even lines of the set were used to write the reader, odd ones were not. All persons and numbers are invented. */
class EvaluateRedactionTest {
    private static final Path SET = Path.of("src/test/resources/evaluation/redaction.tsv");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void finds_what_is_personal_and_little_else_in_the_kept_half() throws Exception {
        var figures = new RedactionScores();
        Forms.read(SET, JSON).stream().filter(it -> Half.ODD.holds(it.line())).forEach(figures::add);

        assertThat(figures.recall()).as("recall").isGreaterThanOrEqualTo(0.95);
        assertThat(figures.precision()).as("precision").isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void counts_what_is_missed_and_what_is_found_in_vain() throws Exception {
        var figures = new RedactionScores();
        Forms.read(file("打13812345678\t手机号=13812345678", "王府井\t姓名=王府井", "打13912345678\t-"), JSON)
                .forEach(figures::add);

        assertThat(figures.precision()).isEqualTo(0.5);
        assertThat(figures.recall()).isEqualTo(0.5);
        assertThat(figures.misses()).hasSize(2);
    }

    @Test
    void half_of_a_datum_is_not_found() throws Exception {
        var figures = new RedactionScores();
        Forms.read(
                        file(
                                "{\"text\":\"ab 13812345678 ab\",\"spans\":[{\"label\":\"MOBILE\",\"start\":0,\"end\":14}]}"),
                        JSON)
                .forEach(figures::add);

        assertThat(figures.recall()).isZero();
        assertThat(figures.precision()).isEqualTo(1);
    }

    @Test
    void says_what_is_wrong_with_another_format() throws IOException {
        assertThatThrownBy(() -> Forms.read(file("手机138.0013.8000\tunchanged"), JSON))
                .isInstanceOf(Forms.FormatFault.class)
                .hasMessageContaining(":1:")
                .hasMessageContaining("label=value");
        assertThatThrownBy(() -> Forms.read(file("只有一句话"), JSON)).hasMessageContaining("no field after the text");
        assertThatThrownBy(() -> Forms.read(file("有\t身高=180"), JSON))
                .hasMessageContaining("does not stand in the text");
        assertThatThrownBy(() -> Forms.read(file("180\t身高=180"), JSON))
                .hasMessageContaining("no kind of personal data");
        assertThatThrownBy(() -> Forms.read(file(""), JSON)).hasMessageContaining("holds no texts");
        assertThatThrownBy(() -> Forms.read(folder.resolve("none"), JSON)).hasMessageContaining("cannot be read");
    }

    private Path file(String... lines) throws IOException {
        return Files.write(folder.resolve("forms"), java.util.List.of(lines));
    }
}
