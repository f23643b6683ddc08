package dev.yiwen.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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
                "{\"text\":\"a\\u0000b\\ud83d\",\"tags\":[\"VIP\\u0000\",\"\\ud83d\\ude00\",null]}", Note.class);

        assertThat(note.text()).isEqualTo("ab\uFFFD");
        assertThat(note.tags()).containsExactly("VIP", "😀", null);
    }
}
