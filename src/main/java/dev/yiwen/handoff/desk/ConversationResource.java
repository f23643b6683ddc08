package dev.yiwen.handoff.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.MessageView;
import dev.yiwen.conversation.OwnerView;
import dev.yiwen.conversation.SpokenOrder;
import dev.yiwen.handoff.packet.ContextPacket;
import dev.yiwen.handoff.packet.Packets;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Customer;
import dev.yiwen.identity.Customers;
import dev.yiwen.identity.Right;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Conversations as agents and supervisors read them. */
@Path("/api/v1/conversations")
@RolesAllowed({Right.Names.ANSWER, Right.Names.READ_ALL})
final class ConversationResource {
    private static final int MESSAGES_SHOWN = 1000;

    private final MayRead mayRead;
    private final Conversations conversations;
    private final Customers customers;
    private final Packets packets;
    private final Desktop desktop;

    ConversationResource(
            MayRead mayRead, Conversations conversations, Customers customers, Packets packets, Desktop desktop) {
        this.mayRead = mayRead;
        this.conversations = conversations;
        this.customers = customers;
        this.packets = packets;
        this.desktop = desktop;
    }

    /** The lists of whoever asks. */
    @Singleton
    record Desktop(Lists lists, CurrentStaff current) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ConversationView(
            ConversationId id,
            Channel channel,
            OwnerView owner,
            int epoch,
            long lastSeq,
            @Nullable String subject,
            Instant openedAt,
            @Nullable Instant closedAt) {
        static ConversationView of(Conversation it) {
            return new ConversationView(
                    it.id(),
                    it.channel(),
                    OwnerView.of(it.owner()),
                    it.epoch(),
                    it.lastSeq(),
                    it.subject(),
                    it.openedAt(),
                    it.closedAt());
        }
    }

    record Whole(ConversationView conversation, Customer customer, List<MessageView> messages) {}

    @GET
    public Uni<? extends List<?>> list(@QueryParam("state") @Nullable String state) {
        var me = desktop.current().get().id();
        return switch (state == null ? "mine" : state) {
            case "queue" -> desktop.lists().waiting();
            case "mine" -> desktop.lists().of(me);
            case "unfinished" -> desktop.lists().unfinishedBy(me);
            case "closed" -> desktop.lists().closedBy(me);
            default -> throw new Problem(Problem.Kind.INVALID, "\"state\" is queue, mine, unfinished or closed.");
        };
    }

    @GET
    @Path("/{id}")
    public Uni<Whole> read(UUID id) {
        return mayRead.load(ConversationId.of(id), desktop.current().get()).chain(this::whole);
    }

    @GET
    @Path("/{id}/packet")
    public Uni<ContextPacket> packet(UUID id) {
        return mayRead.load(ConversationId.of(id), desktop.current().get()).chain(packets::of);
    }

    private Uni<Whole> whole(Conversation conversation) {
        return Uni.combine()
                .all()
                .unis(
                        customers.find(conversation.customer()),
                        conversations.messagesAfter(conversation.id(), 0, MESSAGES_SHOWN))
                .asTuple()
                .map(it -> new Whole(
                        ConversationView.of(conversation),
                        it.getItem1(),
                        SpokenOrder.of(it.getItem2()).stream()
                                .map(MessageView::of)
                                .toList()));
    }
}
