package dev.yiwen.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.conversation.Owner;
import dev.yiwen.conversation.OwnerView;
import dev.yiwen.handoff.QueuePlace;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.StaffId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReportedPlaceTest {
    private static final ConversationId ID = ConversationId.of(UUID.randomUUID());
    private static final Owner WAITS =
            new Owner.Queue(new HandoffReason(HandoffReason.Code.WISH_FOR_HUMAN, "测试", List.of()), Instant.EPOCH);
    private static final Owner SERVED = new Owner.Agent(StaffId.of(UUID.randomUUID()), "小林");

    private final List<ChatFrame.FromServer> frames = new ArrayList<>();
    private final ReportedPlace told = new ReportedPlace(frames::add);

    @BeforeEach
    void waits() {
        now(WAITS, 1);
        frames.clear();
    }

    @Test
    void a_place_that_was_looked_up_before_an_agent_came_is_told_no_more() {
        var lookedUp = place(1, 4, 2);
        told.tell(ID, place(1, 3, 0));
        now(SERVED, 2);

        told.tell(ID, lookedUp);

        assertThat(frames).hasSize(2).last().isInstanceOf(ChatFrame.OwnerNow.class);
    }

    @Test
    void the_place_of_an_earlier_wait_is_not_that_of_the_next() {
        now(SERVED, 2);
        now(WAITS, 3);
        frames.clear();

        told.tell(ID, place(1, 9, 0));
        told.tell(ID, place(3, 1, 0));

        assertThat(positions()).containsExactly(1);
    }

    @Test
    void the_number_never_grows_and_whom_a_new_plan_puts_ahead_is_told_apart() {
        told.tell(ID, place(1, 3, 0));
        told.tell(ID, place(1, 5, 0));
        told.tell(ID, place(1, 2, 1));

        assertThat(frames)
                .map(ChatFrame.Place.class::cast)
                .extracting(ChatFrame.Place::position, ChatFrame.Place::putAhead)
                .containsExactly(tuple(3, 0), tuple(3, 2), tuple(2, 1));
    }

    private static org.assertj.core.groups.Tuple tuple(int position, int putAhead) {
        return org.assertj.core.api.Assertions.tuple(position, putAhead);
    }

    private List<Integer> positions() {
        return frames.stream()
                .map(ChatFrame.Place.class::cast)
                .map(ChatFrame.Place::position)
                .toList();
    }

    private void now(Owner owner, int epoch) {
        var conversation = new Conversation(
                ID, CustomerId.of(UUID.randomUUID()), Channel.WEB, owner, epoch, 1, null, Instant.EPOCH, null);
        told.changed(conversation, new ChatFrame.OwnerNow(OwnerView.of(owner), epoch));
    }

    private static QueuePlace place(int epoch, int position, int putAhead) {
        return new QueuePlace(epoch, position, putAhead, 60, 120, true, null, null, false, null);
    }
}
