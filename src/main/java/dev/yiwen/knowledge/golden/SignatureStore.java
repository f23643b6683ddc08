package dev.yiwen.knowledge.golden;

import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.Editor;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The statements over signatures, and over what they are wanted for. */
final class SignatureStore {
    enum Kind {
        /** Golden questions that must pass. */
        GOLDEN,
        /** What customers asked. */
        IMPACT
    }

    private static final String SIGN = """
            insert into publish_signature (id, article_id, revision, content_hash, kind, broken, reason, signer, signer_id)
            values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, $8)""";

    private static final String SIGNED = """
            select distinct unnest(broken) as broken from publish_signature
            where article_id = $1 and content_hash = $2 and kind = $3""";

    private static final String OF = """
            select revision, kind, cardinality(broken) as broken, reason, signer, at from publish_signature
            where article_id = $1 order by at desc, id""";

    private static final String NOTE = """
            insert into publish_impact (article_id, content_hash, knowledge_version, wording)
            select $1, $2, $3, unnest($4::text[]) on conflict do nothing""";

    /** Of an earlier content, or over other knowledge. */
    private static final String FORGET =
            "delete from publish_impact where article_id = $1 and (content_hash <> $2 or knowledge_version <> $3)";

    private static final String NOTED = """
            select wording from publish_impact where article_id = $1 and content_hash = $2 and knowledge_version = $3""";

    private SignatureStore() {}

    /** @param broken how many */
    record Signature(int revision, Kind kind, int broken, String reason, String signer, Instant at) {}

    static Uni<Void> sign(SqlClient tx, Article draft, Kind kind, Collection<String> broken, String reason, Editor by) {
        return tx.preparedQuery(SIGN)
                .execute(Tuple.tuple()
                        .addUUID(draft.id().value())
                        .addInteger(draft.revision())
                        .addBuffer(hash(draft))
                        .addString(kind.name())
                        .addArrayOfString(broken.toArray(String[]::new))
                        .addString(reason)
                        .addString(by.name())
                        .addUUID(by.staff()))
                .replaceWithVoid();
    }

    /** What was signed of exactly this content. */
    static Uni<Set<String>> signed(SqlClient client, Article draft, Kind kind) {
        return client.preparedQuery(SIGNED)
                .execute(key(draft).addString(kind.name()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString("broken"))
                        .collect(Collectors.toSet()));
    }

    /** Newest first. */
    static Uni<List<Signature>> of(SqlClient client, ArticleId article) {
        return client.preparedQuery(OF)
                .execute(Tuple.of(article.value()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Signature(
                                row.getInteger("revision"),
                                Kind.valueOf(row.getString("kind")),
                                row.getInteger("broken"),
                                row.getString("reason"),
                                row.getString("signer"),
                                row.getOffsetDateTime("at").toInstant()))
                        .toList());
    }

    static Uni<Void> note(SqlClient tx, Article draft, long version, List<String> wordings) {
        var hashes = wordings.stream().map(SignatureStore::wording).toArray(String[]::new);
        return tx.preparedQuery(FORGET)
                .execute(key(draft).addLong(version))
                .chain(() -> tx.preparedQuery(NOTE)
                        .execute(key(draft).addLong(version).addArrayOfString(hashes)))
                .replaceWithVoid();
    }

    /** Hashes of wordings that were found to be broken by this content over this version of the knowledge. */
    static Uni<Set<String>> noted(SqlClient client, Article draft, long version) {
        return client.preparedQuery(NOTED)
                .execute(key(draft).addLong(version))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString("wording"))
                        .collect(Collectors.toSet()));
    }

    /** SHA-256 of what a customer said, of which nothing else is kept. */
    static String wording(String words) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Tuple key(Article draft) {
        return Tuple.tuple().addUUID(draft.id().value()).addBuffer(hash(draft));
    }

    private static Buffer hash(Article draft) {
        return Buffer.buffer(ArticleDraft.of(draft).hash());
    }
}
