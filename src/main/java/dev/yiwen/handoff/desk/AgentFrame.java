package dev.yiwen.handoff.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.yiwen.conversation.AuthorView;
import dev.yiwen.conversation.CallLine;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.conversation.MessageView;
import dev.yiwen.conversation.OwnerView;
import dev.yiwen.conversation.Participant;
import dev.yiwen.handoff.desk.Lists.CustomerView;
import dev.yiwen.handoff.desk.Lists.Mine;
import dev.yiwen.handoff.desk.Lists.Waiting;
import dev.yiwen.handoff.note.Note;
import dev.yiwen.handoff.presence.AfterCalls;
import dev.yiwen.handoff.presence.Away;
import dev.yiwen.handoff.wall.Held;
import dev.yiwen.identity.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The frames of an agent's socket. */
public final class AgentFrame {
    private AgentFrame() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = FromClient.Presence.class, name = "presence"),
        @JsonSubTypes.Type(value = FromClient.Open.class, name = "open"),
        @JsonSubTypes.Type(value = FromClient.Leave.class, name = "leave"),
        @JsonSubTypes.Type(value = FromClient.Send.class, name = "send"),
        @JsonSubTypes.Type(value = FromClient.Typing.class, name = "typing"),
        @JsonSubTypes.Type(value = FromClient.Read.class, name = "read"),
        @JsonSubTypes.Type(value = FromClient.Accept.class, name = "accept"),
        @JsonSubTypes.Type(value = FromClient.Decline.class, name = "decline"),
        @JsonSubTypes.Type(value = FromClient.Wall.class, name = "wall")
    })
    public sealed interface FromClient {

        /** The agent's word. Whoever cannot answer pings repeats it as the heartbeat, every 20 s. */
        record Presence(boolean online) implements FromClient {}

        /** Messages after {@code afterSeq} come, and then all as they are said. */
        record Open(ConversationId conversationId, long afterSeq) implements FromClient {}

        record Leave(ConversationId conversationId) implements FromClient {}

        record Send(ConversationId conversationId, String clientMessageId, String text) implements FromClient {}

        record Typing(ConversationId conversationId) implements FromClient {}

        /** The agent has read up to that message. */
        record Read(ConversationId conversationId, long seq) implements FromClient {}

        record Accept(ConversationId conversationId) implements FromClient {}

        record Decline(ConversationId conversationId) implements FromClient {}

        /** A supervisor wants to see what all agents have in hand, from now on, or no more. */
        record Wall(boolean on) implements FromClient {}
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = FromServer.Welcome.class, name = "welcome"),
        @JsonSubTypes.Type(value = FromServer.Presence.class, name = "presence"),
        @JsonSubTypes.Type(value = FromServer.Queue.class, name = "queue"),
        @JsonSubTypes.Type(value = FromServer.Own.class, name = "mine"),
        @JsonSubTypes.Type(value = FromServer.Offer.class, name = "offer"),
        @JsonSubTypes.Type(value = FromServer.OfferEnded.class, name = "offer-ended"),
        @JsonSubTypes.Type(value = FromServer.Said.class, name = "message"),
        @JsonSubTypes.Type(value = FromServer.Ack.class, name = "ack"),
        @JsonSubTypes.Type(value = FromServer.OwnerNow.class, name = "owner"),
        @JsonSubTypes.Type(value = FromServer.AccessEnded.class, name = "access-ended"),
        @JsonSubTypes.Type(value = FromServer.Typing.class, name = "typing"),
        @JsonSubTypes.Type(value = FromServer.Read.class, name = "read"),
        @JsonSubTypes.Type(value = FromServer.Noted.class, name = "note"),
        @JsonSubTypes.Type(value = FromServer.Partial.class, name = "partial"),
        @JsonSubTypes.Type(value = FromServer.Corrected.class, name = "corrected"),
        @JsonSubTypes.Type(value = FromServer.Whispered.class, name = "whisper"),
        @JsonSubTypes.Type(value = FromServer.Call.class, name = "call"),
        @JsonSubTypes.Type(value = FromServer.Line.class, name = "line"),
        @JsonSubTypes.Type(value = FromServer.AfterCall.class, name = "after-call"),
        @JsonSubTypes.Type(value = FromServer.Wall.class, name = "wall"),
        @JsonSubTypes.Type(value = FromServer.Tickets.class, name = "tickets"),
        @JsonSubTypes.Type(value = FromServer.Refused.class, name = "error")
    })
    public sealed interface FromServer {

        record Me(StaffId id, String login, String name) {}

        /** @param away why not online */
        @JsonInclude(JsonInclude.Include.NON_NULL)
        record Welcome(Me staff, boolean online, @Nullable Away away) implements FromServer {}

        /** What another page of the same agent has said. */
        record Presence(boolean online) implements FromServer {}

        /** All who wait, in order. */
        record Queue(List<Waiting> waiting) implements FromServer {}

        /** All that the agent has, oldest first. */
        record Own(List<Mine> conversations) implements FromServer {}

        /**
         * What agents have in hand: what changed since the last such frame.
         *
         * @param whole whether these are all of them, and what the page knew before is past
         * @param gone those that no agent has any more
         */
        record Wall(boolean whole, List<Held> held, List<ConversationId> gone) implements FromServer {
            public Wall {
                held = List.copyOf(held);
                gone = List.copyOf(gone);
            }
        }

        /** @param answered how many of the agent's tickets hold a customer's words that were not read */
        record Tickets(int answered) implements FromServer {}

        /** @param seconds for which it stands, whatever the page's clock says */
        @JsonInclude(JsonInclude.Include.NON_NULL)
        record Offer(
                ConversationId conversationId,
                CustomerView customer,
                Channel channel,
                HandoffReason reason,
                int priority,
                Instant since,
                @Nullable String lastText,
                Instant expiresAt,
                long seconds)
                implements FromServer {

            static Offer of(Waiting waiting, Instant expiresAt) {
                return new Offer(
                        waiting.conversationId(),
                        waiting.customer(),
                        waiting.channel(),
                        waiting.reason(),
                        waiting.priority(),
                        waiting.since(),
                        waiting.lastText(),
                        expiresAt,
                        Math.max(1, Duration.between(Instant.now(), expiresAt).toSeconds()));
            }
        }

        /**
         * Nothing is offered for so many seconds, for a call has just ended.
         *
         * @param conversationId of the call; null when that time is over
         */
        @JsonInclude(JsonInclude.Include.NON_NULL)
        record AfterCall(@Nullable ConversationId conversationId, long seconds) implements FromServer {
            static AfterCall of(AfterCalls.@Nullable AfterCall it) {
                return it == null
                        ? new AfterCall(null, 0)
                        : new AfterCall(
                                it.call(),
                                Math.max(
                                        0,
                                        Duration.between(Instant.now(), it.until())
                                                .toSeconds()));
            }
        }

        record OfferEnded(ConversationId conversationId) implements FromServer {}

        record Said(ConversationId conversationId, MessageView message) implements FromServer {}

        record Ack(ConversationId conversationId, String clientMessageId, long seq, Instant at) implements FromServer {}

        record OwnerNow(ConversationId conversationId, OwnerView owner, int epoch) implements FromServer {}

        /** The conversation is not shown any more: the right to read it ended. */
        record AccessEnded(ConversationId conversationId) implements FromServer {}

        record Typing(ConversationId conversationId, AuthorView author) implements FromServer {}

        /** How far a side has read. */
        record Read(ConversationId conversationId, Participant reader, long seq) implements FromServer {}

        /** An internal note; each of an opened conversation, and then all as they are written. */
        record Noted(ConversationId conversationId, Note note) implements FromServer {}

        /** What a speaker of a call has said so far. */
        record Partial(ConversationId conversationId, String utteranceId, AuthorView author, String text)
                implements FromServer {}

        /** Other words for an utterance that was told as a message. */
        record Corrected(ConversationId conversationId, long seq, String text) implements FromServer {}

        /** What a supervisor tells the agent; the customer never sees it. */
        record Whispered(ConversationId conversationId, Whispers.Whisper whisper) implements FromServer {}

        @JsonInclude(JsonInclude.Include.NON_NULL)
        record Call(
                ConversationId conversationId,
                State state,
                @Nullable String number) implements FromServer {
            /** Written in JSON as it stands here. */
            @SuppressWarnings("MemberName")
            public enum State {
                ringing,
                answered,
                ended
            }
        }

        /** How the line of a call stands: when it is opened, and after each change. */
        record Line(ConversationId conversationId, CallLine line) implements FromServer {}

        @JsonInclude(JsonInclude.Include.NON_NULL)
        record Refused(
                String code,
                String detail,
                @Nullable ConversationId conversationId,
                @Nullable String clientMessageId) implements FromServer {}
    }
}
