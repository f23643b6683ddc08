package dev.yiwen.retrieval.index;

import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.retrieval.RetrievalConfig;
import dev.yiwen.retrieval.embedding.Embedder;
import dev.yiwen.retrieval.embedding.Encoder;
import dev.yiwen.retrieval.index.Chunker.Kind;
import dev.yiwen.retrieval.index.Chunker.Piece;
import dev.yiwen.retrieval.text.Normaliser;
import dev.yiwen.retrieval.text.Terms;
import dev.yiwen.retrieval.text.TextShape;
import dev.yiwen.retrieval.text.Title;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lays drafts over the live passages, in memory, for those who want to know what would come of them. */
@Singleton
public final class Overlays {
    private final PassageMirror live;
    private final Embedder embedder;
    private final RetrievalConfig config;

    public Overlays(PassageMirror live, Embedder embedder, RetrievalConfig config) {
        this.live = live;
        this.embedder = embedder;
        this.config = config;
    }

    /** What is live, with these revisions in place of those of their articles, and without what is gone. */
    public Uni<Copies> of(List<Article> laid, Set<ArticleId> gone) {
        if (laid.isEmpty() && gone.isEmpty()) {
            return Uni.createFrom().item(live);
        }
        var pieces =
                laid.stream().map(it -> Chunker.of(it, config.pieceLength())).toList();
        return embedder.embedAll(pieces.stream()
                        .flatMap(List::stream)
                        .map(it -> Normaliser.text(it.text()))
                        .toList())
                .map(encoded -> passages(laid, pieces, encoded))
                .chain(passages -> live.current().map(copy -> over(copy, passages, hidden(laid, gone))));
    }

    private static Set<ArticleId> hidden(List<Article> laid, Set<ArticleId> gone) {
        var hidden = new HashSet<>(gone);
        laid.forEach(it -> hidden.add(it.id()));
        return hidden;
    }

    /** Of the knowledge as it was when the drafts were laid over it. */
    private static Copies over(PassageMirror.Copy below, List<Passage> passages, Set<ArticleId> hidden) {
        var byArticle = passages.stream().collect(Collectors.groupingBy(Passage::article));
        var words = below.words().copy();
        words.remove(hidden.stream().map(ArticleId::value).toList());
        byArticle.forEach((article, laid) -> words.put(
                article.value(),
                laid.stream()
                        .map(it -> new LexicalIndex.Entry(it.id(), Terms.ofDocument(Normaliser.text(it.text()))))
                        .toList()));
        var copy = new PassageMirror.Copy(
                words,
                new OverlaidPassages(
                        below.passages(), InMemoryPassages.NONE.with(List.of(), Map.copyOf(byArticle)), hidden),
                below.spelling());
        return new Copies() {
            @Override
            public Uni<PassageMirror.Copy> current() {
                return Uni.createFrom().item(copy);
            }

            @Override
            public LexicalIndex words() {
                return words;
            }
        };
    }

    /** With ids below zero, which no stored passage has. */
    private static List<Passage> passages(List<Article> laid, List<List<Piece>> pieces, List<Encoder.Encoded> encoded) {
        var passages = new ArrayList<Passage>();
        for (int i = 0; i < laid.size(); i++) {
            var article = laid.get(i);
            var heading = new Title(article.question());
            for (var piece : pieces.get(i)) {
                int at = passages.size();
                passages.add(new Passage(
                        -1L - at,
                        article.id(),
                        article.revision(),
                        article.slug(),
                        heading,
                        article.audience(),
                        piece.kind(),
                        piece.text(),
                        key(piece),
                        article.validFrom(),
                        article.validTo(),
                        TextShape.of(Normaliser.text(piece.text())),
                        encoded.get(at).sentence(),
                        encoded.get(at).tokens()));
            }
        }
        return passages;
    }

    static @Nullable String key(Piece piece) {
        return piece.kind() == Kind.ANSWER ? null : Normaliser.key(piece.text());
    }
}
