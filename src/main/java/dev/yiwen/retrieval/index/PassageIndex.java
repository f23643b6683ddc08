package dev.yiwen.retrieval.index;

import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.ArticleIndex;
import dev.yiwen.retrieval.RetrievalConfig;
import dev.yiwen.retrieval.embedding.Embedder;
import dev.yiwen.retrieval.embedding.Encoder;
import dev.yiwen.retrieval.embedding.Vectors;
import dev.yiwen.retrieval.index.Chunker.Piece;
import dev.yiwen.retrieval.text.Normaliser;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Writes the passages of published articles. */
@Singleton
final class PassageIndex implements ArticleIndex {
    private static final String DELETE = "delete from passage where article_id = $1";
    private static final String INSERT = """
            insert into passage
              (article_id, revision, kind, text, key, embedding, audience, valid_from, valid_to, tokens)
            values ($1, $2, $3, $4, $5, $6::text::vector, $7, $8, $9, $10)""";

    private final Embedder embedder;
    private final RetrievalConfig config;

    PassageIndex(Embedder embedder, RetrievalConfig config) {
        this.embedder = embedder;
        this.config = config;
    }

    @Override
    public Uni<Prepared> prepare(Article published) {
        var pieces = Chunker.of(published, config.pieceLength());
        return embedder.embedAll(
                        pieces.stream().map(it -> Normaliser.text(it.text())).toList())
                .map(vectors -> transaction -> write(published, rows(published, pieces, vectors), transaction));
    }

    @Override
    public Uni<Void> remove(ArticleId article, SqlConnection transaction) {
        return transaction
                .preparedQuery(DELETE)
                .execute(Tuple.of(article.value()))
                .replaceWithVoid();
    }

    private Uni<Void> write(Article article, List<Tuple> rows, SqlConnection transaction) {
        return remove(article.id(), transaction)
                .chain(() -> rows.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : transaction.preparedQuery(INSERT).executeBatch(rows).replaceWithVoid());
    }

    private static List<Tuple> rows(Article article, List<Piece> pieces, List<Encoder.Encoded> vectors) {
        var rows = new ArrayList<Tuple>();
        for (int i = 0; i < pieces.size(); i++) {
            var piece = pieces.get(i);
            rows.add(Tuple.tuple()
                    .addUUID(article.id().value())
                    .addInteger(article.revision())
                    .addString(piece.kind().name())
                    .addString(piece.text())
                    .addString(Overlays.key(piece))
                    .addString(Vectors.literal(vectors.get(i).sentence()))
                    .addString(article.audience().name())
                    .addLocalDate(article.validFrom())
                    .addLocalDate(article.validTo())
                    .addBuffer(Buffer.buffer(vectors.get(i).tokens().bytes())));
        }
        return rows;
    }
}
