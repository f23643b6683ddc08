package dev.yiwen.conversation.retention;

import dev.yiwen.audit.Erasure;
import dev.yiwen.audit.Retained;
import dev.yiwen.audit.Scope;
import dev.yiwen.conversation.Channel;
import dev.yiwen.file.FileId;
import dev.yiwen.file.Files;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Removes conversations that were closed long ago, with all that is of them, and before them their files. */
final class OldConversations {
    // Reads rows of other features: a ticket keeps its conversation, and a hold everything.
    private static final String CLOSED = """
            select c.id from conversation c join customer u on u.id = c.customer_id
            where c.channel = any($3) and c.closed_at < $1
              and not exists (select from ticket k where k.conversation_id = c.id)
              and not exists (select from held_customer h where h.customer_id = c.customer_id)
            order by c.closed_at limit $2 for share of u skip locked
            """;

    private static final String FILES = """
            select f.id from conversation_file f join conversation c on c.id = f.conversation_id
            where f.sent and f.at < $1
              and not exists (select from held_customer h where h.customer_id = c.customer_id)
            order by f.at limit $2
            """;

    private OldConversations() {}

    @Produces
    @Singleton
    static Retained chats(Erasure erasure) {
        return new Closed(Retained.Kind.CONVERSATIONS, List.of(Channel.WEB, Channel.WECHAT, Channel.SOCIAL), erasure);
    }

    @Produces
    @Singleton
    static Retained calls(Erasure erasure) {
        return new Closed(Retained.Kind.CALLS, List.of(Channel.VOICE), erasure);
    }

    @Produces
    @Singleton
    static Retained files(Pool database, Files files) {
        return new Sent(database, files);
    }

    private record Closed(Kind kind, List<Channel> channels, Erasure erasure) implements Retained {
        @Override
        public Uni<Long> remove(OffsetDateTime before, int most) {
            return erasure.erase(open -> open.preparedQuery(CLOSED)
                    .execute(Tuple.of(
                            before, most, channels.stream().map(Channel::name).toArray(String[]::new)))
                    .map(rows -> Scope.ofConversations(StreamSupport.stream(rows.spliterator(), false)
                            .map(row -> row.getUUID("id"))
                            .toList())));
        }
    }

    private record Sent(Pool database, Files files) implements Retained {
        @Override
        public Kind kind() {
            return Kind.FILES;
        }

        @Override
        public Uni<Long> remove(OffsetDateTime before, int most) {
            return database.preparedQuery(FILES)
                    .execute(Tuple.of(before, most))
                    .onItem()
                    .transformToMulti(rows -> Multi.createFrom().iterable(rows))
                    .onItem()
                    .transformToUniAndConcatenate(row -> remove(row.getUUID("id")))
                    .collect()
                    .asList()
                    .map(removed -> (long) removed.size());
        }

        private Uni<UUID> remove(UUID id) {
            return files.remove(FileId.of(id)).replaceWith(id);
        }
    }
}
