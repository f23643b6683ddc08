package dev.yiwen.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SaidLatelyTest {
    private final String word = "鲸落" + UUID.randomUUID().toString().substring(0, 6);

    @Inject
    SaidLately lately;

    @Inject
    Conversations conversations;

    @Inject
    dev.yiwen.identity.People people;

    @Test
    void counts_conversations_and_shows_examples_without_whose_they_are() {
        var one = say("请问" + word.toUpperCase() + "怎么办，电话13987650912");
        again(one, word + "呢");
        say(word + "是什么");
        say("别的事");

        var effect = now(lately.of(word));

        assertThat(effect.conversations()).isEqualTo(2);
        assertThat(effect.of()).isGreaterThanOrEqualTo(3);
        assertThat(effect.examples())
                .hasSize(3)
                .anyMatch(it -> it.endsWith("[手机号]"))
                .noneMatch(it -> it.contains("1398765"));
    }

    @Test
    void what_nobody_said_would_do_nothing() {
        var effect = now(lately.of(word + "%"));

        assertThat(effect.conversations()).isZero();
        assertThat(effect.share()).isZero();
    }

    private Conversation say(String text) {
        var open = now(conversations.openOrResume(people.visitor(), Channel.WEB));
        now(conversations.appendFromCustomer(open.id(), "m1", text));
        return open;
    }

    private void again(Conversation in, String text) {
        now(conversations.appendFromCustomer(in.id(), "m2", text));
    }

    private static <T> T now(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(20));
    }
}
