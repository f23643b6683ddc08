package dev.yiwen.handoff.desk;

import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.Owner;
import dev.yiwen.conversation.WrappedUp;
import dev.yiwen.handoff.AgentQueue;
import dev.yiwen.handoff.desk.ConversationResource.ConversationView;
import dev.yiwen.handoff.presence.AfterCalls;
import dev.yiwen.handoff.queue.Handoffs;
import dev.yiwen.handoff.queue.WrapUp;
import dev.yiwen.handoff.wrapup.Confirmations;
import dev.yiwen.handoff.wrapup.ConfirmedWrapUp;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import dev.yiwen.identity.StaffId;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What agents do with conversations. */
@Path("/api/v1/conversations")
@RolesAllowed(Right.Names.ANSWER)
final class HandoffResource {
    private static final Logger LOG = Logger.getLogger(HandoffResource.class);
    private static final String INVALID = "invalid";

    private final AgentQueue queue;
    private final Conversations conversations;
    private final Ending ending;
    private final MayRead mayRead;
    private final CurrentStaff current;

    HandoffResource(
            AgentQueue queue, Conversations conversations, Ending ending, MayRead mayRead, CurrentStaff current) {
        this.queue = queue;
        this.conversations = conversations;
        this.ending = ending;
        this.mayRead = mayRead;
        this.current = current;
    }

    /** How it ended, and the time to write that down. */
    @Singleton
    record Ending(Handoffs handoffs, AfterCalls afterCalls, Confirmations confirmations, Event<WrappedUp> wrappedUp) {

        /** @param before as it was when the agent confirmed */
        Uni<Void> conclude(Conversation before, StaffId agent, Closing closing) {
            return handoffs.conclude(before.id(), closing.wrapUp())
                    .chain(() -> afterCalls.concluded(before.id()))
                    .chain(() -> closing.isSilent()
                            ? Uni.createFrom().voidItem()
                            : confirmations
                                    .confirm(before, agent, closing.confirmed())
                                    .invoke(() -> tell(before.id(), closing)));
        }

        private void tell(ConversationId conversation, Closing closing) {
            wrappedUp
                    .fireAsync(new WrappedUp(
                            conversation,
                            Closing.said(closing.summary()),
                            Closing.said(closing.notes()),
                            Closing.said(closing.disposition())))
                    .whenComplete((event, failure) -> {
                        if (failure != null) {
                            LOG.warn("A confirmed wrap-up was not taken up everywhere", failure);
                        }
                    });
        }
    }

    /**
     * @param summary what the customer wanted
     * @param notes what was done
     * @param cause why it was so
     * @param promised what was promised, a line each
     * @param open what is still to be done
     * @param callBackAt when the customer is to be called
     * @param lastSeq the last message that the agent has read; without it nothing is asked of what came since
     */
    record Closing(
            @Nullable @Size(max = 64) String disposition,
            @Nullable @Size(max = 4000) String notes,
            @Nullable @Size(max = 64) String category,
            @Nullable @Size(max = 1000) String summary,
            @Nullable @Size(max = 1000) String cause,
            @Nullable @Size(max = 10) List<@Size(max = 300) String> promised,
            @Nullable @Size(max = 10) List<@Size(max = 300) String> open,
            @Nullable @Size(max = 10) List<@Size(max = 16) String> tags,
            @Nullable Instant callBackAt,
            @Nullable @PositiveOrZero Long lastSeq) {

        WrapUp wrapUp() {
            return new WrapUp(category, summary, disposition, notes);
        }

        /** The host application may end a conversation without a word about it. */
        boolean isSilent() {
            return disposition == null && summary == null && notes == null;
        }

        ConfirmedWrapUp confirmed() {
            return new ConfirmedWrapUp(
                    said(summary),
                    cause,
                    said(notes),
                    promised,
                    open,
                    category == null || category.isBlank() ? null : category,
                    tags == null ? List.of() : tags,
                    callBackAt,
                    said(disposition));
        }

        static String said(@Nullable String words) {
            return words == null ? "" : words;
        }
    }

    @POST
    @Path("/{id}/pick")
    public Uni<ConversationView> pick(UUID id) {
        return queue.pick(ConversationId.of(id), current.get().id()).map(ConversationView::of);
    }

    @POST
    @Path("/{id}/back-to-bot")
    @RolesAllowed({Right.Names.ANSWER, Right.Names.SUPERVISE})
    public Uni<ConversationView> backToBot(UUID id) {
        return mayRead.loadOwn(ConversationId.of(id), current.get())
                .chain(it -> conversations.backToBot(it.id(), it.epoch()))
                .map(HandoffResource::changed);
    }

    /**
     * Of one that is over already, a call that was hung up, this still says how it ended. 409 ({@code unseen-messages}) when the
     * customer has written after {@code lastSeq}. 400 when somebody was in danger and it is to end as {@code invalid}.
     */
    @POST
    @Path("/{id}/close")
    @RolesAllowed({Right.Names.ANSWER, Right.Names.SUPERVISE})
    public Uni<ConversationView> close(UUID id, @NotNull @Valid Closing closing) {
        var staff = current.get();
        return mayRead.loadServed(ConversationId.of(id), staff)
                .call(it -> requireNoEmergency(it, closing))
                .chain(it -> end(it, closing.lastSeq())
                        .map(HandoffResource::changed)
                        .call(() -> ending.conclude(it, staff.id(), closing)));
    }

    private Uni<Void> requireNoEmergency(Conversation it, Closing closing) {
        return INVALID.equals(closing.disposition())
                ? ending.handoffs()
                        .wasUrgent(it.id())
                        .invoke(urgent -> {
                            if (urgent) {
                                throw new Problem(
                                        Problem.Kind.INVALID, "An emergency does not end as an invalid conversation.");
                            }
                        })
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    private Uni<Optional<Conversation>> end(Conversation it, @Nullable Long lastSeq) {
        if (it.owner() instanceof Owner.Nobody) {
            return Uni.createFrom().item(Optional.of(it));
        }
        return lastSeq == null
                ? conversations.close(it.id(), it.epoch())
                : conversations.closeUpTo(it.id(), it.epoch(), lastSeq);
    }

    private static ConversationView changed(Optional<Conversation> changed) {
        return changed.map(ConversationView::of)
                .orElseThrow(() -> new Problem(
                        Problem.Kind.CONFLICT, "The conversation has changed hands meanwhile; look at it again."));
    }
}
