package dev.yiwen.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StorableTextTest {
    @Inject
    ObjectMapper json;

    record Note(String text, List<String> tags) {}

    @Test
    void what_no_keyboard_types_is_gone_before_anybody_reads_it() throws JsonProcessingException {
        var note = json.readValue(
                "{\"text\":\"a\\u0000b\\ud83d\",\"tags\":[\"VIP\\u0000\",\"\\ud83d\\ude00\"]}", Note.class);

        assertThat(note.text()).isEqualTo("ab\uFFFD");
        assertThat(note.tags()).containsExactly("VIP", "😀");
    }

    @Test
    void no_text_stays_none_and_a_list_has_no_holes() throws JsonProcessingException {
        assertThat(json.readValue("{\"text\":null}", Note.class).text()).isNull();
        assertThatThrownBy(() -> json.readValue("{\"tags\":[\"VIP\",null]}", Note.class))
                .isInstanceOf(InvalidNullException.class);
    }
}
