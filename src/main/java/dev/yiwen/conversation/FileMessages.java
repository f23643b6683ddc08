package dev.yiwen.conversation;

import dev.yiwen.conversation.store.Transcript;
import dev.yiwen.conversation.store.Transcript.Appended;
import dev.yiwen.conversation.store.Turns;
import dev.yiwen.file.FileId;
import dev.yiwen.file.FileSize;
import dev.yiwen.file.Files;
import dev.yiwen.file.UploadPace;
import dev.yiwen.identity.StaffId;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.Problem.Kind;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Messages that carry a file. What a customer sends is read, where this machine can, before it is there, so that bot and people
 * see the file and its words at once; a file without words is people's.
 */
@Singleton
public final class FileMessages {
    /**
     * A file as it comes.
     *
     * @param as its sender's own id of it
     * @param seconds how long it is, if it is a voice message
     * @param words what its channel has recognised in a voice message
     */
    public record Sent(
            String as,
            String name,
            byte[] content,
            @Nullable Integer seconds,
            @Nullable String words) {
        public Sent(String as, String name, byte[] content, @Nullable Integer seconds) {
            this(as, name, content, seconds, null);
        }
    }

    private final Conversations conversations;
    private final Transcript transcript;
    private final Turns turns;
    private final ReceivedFiles received;
    private final UploadPace pace;

    FileMessages(
            Conversations conversations, Transcript transcript, Turns turns, ReceivedFiles received, UploadPace pace) {
        this.conversations = conversations;
        this.transcript = transcript;
        this.turns = turns;
        this.received = received;
        this.pace = pace;
    }

    /** Of which files the bot makes something, so that customers may send it some: {@code picture}, {@code voice}. */
    public List<String> botReads() {
        return received.reads();
    }

    /**
     * Fails with {@code CONFLICT} when the conversation is closed, and unless the customer has, or waits for, an agent or the bot reads
     * files; with {@code TOO_MANY_REQUESTS} when the customer sends too many; and as {@link Files#store} does.
     */
    public Uni<Message> fromCustomer(ConversationId id, Sent sent) {
        return conversations
                .load(id)
                .invoke(it -> {
                    if (!mayBeSent(it.owner())) {
                        throw new Problem(Kind.CONFLICT, "Files go to people: ask for one first.");
                    }
                })
                .call(it -> pace.takeAsCustomer(it.customer().value()))
                .chain(() -> received.ofCustomer(id, sent))
                .chain(body -> append(id, Channel.WEB, sent, body));
    }

    private boolean mayBeSent(Owner owner) {
        return switch (owner) {
            case Owner.Agent agent -> true;
            case Owner.Queue queue -> true;
            case Owner.Bot bot -> !received.reads().isEmpty();
            case Owner.Nobody nobody -> false;
        };
    }

    /** Whoever has the conversation answers it. */
    private Uni<Message> append(ConversationId id, Channel via, Sent sent, Body body) {
        return transcript
                .fromCustomer(id, via, sent.as(), body, turns.timeoutMillis())
                .invoke(appended -> appended.ifPresent(it -> turns.begin(it.conversation(), it.message())))
                .chain(appended -> orSentBefore(appended, id, sent.as()));
    }

    /** Fails with {@code FORBIDDEN} unless that agent owns the conversation, and as {@link #fromCustomer} does. */
    public Uni<Message> fromAgent(ConversationId id, StaffId agent, Sent sent) {
        return conversations
                .load(id)
                .invoke(it -> {
                    if (!(it.owner() instanceof Owner.Agent owner && owner.id().equals(agent))) {
                        throw new Problem(Kind.FORBIDDEN, "This conversation is not yours.");
                    }
                })
                .call(() -> pace.takeAsStaff(agent.value()))
                .chain(() -> received.ofStaff(id, sent))
                .chain(body -> transcript.fromAgent(id, agent, sent.as(), body))
                .chain(appended -> orSentBefore(appended, id, sent.as()));
    }

    /**
     * What a customer sent by a way that nobody can refuse. Fails with {@code CONFLICT} when the conversation is closed, and as
     * {@link Files#store} does.
     *
     * @param via where it was sent
     * @param forBot whether the bot answers it, if it has the conversation; else it is there for people
     */
    public Uni<Message> keepFromCustomer(ConversationId id, Channel via, Sent sent, boolean forBot) {
        return received.ofCustomer(id, sent)
                .chain(body -> forBot
                        ? append(id, via, sent, body)
                        : transcript
                                .forPeople(id, via, sent.as(), body)
                                .chain(appended -> orSentBefore(appended, id, sent.as())));
    }

    /** Whoever asks must be allowed to read the conversation. */
    public Uni<Files.Opened> open(ConversationId id, FileId file, FileSize size) {
        return received.open(id, file, size);
    }

    private Uni<Message> orSentBefore(Optional<Appended> appended, ConversationId id, String sentAs) {
        return appended.map(it -> Uni.createFrom().item(it.message()))
                .orElseGet(() -> transcript
                        .sentBefore(id, sentAs)
                        .map(found -> found.orElseThrow(
                                () -> new Problem(Kind.CONFLICT, "The conversation has changed hands meanwhile."))));
    }
}
