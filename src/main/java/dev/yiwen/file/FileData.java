package dev.yiwen.file;

import dev.yiwen.audit.CustomerData;
import dev.yiwen.audit.PersonalTable;
import dev.yiwen.audit.PersonalTable.Depth;
import dev.yiwen.audit.Scope;
import dev.yiwen.file.store.ContentStore;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Files and their bytes, wherever these are kept, for export and erasure. */
@Singleton
final class FileData implements CustomerData {
    /** Reads rows of another feature: whose a ticket is. */
    private static final String OF_THEM = """
            (t.conversation_id = any($2::uuid[]) or t.ticket_id in (
              select k.id from ticket k where k.customer_id = any($1::uuid[]) or k.conversation_id = any($2::uuid[])))""";

    private static final String ROWS = """
            select t.id, t.name, t.stored_at from conversation_file t where\s""" + OF_THEM + " order by t.at";

    private final Pool database;
    private final Files files;
    private final ContentStore contents;

    FileData(Pool database, Files files, ContentStore contents) {
        this.database = database;
        this.files = files;
        this.contents = contents;
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.ofConversation("file_content")
                        .where("t.id in (select t.id from conversation_file t where " + OF_THEM + ")")
                        .withheld("The files themselves are in files/."),
                PersonalTable.ofConversation("conversation_file").where(OF_THEM).at(Depth.MESSAGE));
    }

    @Override
    public Multi<Document> documents(Scope scope) {
        return rows(scope)
                .filter(row -> row.getOffsetDateTime("stored_at") != null)
                .onItem()
                .transformToUniAndConcatenate(row -> contents.get(FileId.of(row.getUUID("id")))
                        .map(content ->
                                new Document("files/" + row.getUUID("id") + "-" + row.getString("name"), content)));
    }

    @Override
    public Uni<Long> eraseElsewhere(Scope scope) {
        return rows(scope)
                .onItem()
                .transformToUniAndConcatenate(
                        row -> files.remove(FileId.of(row.getUUID("id"))).replaceWith(true))
                .collect()
                .asList()
                .map(gone -> (long) gone.size());
    }

    private Multi<Row> rows(Scope scope) {
        return database.preparedQuery(ROWS)
                .execute(Tuple.of(
                        scope.customers().toArray(UUID[]::new),
                        scope.conversations().toArray(UUID[]::new)))
                .onItem()
                .transformToMulti(rows -> Multi.createFrom().iterable(rows));
    }
}
