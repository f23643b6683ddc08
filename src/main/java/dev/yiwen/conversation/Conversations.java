package dev.yiwen.conversation;

import dev.yiwen.conversation.store.Directory;
import dev.yiwen.conversation.store.MessageText;
import dev.yiwen.conversation.store.Ownership;
import dev.yiwen.conversation.store.Reads;
import dev.yiwen.conversation.store.Transcript;
import dev.yiwen.conversation.store.Transcript.Appended;
import dev.yiwen.conversation.store.Turns;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.StaffId;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.Problem.Kind;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Conversations, their messages and their owners. What a method returns has been committed, and every instance's
 * {@link Delivery} was signalled in the same transaction. A change of owner, or of who waits, sends the signal
 * {@value #OWNER_SIGNAL} with the conversation's id as well.
 */
@Singleton
public class Conversations {
    public static final String OWNER_SIGNAL = "owner";

    /** Sent after each message, with a {@link NewMessage}. */
    public static final String MESSAGE_SIGNAL = "conversation";

    private final Directory directory;
    private final Transcript transcript;
    private final Ownership ownership;
    private final Turns turns;
    private final Reads reads;

    Conversations(Directory directory, Transcript transcript, Ownership ownership, Turns turns, Reads reads) {
        this.directory = directory;
        this.transcript = transcript;
        this.ownership = ownership;
        this.turns = turns;
        this.reads = reads;
    }

    /** The customer's open chat, in whatever channel it was begun, else a new one in this channel that the bot owns. */
    public Uni<Conversation> openOrResume(CustomerId customer, Channel channel) {
        return directory.openOrResume(customer, channel);
    }

    /** The customer's open chat. Calls are beside it. */
    public Uni<Optional<Conversation>> open(CustomerId customer) {
        return directory.open(customer);
    }

    /** What the customer goes on with elsewhere, with the notice {@code joined}; empty when the epoch is old. */
    public Uni<Optional<Conversation>> closeJoined(ConversationId id, int epoch) {
        return ownership.closeJoined(id, epoch);
    }

    /** A new call that waits for an agent. */
    public Uni<Conversation> openCall(CustomerId customer, String subject) {
        return directory.openCall(customer, subject);
    }

    /** Fails with {@code NOT_FOUND}. */
    public Uni<Conversation> load(ConversationId id) {
        return directory.find(id).map(found -> found.orElseThrow(Conversations::notFound));
    }

    /** Empty unless it is that customer's. */
    public Uni<Optional<Conversation>> find(CustomerId customer, ConversationId id) {
        return directory.find(customer, id);
    }

    /** The reason for which a human was wanted last; it stays while an agent owns the conversation and when closed. */
    public Uni<Optional<HandoffReason>> lastReason(ConversationId id) {
        return directory.lastReason(id);
    }

    /**
     * Stores it once, however often it is sent. Fails with {@code CONFLICT} when the conversation is closed, with
     * {@code INVALID} when the text is empty and with {@code TOO_LARGE} when it has more than 2,000 characters.
     */
    public Uni<Message> appendFromCustomer(ConversationId id, String clientMessageId, String text) {
        return appendFromCustomer(id, null, clientMessageId, text);
    }

    /** @param via where it is said, which may be another channel than that in which the conversation was opened */
    public Uni<Message> appendFromCustomer(
            ConversationId id, @Nullable Channel via, String clientMessageId, String text) {
        return Uni.createFrom()
                .item(() -> new Body.Text(MessageText.clean(text)))
                .chain(body -> transcript.fromCustomer(
                        id, via, MessageText.clientId(clientMessageId), body, turns.timeoutMillis()))
                .invoke(appended -> appended.ifPresent(this::beginTurn))
                .chain(appended -> orSentBefore(appended, id, clientMessageId));
    }

    /** As {@link #appendFromCustomer}, but for people: the bot does not answer it, whoever owns the conversation. */
    public Uni<Message> appendForPeople(ConversationId id, String clientMessageId, String text) {
        return appendForPeople(id, null, clientMessageId, text);
    }

    public Uni<Message> appendForPeople(ConversationId id, @Nullable Channel via, String clientMessageId, String text) {
        return Uni.createFrom()
                .item(() -> new Body.Text(MessageText.clean(text)))
                .chain(body -> transcript.forPeople(id, via, MessageText.clientId(clientMessageId), body))
                .chain(appended -> orSentBefore(appended, id, clientMessageId));
    }

    /** Empty when the bot no longer owns the conversation under that epoch, or the turn was answered already. */
    public Uni<Optional<Message>> appendFromBot(ConversationId id, int epoch, long inReplyTo, Body body) {
        return transcript.fromBot(id, epoch, inReplyTo, body).map(appended -> appended.map(Appended::message));
    }

    /** Stores it once. Fails with {@code FORBIDDEN} unless that agent owns the conversation. */
    public Uni<Message> appendFromAgent(ConversationId id, StaffId agent, String clientMessageId, String text) {
        return Uni.createFrom()
                .item(() -> new Body.Text(MessageText.clean(text)))
                .chain(body -> transcript.fromAgent(id, agent, MessageText.clientId(clientMessageId), body))
                .invoke(appended -> appended.ifPresent(it -> turns.replied(it.conversation(), it.message())))
                .chain(appended -> orSentBefore(appended, id, clientMessageId));
    }

    /** What somebody typed, as it is stored. Fails as {@link #appendFromCustomer} does. */
    public static String typed(String text) {
        return MessageText.clean(text);
    }

    /** What the customer writes into a ticket of that number, likewise. */
    public Uni<Message> appendIntoTicket(ConversationId id, String clientMessageId, String text, long ticket) {
        return Uni.createFrom()
                .item(() -> Body.Text.ofTicket(MessageText.clean(text), ticket))
                .chain(body -> transcript.forPeople(id, Channel.WEB, MessageText.clientId(clientMessageId), body))
                .chain(appended -> orSentBefore(appended, id, clientMessageId));
    }

    /** What somebody of staff, who need not own the conversation, replies to a ticket of that number. */
    public Uni<Message> appendFromTicket(
            ConversationId id, StaffId staff, String clientMessageId, String text, long ticket) {
        return Uni.createFrom()
                .item(() -> Body.Text.ofTicket(MessageText.clean(text), ticket))
                .chain(body -> transcript.fromStaff(id, staff, MessageText.clientId(clientMessageId), body))
                .chain(appended -> orSentBefore(appended, id, clientMessageId));
    }

    /** Tells both sides something that changes no owner. */
    public Uni<Message> appendNotice(ConversationId id, Body.Notice notice) {
        return transcript
                .notice(id, notice)
                .map(appended -> appended.orElseThrow(Conversations::notFound).message());
    }

    /** While the customer waits: the bot goes on answering, or no longer, and both sides are told. Empty when it was so. */
    public Uni<Optional<Message>> letBotHelp(ConversationId id, boolean wanted, Body.Notice notice) {
        return transcript.help(id, notice, wanted).map(appended -> appended.map(Appended::message));
    }

    /** Oldest first. */
    public Uni<List<Message>> messagesAfter(ConversationId id, long seq, int limit) {
        return transcript.after(id, seq, limit);
    }

    /** At most {@code count} messages, oldest first, the last of them {@code last}, which was committed. */
    public Uni<List<Message>> upTo(Message last, int count) {
        return transcript.upTo(last, count);
    }

    /** Bot → queue, with the notice {@code handoff}; empty when the epoch is old. */
    public Uni<Optional<Conversation>> requestHuman(ConversationId id, int epoch, HandoffReason reason) {
        return ownership.requestHuman(id, epoch, reason);
    }

    /** Queue → agent, with the notice {@code agent-joined}; of several who try, one gets it and the others empty. */
    public Uni<Optional<Conversation>> assign(ConversationId id, int epoch, StaffId agent) {
        return directory.nameOf(agent).chain(name -> ownership.assign(id, epoch, agent, name));
    }

    /** Agent → another agent, with the notice {@code taken-over}; empty when the epoch is old or no other agent has it. */
    public Uni<Optional<Conversation>> takeOver(ConversationId id, int epoch, StaffId supervisor) {
        return directory.nameOf(supervisor).chain(name -> ownership.takeOver(id, epoch, supervisor, name));
    }

    /** As {@link #takeOver}, for the telephone has put the call through, with the notice {@code put-through}. */
    public Uni<Optional<Conversation>> putThrough(ConversationId id, int epoch, StaffId agent) {
        return directory.nameOf(agent).chain(name -> ownership.putThrough(id, epoch, agent, name));
    }

    /** Agent → queue, waiting since {@code since}, with the notice {@code requeued}; empty when the epoch is old. */
    public Uni<Optional<Conversation>> requeue(ConversationId id, int epoch, HandoffReason reason, Instant since) {
        return ownership.requeue(id, epoch, reason, since, "requeued");
    }

    /** As {@link #requeue}, because the agent is silent and the customer in danger, with the notice {@code urgent-requeued}. */
    public Uni<Optional<Conversation>> requeueUrgent(
            ConversationId id, int epoch, HandoffReason reason, Instant since) {
        return ownership.requeue(id, epoch, reason, since, "urgent-requeued");
    }

    /** Of one that waits or is with an agent: a graver reason than the one for which a human was wanted at first. */
    public Uni<Void> giveReason(ConversationId id, HandoffReason reason) {
        return directory.giveReason(id, reason);
    }

    /** As {@link #requeue}, because the agent hands it on, with the notice {@code transferred}. */
    public Uni<Optional<Conversation>> handOn(ConversationId id, int epoch, HandoffReason reason, Instant since) {
        return ownership.requeue(id, epoch, reason, since, "transferred");
    }

    /** Queue or agent → bot, with the notice {@code back-to-bot}; empty when the epoch is old. */
    public Uni<Optional<Conversation>> backToBot(ConversationId id, int epoch) {
        return ownership.backToBot(id, epoch);
    }

    /** Queue → bot, telling both sides why; empty when the epoch is old or the conversation does not wait. */
    public Uni<Optional<Conversation>> leaveQueue(ConversationId id, int epoch, Body.Notice notice) {
        return ownership.leaveQueue(id, epoch, notice);
    }

    /** Anyone → nobody, with the notice {@code closed}; empty when the epoch is old. */
    public Uni<Optional<Conversation>> close(ConversationId id, int epoch) {
        return ownership.close(id, epoch);
    }

    /**
     * As {@link #close}, by whoever has read up to message {@code lastSeq}. Fails with {@code UNSEEN_MESSAGES} when the customer
     * has written since.
     */
    public Uni<Optional<Conversation>> closeUpTo(ConversationId id, int epoch, long lastSeq) {
        return ownership.closeUpTo(id, epoch, lastSeq);
    }

    /** As {@link #close}, by the customer, with the notice {@code closed-by-customer}. */
    public Uni<Optional<Conversation>> closeByCustomer(ConversationId id, int epoch) {
        return ownership.closeByCustomer(id, epoch);
    }

    /** Those who wait, most urgent first, then longest waiting first. */
    public Uni<List<Conversation>> queued(int limit) {
        return directory.queued(limit);
    }

    /** The open conversations of an agent, oldest first. */
    public Uni<List<Conversation>> ofAgent(StaffId agent) {
        return directory.ofAgent(agent);
    }

    /** All of a customer's conversations, newest first. */
    public Uni<List<Conversation>> ofCustomer(CustomerId customer, int limit) {
        return directory.ofCustomer(customer, limit);
    }

    /** One side has read up to that message; whoever watches sees it. */
    public Uni<Void> markRead(ConversationId id, Participant reader, long seq) {
        return reads.mark(id, reader, seq);
    }

    public Uni<ReadMarks> readMarks(ConversationId id) {
        return reads.of(id);
    }

    private void beginTurn(Appended appended) {
        turns.begin(appended.conversation(), appended.message());
    }

    /** What was not appended is there already, or there is a reason why it may not be. */
    private Uni<Message> orSentBefore(Optional<Appended> appended, ConversationId id, String clientMessageId) {
        return appended.map(a -> Uni.createFrom().item(a.message()))
                .orElseGet(() -> transcript
                        .sentBefore(id, clientMessageId)
                        .chain(found -> found.map(m -> Uni.createFrom().item(m)).orElseGet(() -> refuse(id))));
    }

    private Uni<Message> refuse(ConversationId id) {
        return load(id).map(conversation -> {
            throw switch (conversation.owner()) {
                case Owner.Nobody nobody -> new Problem(Kind.CONFLICT, "The conversation is closed.");
                case Owner.Agent agent -> new Problem(Kind.FORBIDDEN, "Another agent has this conversation.");
                case Owner.Bot bot -> new Problem(Kind.FORBIDDEN, "No agent has this conversation.");
                case Owner.Queue queue -> new Problem(Kind.FORBIDDEN, "No agent has this conversation.");
            };
        });
    }

    private static Problem notFound() {
        return new Problem(Kind.NOT_FOUND, "There is no such conversation.");
    }
}
