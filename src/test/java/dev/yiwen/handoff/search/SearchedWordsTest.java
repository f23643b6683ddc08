package dev.yiwen.handoff.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchedWordsTest {

    @ParameterizedTest
    @CsvSource({
        "访客 1A2b, 1a2b, ",
        "１００１, 1001, 1001",
        "工單號＃1001, , 1001",
        "Ticket no. 1001, , 1001",
        "光猫1001, , ",
        "138 1234 5678, , ",
    })
    void reads_numbers_of_visitors_and_tickets(String q, String visitor, Long ticket) {
        var words = SearchedWords.of(q);

        assertThat(words.visitor()).isEqualTo(visitor);
        assertThat(words.ticket()).isEqualTo(ticket);
    }
}
