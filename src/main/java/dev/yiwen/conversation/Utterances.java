package dev.yiwen.conversation;

import dev.yiwen.conversation.store.Directory;
import dev.yiwen.conversation.store.MessageText;
import dev.yiwen.conversation.store.Transcript;
import dev.yiwen.conversation.store.Turns;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The final words of the speakers on a call. */
@Singleton
public final class Utterances {
    private final Transcript transcript;
    private final Turns turns;
    private final Delivery delivery;
    private final Directory directory;
    private final Event<UtteranceCorrected> corrected;

    Utterances(
            Transcript transcript,
            Turns turns,
            Delivery delivery,
            Directory directory,
            Event<UtteranceCorrected> corrected) {
        this.directory = directory;
        this.corrected = corrected;
        this.transcript = transcript;
        this.turns = turns;
        this.delivery = delivery;
    }

    /** As {@link #append(ConversationId, Author, String, String, Long, Integer)}, without a revision. */
    public Uni<Message> append(
            ConversationId id, Author speaker, String utteranceId, String text, @Nullable Long spokenAt) {
        return append(id, speaker, utteranceId, text, spokenAt, null);
    }

    /**
     * Stores them once an {@code utteranceId}; other words under the same id replace the first, as recognition corrects
     * itself. They are kept after the end of the call for ten minutes, then fail with {@code CONFLICT}.
     *
     * @param revision where it is given, a lower or equal one changes nothing; without one the last words count
     */
    public Uni<Message> append(
            ConversationId id,
            Author speaker,
            String utteranceId,
            String text,
            @Nullable Long spokenAt,
            @Nullable Integer revision) {
        return Uni.createFrom().deferred(() -> {
            var body = Body.Text.spoken(MessageText.clean(text), spokenAt, revision);
            var known = MessageText.clientId(utteranceId);
            return transcript
                    .utterance(id, speaker, known, body)
                    .invoke(appended -> appended.filter(
                                    it -> !(it.conversation().owner() instanceof Owner.Nobody))
                            .ifPresent(it -> {
                                if (speaker instanceof Author.Customer) {
                                    turns.begin(it.conversation(), it.message());
                                } else {
                                    turns.replied(it.conversation(), it.message());
                                }
                            }))
                    .chain(appended -> appended.map(it -> Uni.createFrom().item(it.message()))
                            .orElseGet(() -> correct(id, speaker, known, body)));
        });
    }

    /** Whether its final words are there already: what was recognised of it before comes too late. */
    public Uni<Boolean> isFinal(ConversationId id, String utteranceId) {
        return transcript.sentBefore(id, utteranceId).map(Optional::isPresent);
    }

    private Uni<Message> correct(ConversationId id, Author speaker, String utteranceId, Body.Text body) {
        return transcript
                .correct(id, speaker, utteranceId, body)
                .call(seq -> tell(id, seq, body))
                .chain(seq -> transcript
                        .sentBefore(id, utteranceId)
                        .map(found -> found.orElseThrow(
                                () -> new Problem(Problem.Kind.CONFLICT, "The call ended a while ago.")))
                        .call(message -> seq.isPresent()
                                ? corrected(id, message)
                                : Uni.createFrom().voidItem()));
    }

    /** What was read from the first words is read anew. */
    private Uni<Void> corrected(ConversationId id, Message message) {
        return directory
                .find(id)
                .invoke(found -> found.filter(it -> !(it.owner() instanceof Owner.Nobody))
                        .ifPresent(it -> corrected.fireAsync(new UtteranceCorrected(it, message))))
                .replaceWithVoid();
    }

    private Uni<Void> tell(ConversationId id, Optional<Long> seq, Body.Text body) {
        return seq.map(it -> delivery.ephemeral(id, new Ephemeral.Corrected(it, body.text())))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
