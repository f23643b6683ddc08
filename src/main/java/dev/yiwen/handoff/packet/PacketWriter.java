package dev.yiwen.handoff.packet;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.conversation.Message;
import dev.yiwen.conversation.SpokenOrder;
import dev.yiwen.handoff.packet.ContextPacket.Earlier;
import dev.yiwen.handoff.packet.ContextPacket.Emotion;
import dev.yiwen.handoff.packet.ContextPacket.Picture;
import dev.yiwen.handoff.packet.ContextPacket.Profile;
import dev.yiwen.handoff.queue.Marks;
import dev.yiwen.identity.Customer;
import dev.yiwen.identity.Customers;
import dev.yiwen.llm.Redaction;
import dev.yiwen.shared.Messages;
import dev.yiwen.triage.Triage;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes context packets from what was said and stored. */
@Singleton
final class PacketWriter {
    private static final int LONGEST_TRANSCRIPT = 500;
    private static final int LONGEST_PICTURE = 300;

    private final Conversations conversations;
    private final Customers customers;
    private final History history;
    private final Facts facts;
    private final Wording wording;

    PacketWriter(Conversations conversations, Customers customers, History history, Facts facts, Wording wording) {
        this.conversations = conversations;
        this.customers = customers;
        this.history = history;
        this.facts = facts;
        this.wording = wording;
    }

    /** Texts and the reading of emotion, which belong to the words of a transcript. */
    @Singleton
    record Wording(Triage triage, Messages messages, Missing missing, PacketComposer composer, Marks marks) {
        String firstSentence(Optional<HandoffReason> reason) {
            return messages.text("handoff.first-sentence."
                    + reason.map(it -> it.code().name()).orElse("NONE"));
        }

        Profile profile(Customer it, List<Message> transcript) {
            var said = transcript.stream()
                    .filter(message -> message.author() instanceof Author.Customer)
                    .map(message -> message.body().text())
                    .collect(Collectors.joining(" "));
            return new Profile(
                    it.name(),
                    it.tier(),
                    it.externalId(),
                    it.createdAt(),
                    it.tags(),
                    it.hostTags(),
                    marks.of(it.hostTags(), it.tags(), said));
        }

        List<Emotion> emotion(List<Message> transcript) {
            return transcript.stream()
                    .filter(it -> it.author() instanceof Author.Customer)
                    .map(it -> new Emotion(it.seq(), triage.angerIn(it.body().text())))
                    .toList();
        }
    }

    /** What a chat model makes of it; nothing without one. */
    Uni<ComposedSummary> compose(Conversation conversation) {
        return wording.composer().available()
                ? conversations
                        .messagesAfter(conversation.id(), 0, LONGEST_TRANSCRIPT)
                        .chain(transcript -> wording.composer()
                                .compose(conversation.id(), transcript)
                                .map(it -> it.masked(redaction(transcript))))
                : Uni.createFrom().item(ComposedSummary.NONE);
    }

    Uni<ContextPacket> write(Conversation conversation) {
        return Uni.combine()
                .all()
                .unis(
                        conversations.messagesAfter(conversation.id(), 0, LONGEST_TRANSCRIPT),
                        conversations.lastReason(conversation.id()),
                        customers.find(conversation.customer()),
                        history.before(conversation))
                .asTuple()
                // Hundreds of messages are read for personal data.
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(it -> packet(SpokenOrder.of(it.getItem1()), it.getItem2(), it.getItem3(), it.getItem4()));
    }

    /** Packets are kept, and read by more people than the conversation is. */
    private static Redaction redaction(List<Message> transcript) {
        return Redaction.of(transcript.stream().flatMap(it -> it.body().texts()).toList(), "");
    }

    private static List<Picture> pictures(List<Message> transcript, Redaction redaction) {
        return transcript.stream()
                .filter(it -> it.author() instanceof Author.Customer)
                .flatMap(it ->
                        it.body().shown().stream().map(words -> new Picture(it.seq(), cut(redaction.masked(words)))))
                .toList();
    }

    private static String cut(String words) {
        return words.length() <= LONGEST_PICTURE ? words : words.substring(0, LONGEST_PICTURE) + "…";
    }

    private ContextPacket packet(
            List<Message> transcript, Optional<HandoffReason> reason, Customer customer, List<Earlier> earlier) {
        var redaction = redaction(transcript);
        return new ContextPacket(
                reason.map(it -> it.masked(redaction::masked)).orElse(null),
                Summary.of(transcript, reason).stream().map(redaction::masked).toList(),
                Summary.latest(transcript).map(redaction::masked).orElse(null),
                facts.in(transcript, redaction),
                pictures(transcript, redaction),
                Attempts.in(transcript).stream().map(it -> it.masked(redaction)).toList(),
                wording.emotion(transcript),
                wording.missing().in(transcript),
                wording.profile(customer, transcript),
                earlier,
                wording.firstSentence(reason));
    }
}
