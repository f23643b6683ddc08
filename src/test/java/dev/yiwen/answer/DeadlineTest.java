package dev.yiwen.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.conversation.Body;
import dev.yiwen.shared.Messages;
import dev.yiwen.shared.Problem;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeadlineTest {
    @Inject
    Composer composer;

    @Inject
    Messages messages;

    @Test
    void says_that_it_took_too_long_and_offers_a_person() {
        assertThat(composer.trouble(new TimeoutException("not done within 2000 ms")))
                .isInstanceOfSatisfying(Body.Notice.class, it -> {
                    assertThat(it.code()).isEqualTo("bot-too-long");
                    assertThat(it.text())
                            .isEqualTo(messages.text("answer.trouble.too-long"))
                            .contains("转人工");
                });
    }

    @Test
    void says_so_when_others_are_first() {
        assertThat(composer.trouble(new Problem(Problem.Kind.OVERLOADED, "")))
                .isInstanceOfSatisfying(
                        Body.Notice.class, it -> assertThat(it.code()).isEqualTo("bot-overloaded"));
    }
}
