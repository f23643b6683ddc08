package dev.yiwen.conversation;

import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.StaffId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Conversations, their messages and their owners. What a method returns has been committed. */
@Singleton
public class Conversations {

    /** The customer's open conversation in this channel, else a new one that the bot owns. */
    public Uni<Conversation> openOrResume(CustomerId customer, Channel channel) {
        throw new UnsupportedOperationException();
    }

    /** A new call that waits for an agent. */
    public Uni<Conversation> openCall(CustomerId customer, String subject) {
        throw new UnsupportedOperationException();
    }

    /** Fails with {@code NOT_FOUND}. */
    public Uni<Conversation> load(ConversationId id) {
        throw new UnsupportedOperationException();
    }

    /**
     * Stores it once, however often it is sent. Fails with {@code CONFLICT} when the conversation is closed and with
     * {@code INVALID} when the text is empty or longer than 2,000 characters.
     */
    public Uni<Message> appendFromCustomer(ConversationId id, String clientMessageId, String text) {
        throw new UnsupportedOperationException();
    }

    /** Empty when the bot no longer owns the conversation under that epoch, or the turn was answered already. */
    public Uni<Optional<Message>> appendFromBot(ConversationId id, int epoch, long inReplyTo, Body body) {
        throw new UnsupportedOperationException();
    }

    /** Stores it once. Fails with {@code FORBIDDEN} unless that agent owns the conversation. */
    public Uni<Message> appendFromAgent(ConversationId id, StaffId agent, String clientMessageId, String text) {
        throw new UnsupportedOperationException();
    }

    /** Stores the final words of a speaker on a call, once an {@code utteranceId}. */
    public Uni<Message> appendUtterance(ConversationId id, Author speaker, String utteranceId, String text) {
        throw new UnsupportedOperationException();
    }

    /** Tells both sides something that changes no owner. */
    public Uni<Message> appendNotice(ConversationId id, Body.Notice notice) {
        throw new UnsupportedOperationException();
    }

    /** Oldest first. */
    public Uni<List<Message>> messagesAfter(ConversationId id, long seq, int limit) {
        throw new UnsupportedOperationException();
    }

    /** Bot → queue; empty when the epoch is old. The text of the notice {@code handoff} follows from the reason. */
    public Uni<Optional<Conversation>> requestHuman(ConversationId id, int epoch, HandoffReason reason) {
        throw new UnsupportedOperationException();
    }

    /** Queue → agent; of several who try under one epoch exactly one gets it, the others empty. */
    public Uni<Optional<Conversation>> assign(ConversationId id, int epoch, StaffId agent) {
        throw new UnsupportedOperationException();
    }

    /** Queue or agent → bot; empty when the epoch is old. */
    public Uni<Optional<Conversation>> backToBot(ConversationId id, int epoch) {
        throw new UnsupportedOperationException();
    }

    /** Anyone → nobody; empty when the epoch is old. */
    public Uni<Optional<Conversation>> close(ConversationId id, int epoch) {
        throw new UnsupportedOperationException();
    }

    /** Those who wait, most urgent first, then longest waiting first. */
    public Uni<List<Conversation>> queued(int limit) {
        throw new UnsupportedOperationException();
    }

    /** The open conversations of an agent, oldest first. */
    public Uni<List<Conversation>> ofAgent(StaffId agent) {
        throw new UnsupportedOperationException();
    }

    /** All of a customer's conversations, newest first. */
    public Uni<List<Conversation>> ofCustomer(CustomerId customer, int limit) {
        throw new UnsupportedOperationException();
    }
}
