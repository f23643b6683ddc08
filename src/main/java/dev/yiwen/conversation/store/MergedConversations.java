package dev.yiwen.conversation.store;

import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.Owner;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.MergedRows;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Conversations go with their customer. Of two open chats the one that is further goes on: who waits keeps their place. */
@Singleton
final class MergedConversations implements MergedRows {
    private static final Comparator<Conversation> FURTHER = Comparator.comparingInt(MergedConversations::rank)
            .thenComparing(it ->
                    it.owner() instanceof Owner.Queue queue ? -queue.since().toEpochMilli() : 0L)
            .thenComparing(it -> Math.min(it.lastSeq(), 1))
            .thenComparing(Conversation::openedAt);

    private final Conversations conversations;

    MergedConversations(Conversations conversations) {
        this.conversations = conversations;
    }

    @Override
    public List<String> tables() {
        return List.of("conversation");
    }

    @Override
    public Uni<Void> settle(CustomerId one, CustomerId other) {
        return conversations.open(one).chain(a -> conversations.open(other).chain(b -> close(a, b)));
    }

    private Uni<Void> close(Optional<Conversation> a, Optional<Conversation> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var ended = FURTHER.compare(a.get(), b.get()) >= 0 ? b.get() : a.get();
        return conversations.closeJoined(ended.id(), ended.epoch()).replaceWithVoid();
    }

    private static int rank(Conversation conversation) {
        return switch (conversation.owner()) {
            case Owner.Agent agent -> 3;
            case Owner.Queue queue -> 2;
            case Owner.Bot bot -> 1;
            case Owner.Nobody nobody -> 0;
        };
    }
}
