package dev.yiwen.channel.web;

import dev.yiwen.conversation.AuthorView;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Delivery;
import dev.yiwen.conversation.Ephemeral;
import dev.yiwen.conversation.Message;
import dev.yiwen.conversation.MessageView;
import dev.yiwen.conversation.Owner;
import dev.yiwen.conversation.OwnerView;
import dev.yiwen.conversation.Participant;
import dev.yiwen.conversation.Watch;
import dev.yiwen.handoff.QueuePlace;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.shared.ClientAddress;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One customer's socket: the conversation that it shows, and what is pushed to it. */
final class ChatSession {
    /** Begins the codes of notices of other channels that staff read and customers do not. */
    private static final String FOR_STAFF = "wechat-staff-";

    private final CustomerId customer;
    private final ClientAddress address;
    private final Paces paces;
    private final Outgoing outgoing;
    private final BooleanSupplier botIsFull;
    private final ReportedPlace told;
    private volatile @Nullable Watch watch;
    private volatile long shownSeq;
    private volatile About about = new About(null, null);
    private long lastTyping;
    private int refusals;

    /** Where the customer is and with what, as far as the host's page tells. */
    record About(@Nullable String page, @Nullable String device) {
        private static final int LONGEST = 300;

        static About of(ChatFrame.Hello hello) {
            return new About(clean(hello.page()), clean(hello.device()));
        }

        private static @Nullable String clean(@Nullable String said) {
            var text = said == null ? "" : said.replaceAll("\\p{Cntrl}", " ").strip();
            return text.isEmpty() ? null : text.substring(0, Math.min(text.length(), LONGEST));
        }
    }

    ChatSession(CustomerId customer, ClientAddress address, Paces paces, Outgoing outgoing, BooleanSupplier botIsFull) {
        this.customer = customer;
        this.address = address;
        this.paces = paces;
        this.outgoing = outgoing;
        this.botIsFull = botIsFull;
        this.told = new ReportedPlace(outgoing::push);
    }

    CustomerId customer() {
        return customer;
    }

    ClientAddress address() {
        return address;
    }

    /** Whether one more frame, be it a message or not, is not too fast. */
    boolean maySend(ChatFrame.FromClient frame) {
        return paces.allowsFrame(customer)
                && (!(frame instanceof ChatFrame.Send) || paces.allowsMessage(customer, address));
    }

    About about() {
        return about;
    }

    void introduce(About who) {
        about = who;
    }

    Outgoing outgoing() {
        return outgoing;
    }

    /** The conversation as last seen; empty before {@code hello}. */
    Optional<Conversation> conversation() {
        return told.conversation();
    }

    void push(ChatFrame.FromServer frame) {
        outgoing.push(frame);
    }

    /**
     * Shows this conversation from now on, after {@code welcome}.
     *
     * @param whenAwaited runs each time the customer begins to wait or is given an agent, and at the start when it is so already
     */
    void follow(
            Conversation followed,
            long afterSeq,
            ChatFrame.Welcome welcome,
            Delivery delivery,
            Consumer<ChatSession> whenAwaited) {
        leave();
        // A client that claims more than there is has another conversation in mind.
        var seen = afterSeq < 0 || afterSeq > followed.lastSeq() ? 0 : afterSeq;
        shownSeq = seen;
        told.begin(followed, welcome);
        watch = delivery.watch(followed.id(), seen, this::said, now -> owned(now, whenAwaited), this::passing);
    }

    void leave() {
        var current = watch;
        watch = null;
        if (current != null) {
            current.close();
        }
    }

    /** Whether what is sent now is for the bot: it helps some who wait, too. */
    boolean isBotAsked() {
        return told.isBotAsked();
    }

    /** Whether the bot would have to answer what is sent now, and has too much to do already. */
    boolean mustWaitForBot() {
        return isBotAsked() && botIsFull.getAsBoolean();
    }

    /** Whether a message has been shown; a new one has not. */
    boolean hasShown(long seq) {
        return seq <= shownSeq;
    }

    /** Shows the place in the queue of that conversation, if it is shown, still waits so, and the place says something new. */
    void place(ConversationId of, QueuePlace place) {
        told.tell(of, place);
    }

    /** Shows how far an agent has read; 0 is not worth a word. */
    void readUpTo(long seq) {
        if (seq > 0) {
            push(new ChatFrame.Seen(seq));
        }
    }

    /** How many frames of this socket were refused, with this one. */
    int countRefusal() {
        return ++refusals;
    }

    /** At most one typing hint in two seconds passes on. */
    boolean mayType(long nowNanos) {
        var may = nowNanos - lastTyping > 2_000_000_000L;
        if (may) {
            lastTyping = nowNanos;
        }
        return may;
    }

    private void said(Message message) {
        shownSeq = message.seq();
        var opened = conversation().map(Conversation::channel).orElse(Channel.WEB);
        push(new ChatFrame.Said(MessageView.in(Channel.WEB, opened, forCustomer(message))));
    }

    /** Of what only staff read there is the number, so that the client has them all. */
    private static Message forCustomer(Message message) {
        return message.body() instanceof Body.Notice notice && notice.code().startsWith(FOR_STAFF)
                ? new Message(
                        message.conversation(),
                        message.seq(),
                        message.author(),
                        new Body.Notice(notice.code(), "", Map.of()),
                        message.at())
                : message;
    }

    private void owned(Conversation now, Consumer<ChatSession> whenAwaited) {
        told.changed(now, new ChatFrame.OwnerNow(OwnerView.of(now.owner()), now.epoch()));
        if (now.owner() instanceof Owner.Queue || now.owner() instanceof Owner.Agent) {
            whenAwaited.accept(this);
        }
    }

    private void passing(Ephemeral ephemeral) {
        switch (ephemeral) {
            case Ephemeral.Typing typing -> {
                var author = AuthorView.of(typing.author());
                if (author.kind() != AuthorView.Kind.customer) {
                    push(new ChatFrame.Writing(author));
                }
            }
            case Ephemeral.Draft draft -> push(new ChatFrame.Drafted(draft.inReplyTo(), draft.text()));
            case Ephemeral.Read(var reader, var seq) -> {
                if (reader == Participant.agent) {
                    readUpTo(seq);
                }
            }
            case Ephemeral.PartialUtterance partial -> {
                // Of calls, which have no chat socket.
            }
            case Ephemeral.Corrected corrected -> {
                // Of calls, too.
            }
            case Ephemeral.Line line -> {
                // Likewise.
            }
        }
    }
}
