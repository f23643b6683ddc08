package dev.yiwen.conversation;

import dev.yiwen.conversation.store.MessageText;
import dev.yiwen.conversation.store.Transcript;
import dev.yiwen.conversation.store.Transcript.Appended;
import dev.yiwen.file.FileId;
import dev.yiwen.file.FilePlace;
import dev.yiwen.file.FileSize;
import dev.yiwen.file.Files;
import dev.yiwen.file.UploadPace;
import dev.yiwen.identity.StaffId;
import dev.yiwen.shared.Messages;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.Problem.Kind;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Messages that carry a file. They pass between people alone: the bot cannot look at a picture, and whoever sends one
 * should not wait for it in vain.
 */
@Singleton
public final class FileMessages {
    /**
     * A file as it comes.
     *
     * @param as its sender's own id of it
     * @param seconds how long it is, if it is a voice message
     */
    public record Sent(
            String as,
            String name,
            byte[] content,
            @Nullable Integer seconds) {}

    private final Conversations conversations;
    private final Transcript transcript;
    private final Files files;
    private final UploadPace pace;
    private final Messages messages;

    FileMessages(Conversations conversations, Transcript transcript, Files files, UploadPace pace, Messages messages) {
        this.conversations = conversations;
        this.transcript = transcript;
        this.files = files;
        this.pace = pace;
        this.messages = messages;
    }

    /**
     * Fails with {@code CONFLICT} unless the customer has, or waits for, an agent; with {@code TOO_MANY_REQUESTS} when the customer
     * sends too many; and as {@link Files#store} does.
     */
    public Uni<Message> fromCustomer(ConversationId id, Sent sent) {
        return conversations
                .load(id)
                .invoke(it -> {
                    if (!(it.owner() instanceof Owner.Agent || it.owner() instanceof Owner.Queue)) {
                        throw new Problem(Kind.CONFLICT, "Files go to people: ask for one first.");
                    }
                })
                .call(it -> pace.takeAsCustomer(it.customer().value()))
                .chain(it -> store(id, sent))
                .chain(body -> transcript.fileFromCustomer(id, sent.as(), body))
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
                .chain(it -> store(id, sent))
                .chain(body -> transcript.fromAgent(id, agent, sent.as(), body))
                .chain(appended -> orSentBefore(appended, id, sent.as()));
    }

    /**
     * What a customer sent by a way that nobody can refuse: it is there for people, whoever owns the conversation. Fails with
     * {@code CONFLICT} when the conversation is closed, and as {@link Files#store} does.
     */
    public Uni<Message> keepFromCustomer(ConversationId id, Sent sent) {
        return store(id, sent)
                .chain(body -> transcript.forPeople(id, sent.as(), body))
                .chain(appended -> orSentBefore(appended, id, sent.as()));
    }

    /** Whoever asks must be allowed to read the conversation. */
    public Uni<Files.Opened> open(ConversationId id, FileId file, FileSize size) {
        return switch (size) {
            case ORIGINAL -> files.open(FilePlace.conversation(id.value()), file);
            case PREVIEW -> files.preview(FilePlace.conversation(id.value()), file);
        };
    }

    private Uni<Body> store(ConversationId id, Sent sent) {
        return Uni.createFrom()
                .item(() -> MessageText.clientId(sent.as()))
                .chain(checked -> files.store(FilePlace.conversation(id.value()), checked, sent.name(), sent.content()))
                .map(file -> Attachment.of(file, sent.seconds()))
                .map(file -> new Body.Text(words(file), file));
    }

    /** What a channel without pictures shows, and what a search finds. */
    private String words(Attachment file) {
        if (file.seconds() != null) {
            return messages.text("conversation.file.voice", Map.of("seconds", Integer.toString(file.seconds())));
        }
        return messages.text(
                file.picture() ? "conversation.file.picture" : "conversation.file.document",
                Map.of("name", file.name()));
    }

    private Uni<Message> orSentBefore(Optional<Appended> appended, ConversationId id, String sentAs) {
        return appended.map(it -> Uni.createFrom().item(it.message()))
                .orElseGet(() -> transcript
                        .sentBefore(id, sentAs)
                        .map(found -> found.orElseThrow(
                                () -> new Problem(Kind.CONFLICT, "The conversation has changed hands meanwhile."))));
    }
}
