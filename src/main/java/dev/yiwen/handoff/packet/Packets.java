package dev.yiwen.handoff.packet;

import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Owner;
import dev.yiwen.conversation.OwnerChanged;
import dev.yiwen.handoff.queue.StoredJson;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/** Makes the packet of a handoff and keeps it with the handoff. */
@Singleton
public final class Packets {
    private static final Logger LOG = Logger.getLogger(Packets.class);

    private final Pool database;
    private final PacketWriter writer;
    private final StoredJson json;

    Packets(Pool database, PacketWriter writer, StoredJson json) {
        this.database = database;
        this.writer = writer;
        this.json = json;
    }

    void prepare(@ObservesAsync OwnerChanged change) {
        if (change.after().owner() instanceof Owner.Queue) {
            write(change.after())
                    .chain(packet -> writer.compose(change.after()))
                    .chain(composition -> keep(change.after(), composition))
                    .subscribe()
                    .with(done -> {}, e -> LOG.warn("A packet is not ready; it will be made when it is read", e));
        }
    }

    /**
     * As things stand now, while the conversation goes on: customers say more while they wait. Of a closed conversation as
     * it was read last; made now when nobody ever read it.
     */
    public Uni<ContextPacket> of(Conversation conversation) {
        if (!(conversation.owner() instanceof Owner.Nobody)) {
            return write(conversation);
        }
        return stored(conversation.id())
                .chain(found -> found.map(it -> Uni.createFrom().item(it)).orElseGet(() -> write(conversation)));
    }

    private Uni<Optional<ContextPacket>> stored(ConversationId id) {
        return database.preparedQuery(
                        "select packet::text from handoff where conversation_id = $1 order by epoch desc limit 1")
                .execute(Tuple.of(id.value()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .flatMap(row -> Optional.ofNullable(row.getString(0)))
                        .map(text -> json.read(text, ContextPacket.class).masked()));
    }

    private Uni<ContextPacket> write(Conversation conversation) {
        return Uni.combine()
                .all()
                .unis(writer.write(conversation), composition(conversation.id()))
                .asTuple()
                .map(it -> it.getItem1().with(it.getItem2()))
                .call(packet -> store(conversation.id(), packet));
    }

    private Uni<ComposedSummary> composition(ConversationId id) {
        return database.preparedQuery(
                        "select composition::text from handoff where conversation_id = $1 order by epoch desc limit 1")
                .execute(Tuple.of(id.value()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .flatMap(row -> Optional.ofNullable(row.getString(0)))
                        .map(text -> json.read(text, ComposedSummary.class))
                        .orElse(ComposedSummary.NONE));
    }

    /** Asked for once a handoff: every agent who looks reads the same. By then its row is there. */
    private Uni<Void> keep(Conversation waiting, ComposedSummary composition) {
        return composition.isNothing()
                ? Uni.createFrom().voidItem()
                : database.preparedQuery(
                                "update handoff set composition = $3::text::jsonb where conversation_id = $1 and epoch = $2")
                        .execute(Tuple.of(waiting.id().value(), waiting.epoch(), json.write(composition)))
                        .replaceWithVoid();
    }

    /** Of the newest handoff; there may be none, or its row may only come with the next sweep. */
    private Uni<Void> store(ConversationId id, ContextPacket packet) {
        return database.preparedQuery("""
                        update handoff set packet = $2::text::jsonb
                        where (conversation_id, epoch) =
                          (select conversation_id, max(epoch) from handoff where conversation_id = $1 group by 1)
                        """)
                .execute(Tuple.of(id.value(), json.write(packet)))
                .replaceWithVoid();
    }
}
