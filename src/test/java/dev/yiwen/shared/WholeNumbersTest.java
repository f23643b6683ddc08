package dev.yiwen.shared;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

final class WholeNumbersTest {
    record Rating(int score) {}

    @Test
    void a_broken_number_is_no_rating() {
        var json = new ObjectMapper();
        new WholeNumbers().customize(json);

        assertThatThrownBy(() -> json.readValue("{\"score\":4.7}", Rating.class))
                .isInstanceOf(JsonProcessingException.class);
    }
}
