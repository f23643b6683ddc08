package dev.yiwen.assist.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Owner;
import dev.yiwen.conversation.SpeakingHeard;
import dev.yiwen.identity.CustomerId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PartialsTest {
    private final Partials partials = new Partials();
    private final Conversation call = call();

    @Test
    void a_sentence_is_searched_again_when_it_has_grown() {
        assertThat(partials.begin(heard(call, "我家"))).isEmpty();
        partials.begin(heard(call, "我家的宽带断")).orElseThrow().run();
        assertThat(partials.begin(heard(call, "我家的宽带断了"))).isEmpty();
        assertThat(partials.begin(heard(call, "我家的宽带断了三天"))).isPresent();
    }

    @Test
    void more_than_two_at_once_are_left_out_until_one_has_ended() {
        var first = partials.begin(heard(call(), "我家的宽带断了")).orElseThrow();
        assertThat(partials.begin(heard(call(), "我家的宽带断了"))).isPresent();
        assertThat(partials.begin(heard(call, "我家的宽带断了"))).isEmpty();

        first.run();

        assertThat(partials.begin(heard(call, "我家的宽带断了"))).isPresent();
    }

    private static SpeakingHeard heard(Conversation call, String text) {
        return new SpeakingHeard(call, new Author.Customer(), "u1", text);
    }

    private static Conversation call() {
        return new Conversation(
                ConversationId.of(UUID.randomUUID()),
                CustomerId.of(UUID.randomUUID()),
                Channel.VOICE,
                new Owner.Bot(),
                1,
                0,
                null,
                Instant.EPOCH,
                null);
    }
}
