package dev.yiwen.assist.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.yiwen.WithModel;
import dev.yiwen.assist.card.Card;
import dev.yiwen.assist.card.Suggestions;
import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.Utterances;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.llm.ChatStub;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a chat model makes of an answer, on the next call at the latest. */
@QuarkusTest
@TestProfile(WithModel.class)
class SpokenWordingTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String OWN = "换一支滤芯收 80 元，师傅 3 天内上门。";

    @Inject
    Conversations conversations;

    @Inject
    Utterances utterances;

    @Inject
    Suggestions suggestions;

    @Inject
    Articles articles;

    @Inject
    People people;

    @SuppressWarnings("NullAway.Init")
    ChatStub stub;

    private final String name = "白桦" + UUID.randomUUID().toString().substring(0, 6) + "净水器";

    @Test
    void the_models_words_are_said_once_they_were_held_against_the_article() {
        publish();
        stub.says("换滤芯 80 元一支，师傅 3 天内上门。");

        assertThat(spokenOn(call())).isIn(OWN, "换滤芯 80 元一支，师傅 3 天内上门。");

        await().atMost(LONG).until(() -> spokenOn(call()).equals("换滤芯 80 元一支，师傅 3 天内上门。"));
    }

    @Test
    void words_with_another_amount_are_never_said() {
        publish();
        stub.says("换滤芯 60 元一支，师傅 3 天内上门。");
        int before = stub.calls();

        assertThat(spokenOn(call())).isEqualTo(OWN);
        await().atMost(LONG).until(() -> stub.calls() > before);

        assertThat(spokenOn(call())).isEqualTo(OWN);
    }

    @Test
    void a_model_that_says_nothing_delays_no_card() {
        publish();
        stub.now(ChatStub.Stream::hang);

        assertThat(spokenOn(call())).isEqualTo(OWN);
    }

    private void publish() {
        now(articles.create(
                        "test/" + UUID.randomUUID(),
                        new ArticleDraft(
                                name + "换滤芯多少钱",
                                List.of(),
                                "换一支滤芯收 **80 元**，师傅 3 天内上门。",
                                Audience.CUSTOMER,
                                "通用",
                                null,
                                null,
                                List.of()),
                        "test")
                .chain(it -> articles.publish(it.id(), it.revision())));
    }

    private String spokenOn(Conversation call) {
        now(utterances.append(
                call.id(), new Author.Customer(), UUID.randomUUID().toString(), name + "换滤芯多少钱", null));
        await().atMost(LONG).until(() -> spoken(call).isPresent());
        return spoken(call).orElseThrow();
    }

    private Optional<String> spoken(Conversation call) {
        return now(suggestions.current(call.id())).suggestions().stream()
                .filter(it -> it.kind() == Card.Kind.ANSWER && it.title().contains(name))
                .findFirst()
                .map(it -> String.valueOf(it.details().get("spoken")));
    }

    private Conversation call() {
        var agent = people.staff(Role.AGENT);
        var opened = now(conversations.openCall(people.visitor(), "13800000000"));
        return now(conversations.assign(opened.id(), opened.epoch(), agent.id()))
                .orElseThrow();
    }

    private static <T> T now(Uni<T> it) {
        return it.await().atMost(LONG);
    }
}
