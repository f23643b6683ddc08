package dev.yiwen.handoff.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.conversation.HandoffReason.Code;
import dev.yiwen.handoff.AgentQueue;
import dev.yiwen.handoff.Scene;
import dev.yiwen.handoff.wall.InHand;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ListsTest {
    private static final String SAID = "我叫王小丽，电话13812345678";

    @Inject
    Lists lists;

    @Inject
    InHand inHand;

    @Inject
    AgentQueue queue;

    @Inject
    People people;

    @Inject
    Scene scene;

    @AfterEach
    void clear() {
        scene.clear();
    }

    @Test
    void who_waits_is_listed_without_their_number() {
        var id = waiting();

        assertThat(now(lists.waiting()))
                .filteredOn(it -> it.conversationId().equals(id))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.lastText()).isEqualTo("我叫[姓名]，电话[手机号]");
                    assertThat(it.reason().words()).isEqualTo("客户说「我叫[姓名]，电话[手机号]」");
                    assertThat(it.reason().evidence().getFirst().words()).isEqualTo("我叫[姓名]，电话[手机号]");
                });
    }

    @Test
    void who_is_served_is_listed_without_their_number_for_agent_and_supervisor() {
        var agent = people.staff(Role.AGENT).id();
        var id = waiting();
        now(queue.pick(id, agent));

        assertThat(now(lists.of(agent)))
                .singleElement()
                .satisfies(it -> assertThat(it.lastText()).isEqualTo("我叫[姓名]，电话[手机号]"));
        assertThat(now(inHand.all()))
                .filteredOn(it -> it.conversationId().equals(id))
                .singleElement()
                .satisfies(it -> assertThat(it.lastText()).isEqualTo("我叫[姓名]，电话[手机号]"));
    }

    private ConversationId waiting() {
        var conversation = scene.withBot(people.visitor());
        scene.customerSaid(conversation.id(), SAID);
        var reason = new HandoffReason(
                Code.WISH_FOR_HUMAN, "客户说「" + SAID + "」", List.of(new HandoffReason.Evidence(1, SAID)));
        return scene.askForHuman(conversation, reason).id();
    }

    private static <T> T now(Uni<T> uni) {
        return uni.await().indefinitely();
    }
}
