package dev.yiwen.answer.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.conversation.Message;
import dev.yiwen.shared.Ids;
import dev.yiwen.triage.Triage;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Danger in words that stand in no list, and that the model was not fitted on. */
@QuarkusTest
class UnseenDangerTest {

    @Inject
    Decider decider;

    @Inject
    Triage triage;

    @ParameterizedTest
    @ValueSource(strings = {"我爷爷掉进路边没盖的沟里爬不上来", "隔壁在打老婆，喊得很惨，快来人"})
    void is_handed_over_at_once(String words) {
        assertThat(triage.danger(asked(words))).isEmpty();

        assertThat(decided(words))
                .isInstanceOfSatisfying(
                        Decision.HandOff.class,
                        it -> assertThat(it.reason().code()).isEqualTo(HandoffReason.Code.URGENT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"光猫掉地上还能用吗", "怎么不让我爸的手机接到骗子电话", "手机发热严重怎么解决", "被骗了能追回来吗"})
    void is_not_seen_in_what_only_sounds_like_it(String words) {
        assertThat(decided(words)).isNotInstanceOf(Decision.HandOff.class);
    }

    private Decision decided(String words) {
        return decider.decide(List.of(asked(words))).await().indefinitely().decision();
    }

    private static Message asked(String words) {
        return new Message(
                ConversationId.of(Ids.next()), 1, new Author.Customer(), new Body.Text(words), Instant.EPOCH);
    }
}
