package dev.yiwen.handoff.wrapup;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.conversation.Message;
import dev.yiwen.conversation.Owner;
import dev.yiwen.conversation.OwnerChanged;
import dev.yiwen.conversation.SpokenOrder;
import dev.yiwen.handoff.queue.Handoffs;
import dev.yiwen.handoff.wrapup.Categories.Filing;
import dev.yiwen.handoff.wrapup.WrapUpDraft.Filed;
import dev.yiwen.identity.Customers;
import dev.yiwen.ticket.Tickets;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Fills wrap-ups from what was said and stored, so that an agent changes rather than writes. What a chat model makes of it
 * comes if it comes in time; else the draft says that more may come.
 */
@Singleton
public final class WrapUps {
    private static final Logger LOG = Logger.getLogger(WrapUps.class);
    private static final int LONGEST_TRANSCRIPT = 500;
    private static final int TICKETS = 10;
    /** The agent has the draft within two seconds, with or without a model. */
    private static final Duration PATIENCE = Duration.ofMillis(1200);

    private final Conversations conversations;
    private final Stored stored;
    private final Categories categories;
    private final WrapUpRows rows;
    private final WrapUpComposer composer;

    WrapUps(
            Conversations conversations,
            Stored stored,
            Categories categories,
            WrapUpRows rows,
            WrapUpComposer composer) {
        this.conversations = conversations;
        this.stored = stored;
        this.categories = categories;
        this.rows = rows;
        this.composer = composer;
    }

    /** What is known beside the words. */
    @Singleton
    record Stored(Tickets tickets, Handoffs handoffs, Customers customers) {
        Uni<Known> of(Conversation conversation) {
            return Uni.combine()
                    .all()
                    .unis(
                            tickets.openOf(conversation.customer(), TICKETS),
                            handoffs.wasUrgent(conversation.id()),
                            customers.find(conversation.customer()))
                    .asTuple()
                    .map(it -> new Known(
                            it.getItem1().stream()
                                    .map(one -> Filed.of(one, conversation.id().equals(one.conversationId())))
                                    .toList(),
                            it.getItem2(),
                            it.getItem3().name(),
                            conversation.subject()));
        }
    }

    /** @param calling the number that the customer calls from */
    record Known(
            List<Filed> filed,
            boolean urgent,
            @Nullable String customer,
            @Nullable String calling) {}

    private record Read(List<Message> transcript, Optional<HandoffReason> reason, Filing filing) {
        long upTo() {
            return transcript.stream().mapToLong(Message::seq).max().orElse(0);
        }

        boolean withAgent() {
            return transcript.stream().anyMatch(it -> it.author() instanceof Author.Agent);
        }
    }

    /** A call is over before its agent opens the form. */
    void prepare(@ObservesAsync OwnerChanged change) {
        if (change.before().owner() instanceof Owner.Agent
                && change.after().owner() instanceof Owner.Nobody
                && change.after().channel() == Channel.VOICE) {
            of(change.after())
                    .subscribe()
                    .with(done -> {}, e -> LOG.warn("A wrap-up is not drafted; it will be when it is asked for", e));
        }
    }

    /** As things stand now; what is confirmed already stays as it is. */
    public Uni<WrapUpDraft> of(Conversation conversation) {
        return read(conversation)
                .chain(read -> composition(conversation, read)
                        .chain(composed -> stored.of(conversation)
                                // Hundreds of messages are read for personal data.
                                .emitOn(Infrastructure.getDefaultWorkerPool())
                                .map(known -> DraftWriter.draft(
                                        new DraftWriter.Sources(read.transcript(), read.reason(), read.filing(), known),
                                        composed))
                                .call(draft -> rows.drafted(
                                        conversation.id(),
                                        draft.note(),
                                        read.filing().byRules(),
                                        Categories.said(read.transcript())))));
    }

    private Uni<Read> read(Conversation conversation) {
        return Uni.combine()
                .all()
                .unis(
                        conversations.messagesAfter(conversation.id(), 0, LONGEST_TRANSCRIPT),
                        conversations.lastReason(conversation.id()))
                .asTuple()
                .chain(it -> {
                    var transcript = SpokenOrder.of(it.getItem1());
                    return categories
                            .of(transcript, it.getItem2())
                            .map(filing -> new Read(transcript, it.getItem2(), filing));
                });
    }

    private Uni<Composition> composition(Conversation conversation, Read read) {
        if (!composer.available() || !read.withAgent()) {
            return Uni.createFrom().item(Composition.NONE);
        }
        return rows.composition(conversation.id(), read.upTo())
                .chain(kept -> kept.map(it -> Uni.createFrom().item(new Composition(it, false)))
                        .orElseGet(() -> composed(conversation, read)));
    }

    /** Goes on and is kept when nobody waits for it any more. */
    private Uni<Composition> composed(Conversation conversation, Read read) {
        var writing = composer.compose(conversation.id(), read.transcript())
                .call(note -> note.map(it -> rows.keep(conversation.id(), read.upTo(), it))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .memoize()
                .indefinitely();
        writing.subscribe().with(done -> {}, e -> LOG.warn("A wrap-up is not composed", e));
        return writing.map(it -> it.map(note -> new Composition(note, false)).orElse(Composition.NONE))
                .ifNoItem()
                .after(PATIENCE)
                .recoverWithItem(Composition.LATER)
                .onFailure()
                .recoverWithItem(Composition.NONE);
    }

    /** @param note what the model wrote and the transcript bears out; null: nothing */
    record Composition(@Nullable WrapUpNote note, boolean coming) {
        static final Composition NONE = new Composition(null, false);
        static final Composition LATER = new Composition(null, true);
    }
}
