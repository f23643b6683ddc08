package dev.yiwen.channel.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.yiwen.conversation.AuthorView;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.MessageView;
import dev.yiwen.conversation.OwnerView;
import dev.yiwen.handoff.QueuePlace;
import dev.yiwen.shared.Messages;
import dev.yiwen.ticket.TicketKind;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What passes over the chat socket: JSON objects that {@code type} tells apart. Described in {@code asyncapi.yaml}. */
sealed interface ChatFrame {

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Hello.class, name = "hello"),
        @JsonSubTypes.Type(value = Send.class, name = "send"),
        @JsonSubTypes.Type(value = Human.class, name = "human"),
        @JsonSubTypes.Type(value = Typing.class, name = "typing"),
        @JsonSubTypes.Type(value = Feedback.class, name = "feedback"),
        @JsonSubTypes.Type(value = BackToBot.class, name = "back-to-bot"),
        @JsonSubTypes.Type(value = End.class, name = "end"),
        @JsonSubTypes.Type(value = Help.class, name = "help"),
        @JsonSubTypes.Type(value = LeaveMessage.class, name = "leave-message"),
        @JsonSubTypes.Type(value = Rate.class, name = "rate"),
        @JsonSubTypes.Type(value = Read.class, name = "read")
    })
    sealed interface FromClient extends ChatFrame {}

    /**
     * First of all, and again to resume elsewhere.
     *
     * @param conversationId the customer's conversation to resume, even a closed one; without it the open one, else a new one
     * @param afterSeq the last message that the client has of it
     * @param page where the customer is, if the host's page wants it told
     * @param device what kind they use, likewise
     */
    record Hello(
            @Nullable ConversationId conversationId,
            long afterSeq,
            @Nullable String page,
            @Nullable String device) implements FromClient {}

    record Send(String clientMessageId, String text) implements FromClient {}

    /** 转人工 */
    record Human() implements FromClient {}

    record Typing() implements FromClient {}

    /** @param helpful null takes an earlier word back */
    record Feedback(long seq, @Nullable Boolean helpful) implements FromClient {}

    /** Leaves the queue. */
    record BackToBot() implements FromClient {}

    /** Ends the conversation. */
    record End() implements FromClient {}

    /** Keeps the place in the queue, and lets the bot go on answering meanwhile, or no longer. */
    record Help(boolean wanted) implements FromClient {}

    /**
     * Leaves the queue with a message that becomes a ticket.
     *
     * @param contact how to reach the customer, in their own words
     */
    record LeaveMessage(
            String clientMessageId,
            TicketKind kind,
            String text,
            @Nullable String contact) implements FromClient {}

    /** How the customer found a conversation that is over; the last word counts. */
    record Rate(int score, @Nullable String comment) implements FromClient {}

    /** The customer has read up to that message. */
    record Read(long seq) implements FromClient {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Welcome.class, name = "welcome"),
        @JsonSubTypes.Type(value = Ack.class, name = "ack"),
        @JsonSubTypes.Type(value = Said.class, name = "message"),
        @JsonSubTypes.Type(value = OwnerNow.class, name = "owner"),
        @JsonSubTypes.Type(value = Place.class, name = "queue"),
        @JsonSubTypes.Type(value = Writing.class, name = "typing"),
        @JsonSubTypes.Type(value = Drafted.class, name = "draft"),
        @JsonSubTypes.Type(value = Seen.class, name = "read"),
        @JsonSubTypes.Type(value = OfTicket.class, name = "ticket"),
        @JsonSubTypes.Type(value = Standing.class, name = "incidents"),
        @JsonSubTypes.Type(value = Refused.class, name = "error")
    })
    sealed interface FromServer extends ChatFrame {}

    /**
     * The conversation from here on; again when a message to a closed one opened a new one.
     *
     * @param reads of what the bot makes something: {@code picture}, {@code voice}; people see every file
     */
    record Welcome(
            Resumed conversation,
            Assistant assistant,
            List<String> suggestions,
            List<Promise> promises,
            List<String> reads,
            English english)
            implements FromServer {
        public Welcome {
            reads = List.copyOf(reads);
            suggestions = List.copyOf(suggestions);
            promises = List.copyOf(promises);
        }
    }

    /** The same for who reads English. */
    record English(Assistant assistant, List<String> suggestions, List<Promise> promises) {
        public English {
            suggestions = List.copyOf(suggestions);
            promises = List.copyOf(promises);
        }
    }

    record Resumed(ConversationId id, OwnerView owner, int epoch, long lastSeq) {}

    /** @param greeting follows the name when a conversation begins */
    record Assistant(String name, String label, String greeting) {}

    /**
     * What comes of a message that is left: when somebody does what.
     *
     * @param label what the kind is called
     */
    record Promise(TicketKind kind, String label, String words) {}

    /** The message was committed. */
    record Ack(String clientMessageId, long seq, Instant at) implements FromServer {}

    record Said(MessageView message) implements FromServer {}

    record OwnerNow(OwnerView owner, int epoch) implements FromServer {}

    /**
     * The place in the queue and the estimated wait.
     *
     * @param position never grows in one wait
     * @param putAhead how many the policy has put ahead since; they are served first as well
     * @param opensAt when agents serve again, outside the hours of service
     * @param closesAt until when agents serve, within the hours of service
     * @param botHelps whether the bot goes on answering meanwhile
     * @param busyColleague to whom it was handed on and who serves others now: then the place says nothing
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Place(
            int position,
            int putAhead,
            int lowSeconds,
            int highSeconds,
            boolean anyoneOnline,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt,
            boolean botHelps,
            @Nullable String busyColleague)
            implements FromServer {
        /** So near to the front each step counts; further behind one in so many. */
        private static final int NEAR = 50;

        private static final int ONE_IN = 50;

        static Place of(QueuePlace it) {
            return new Place(
                    it.position(),
                    it.putAhead(),
                    it.lowSeconds(),
                    it.highSeconds(),
                    it.anyoneOnline(),
                    it.opensAt(),
                    it.closesAt(),
                    it.botHelps(),
                    it.busyColleague());
        }

        /** The same truth with that number, or a better one. */
        Place noFurtherBackThan(Place told) {
            var number = Math.min(position, told.position);
            return new Place(
                    number,
                    putAhead + position - number,
                    lowSeconds,
                    highSeconds,
                    anyoneOnline,
                    opensAt,
                    closesAt,
                    botHelps,
                    busyColleague);
        }

        /** Whether it is worth a frame: thousands behind move up each time that somebody is served. */
        boolean saysMoreThan(Place last) {
            return position <= NEAR && !equals(last)
                    || anyoneOnline != last.anyoneOnline
                    || botHelps != last.botHelps
                    || !Objects.equals(opensAt, last.opensAt)
                    || !Objects.equals(closesAt, last.closesAt)
                    || !Objects.equals(busyColleague, last.busyColleague)
                    || differs(position, last.position)
                    || differs(position + putAhead, last.position + last.putAhead)
                    || differs(lowSeconds, last.lowSeconds)
                    || differs(highSeconds, last.highSeconds);
        }

        private static boolean differs(int now, int before) {
            return Math.abs(now - before) * ONE_IN > before;
        }
    }

    record Writing(AuthorView author) implements FromServer {}

    /**
     * What the bot has written so far, whole each time; its message replaces it.
     *
     * @param inReplyTo the customer's message that it answers
     */
    record Drafted(long inReplyTo, String text) implements FromServer {}

    /** An agent has read up to that message. */
    record Seen(long seq) implements FromServer {}

    /** Something became of that ticket of the customer's. */
    record OfTicket(long number) implements FromServer {}

    /** What stands for everybody to see, in the place of what stood before; none when all is well. */
    record Standing(List<StandingIncident> incidents) implements FromServer {
        public Standing {
            incidents = List.copyOf(incidents);
        }
    }

    /** @param level 1 is the graver */
    record StandingIncident(UUID id, int level, String words, String english) {}

    /**
     * Nothing was done; the socket stays open.
     *
     * @param detail for the customer, Chinese
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Refused(
            String code,
            String detail,
            String english,
            @Nullable String clientMessageId) implements FromServer {
        static Refused of(String code, Messages messages, @Nullable String clientMessageId) {
            var key = "web.error." + code;
            return new Refused(code, messages.text(key), messages.text(Locale.ENGLISH, key, Map.of()), clientMessageId);
        }
    }
}
