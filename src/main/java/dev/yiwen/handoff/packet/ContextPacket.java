package dev.yiwen.handoff.packet;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.conversation.Source;
import dev.yiwen.handoff.plan.Marked;
import dev.yiwen.llm.Redaction;
import dev.yiwen.privacy.Masked;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an agent needs to go on where the bot stopped. All of it is taken from what was said and stored, or was written by a
 * chat model and holds against it; {@code seq} names the message in which it was said.
 *
 * @param reason why a human is wanted; null before anybody wanted one
 * @param summary what the customer wants, in up to two lines of their own
 * @param latest what the customer has said of it to the agent since; null: nothing
 * @param pictures what a machine read in the customer's pictures
 * @param missing what a case of this kind needs and nobody has said yet, e.g. {@code 联系电话}
 * @param firstSentence a first sentence to send, for the agent to change
 */
public record ContextPacket(
        @Nullable HandoffReason reason,
        List<String> summary,
        @Nullable String latest,
        List<Fact> facts,
        List<Picture> pictures,
        List<Tried> tried,
        List<Emotion> emotion,
        List<String> missing,
        Profile profile,
        List<Earlier> earlier,
        String firstSentence) {

    /**
     * @param name what it is, in Chinese, e.g. {@code 手机号}
     * @param value masked when it is personal
     * @param token of a value that is personal: what it stands for is told on asking, to who may know it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Fact(
            String name, String value, long seq, @Nullable String token) {}

    /** @param words as they were read, masked; they may be wrong */
    public record Picture(long seq, String words) {}

    /** What the bot has said already, so that nobody says it again. */
    public record Tried(long seq, String question, String answer, List<Source> sources, double confidence) {
        Tried masked(Redaction redaction) {
            return new Tried(seq, redaction.masked(question), redaction.masked(answer), sources, confidence);
        }
    }

    /** @param anger 0 (calm) to 1 */
    public record Emotion(long seq, double anger) {}

    /**
     * @param since when the customer was first seen
     * @param tags of agents
     * @param hostTags of the host application
     * @param marks whether they are valued or need care, and how that is known
     */
    public record Profile(
            @Nullable String name,
            int tier,
            @Nullable String externalId,
            Instant since,
            List<String> tags,
            List<String> hostTags,
            List<Marked> marks) {
        public Profile {
            // Of a packet that was stored before there were any.
            tags = tags == null ? List.of() : List.copyOf(tags);
            hostTags = hostTags == null ? List.of() : List.copyOf(hostTags);
            marks = marks == null ? List.of() : List.copyOf(marks);
        }
    }

    /**
     * @param words what it was about: as its agent confirmed it, else the customer's first informative sentence
     * @param category the topic that its agent filed it under
     * @param done what its agent did; null when nobody wrote that down
     * @param promised what its agent promised
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Earlier(
            ConversationId conversationId,
            Channel channel,
            Instant openedAt,
            @Nullable Instant closedAt,
            @Nullable String disposition,
            String words,
            @Nullable String category,
            @Nullable String done,
            List<String> promised) {
        public Earlier {
            // Of a packet that was stored before there were any.
            promised = promised == null ? List.of() : List.copyOf(promised);
        }
    }

    /** Of before all of it was masked when it was stored; tokens stay. */
    ContextPacket masked() {
        return new ContextPacket(
                reason == null ? null : reason.masked(Masked::text),
                summary.stream().map(Masked::text).toList(),
                latest == null ? null : Masked.text(latest),
                facts,
                pictures,
                tried.stream()
                        .map(it -> new Tried(
                                it.seq(), Masked.text(it.question()), it.answer(), it.sources(), it.confidence()))
                        .toList(),
                emotion,
                missing,
                profile,
                earlier,
                firstSentence);
    }

    /** With what a model wrote in the place of what was only taken out of the transcript. */
    ContextPacket with(ComposedSummary composed) {
        return new ContextPacket(
                reason,
                composed.summary().isEmpty() ? summary : composed.summary(),
                latest,
                facts,
                pictures,
                tried,
                emotion,
                missing,
                profile,
                earlier,
                composed.firstSentence().isEmpty() ? firstSentence : composed.firstSentence());
    }

    public ContextPacket {
        summary = List.copyOf(summary);
        facts = List.copyOf(facts);
        // Of a packet that was stored before pictures were read.
        pictures = pictures == null ? List.of() : List.copyOf(pictures);
        tried = List.copyOf(tried);
        emotion = List.copyOf(emotion);
        // Of a packet that was stored before anything was missing.
        missing = missing == null ? List.of() : List.copyOf(missing);
        earlier = List.copyOf(earlier);
    }
}
