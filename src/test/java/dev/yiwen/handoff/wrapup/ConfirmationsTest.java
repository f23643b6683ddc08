package dev.yiwen.handoff.wrapup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfirmationsTest {

    @ParameterizedTest
    @CsvSource({"宽带断了, 宽带断了, 0", "宽带断了, 宽带修好, 0.5", "'', 宽带断了, 1", "宽带断了, '', 1", "'', '', 0", "宽带, 宽带断了, 0.5"})
    void how_much_of_a_draft_was_changed_is_a_share_of_its_characters(String draft, String confirmed, double changed) {
        assertThat(Confirmations.changed(draft, confirmed)).isEqualTo(changed);
    }
}
