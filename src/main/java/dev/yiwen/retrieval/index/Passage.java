package dev.yiwen.retrieval.index;

import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.retrieval.embedding.TokenVectors;
import dev.yiwen.retrieval.embedding.Vectors;
import dev.yiwen.retrieval.text.Normaliser;
import dev.yiwen.retrieval.text.TextShape;
import dev.yiwen.retrieval.text.Title;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A passage as the table holds it. Rows are never changed, so what is kept of one cannot grow old: an article that is
 * indexed again gets new passages with new ids.
 *
 * @param heading its article's question
 * @param kind what it is to its article
 * @param key the text without punctuation and courtesies; null for a piece of an answer
 * @param vector of the whole text, of length 1
 */
public record Passage(
        long id,
        ArticleId article,
        int revision,
        String slug,
        Title heading,
        Audience audience,
        Chunker.Kind kind,
        String text,
        @Nullable String key,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        TextShape shape,
        float[] vector,
        TokenVectors tokens) {

    /** What {@link #of} reads, of a passage {@code p}, its article {@code a} and its revision {@code r}. */
    static final String COLUMNS = """
            p.id, p.article_id, p.revision, a.slug, r.question, p.audience, p.kind, p.text, p.key, p.valid_from, p.valid_to,
            p.tokens, vector_send(p.embedding) as vector""";

    static final String TABLES = """
            passage p
            join article a on a.id = p.article_id
            join article_revision r on r.article_id = p.article_id and r.revision = p.revision""";

    static Passage of(Row row) {
        return of(row, title(row));
    }

    static Title title(Row row) {
        return new Title(row.getString("question"));
    }

    /** @param heading the same of all passages of a revision, so that it is read once */
    static Passage of(Row row, Title heading) {
        var text = row.getString("text");
        return new Passage(
                row.getLong("id"),
                ArticleId.of(row.getUUID("article_id")),
                row.getInteger("revision"),
                row.getString("slug"),
                heading,
                Audience.valueOf(row.getString("audience")),
                Chunker.Kind.valueOf(row.getString("kind")),
                text,
                row.getString("key"),
                row.getLocalDate("valid_from"),
                row.getLocalDate("valid_to"),
                TextShape.of(Normaliser.text(text)),
                Vectors.received(row.getBuffer("vector")),
                tokens(row.getBuffer("tokens")));
    }

    /** None of a passage that was indexed before they were kept, until {@link Reindexing} comes to it. */
    private static TokenVectors tokens(@Nullable Buffer bytes) {
        return TokenVectors.of(bytes == null ? new byte[0] : bytes.getBytes());
    }

    /** Whether it is a way to ask, rather than a piece of the answer. */
    public boolean asks() {
        return kind != Chunker.Kind.ANSWER;
    }

    PassageRow withCosine(double cosine) {
        return new PassageRow(this, cosine);
    }
}
