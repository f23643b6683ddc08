package dev.yiwen.conversation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What watchers see pass by and nobody stores; it may be lost. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Ephemeral.Typing.class, name = "typing"),
    @JsonSubTypes.Type(value = Ephemeral.PartialUtterance.class, name = "partial"),
    @JsonSubTypes.Type(value = Ephemeral.Corrected.class, name = "corrected"),
    @JsonSubTypes.Type(value = Ephemeral.Line.class, name = "line"),
    @JsonSubTypes.Type(value = Ephemeral.Draft.class, name = "draft"),
    @JsonSubTypes.Type(value = Ephemeral.Read.class, name = "read")
})
public sealed interface Ephemeral {

    record Typing(Author author) implements Ephemeral {}

    /** What a speaker of a call has said so far; the final utterance becomes a message. */
    record PartialUtterance(Author speaker, String utteranceId, String text) implements Ephemeral {}

    /** Other words of an utterance that is a message already; the row has them too. */
    record Corrected(long seq, String text) implements Ephemeral {}

    /** The line of a call stands otherwise than before; its rows say so too. */
    record Line(CallLine line) implements Ephemeral {}

    /** What the bot has written so far in reply to a message; its next message replaces it. */
    record Draft(long inReplyTo, String text) implements Ephemeral {}

    /** A side has read up to that message; this one is a row too. */
    record Read(Participant reader, long seq) implements Ephemeral {}
}
