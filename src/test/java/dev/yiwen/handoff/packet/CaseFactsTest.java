package dev.yiwen.handoff.packet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Message;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CaseFactsTest {

    @Test
    void a_number_that_is_taken_back_in_a_later_message_is_gone() {
        assertThat(facts("我的号码是13812345678", "打错了，是13812345679")).containsExactly("phone=13812345679");
    }

    @Test
    void a_correction_takes_back_only_what_it_speaks_of() {
        assertThat(facts("6月3号扣了58元", "说错了，是68元")).containsExactly("date=6月3号", "amount=68元");
    }

    @Test
    void the_number_to_call_is_where_the_customer_asked_to_be_called() {
        assertThat(numberToCall("我办的是13812345678", "联系我打13987654321", "卡号13812345678没错"))
                .isEqualTo("13987654321");
    }

    @Test
    void else_it_is_the_last_number_of_their_own() {
        assertThat(numberToCall("我的号码13812345678", "有个17012345678的号码骚扰我")).isEqualTo("13812345678");
        assertThat(numberToCall("我家座机0755-26001234没声音")).isEqualTo("075526001234");
    }

    @Test
    void else_the_number_they_call_from() {
        assertThat(numberToCall("订单号13812345678没发货")).isEqualTo("13900000000");
    }

    private static List<String> facts(String... said) {
        return CaseFacts.in(transcript(said)).stream()
                .map(it -> it.reading().key() + "=" + it.reading().value())
                .toList();
    }

    private static String numberToCall(String... said) {
        return CaseFacts.numberToCall(transcript(said), "13900000000").orElseThrow();
    }

    private static List<Message> transcript(String... said) {
        return IntStream.range(0, said.length)
                .mapToObj(i -> new Message(
                        ConversationId.of(new UUID(0, 1)),
                        i + 1,
                        new Author.Customer(),
                        new Body.Text(said[i]),
                        Instant.EPOCH))
                .toList();
    }
}
