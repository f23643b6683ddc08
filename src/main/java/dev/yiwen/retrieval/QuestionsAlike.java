package dev.yiwen.retrieval;

import dev.yiwen.knowledge.QuestionLikeness;
import dev.yiwen.retrieval.embedding.Embedder;
import dev.yiwen.retrieval.embedding.LateInteraction;
import dev.yiwen.retrieval.embedding.TokenVectors;
import dev.yiwen.retrieval.embedding.VectorTable;
import dev.yiwen.retrieval.index.PassageMirror;
import dev.yiwen.retrieval.ranking.Likeness;
import dev.yiwen.retrieval.ranking.QuestionPair;
import dev.yiwen.retrieval.ranking.SearchText;
import dev.yiwen.retrieval.text.AskingForm;
import dev.yiwen.retrieval.text.Normaliser;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Compares questions with each other, as a search compares one with what articles say. */
@Singleton
public final class QuestionsAlike implements QuestionLikeness {
    /** Cosine below which two questions are never the same: of 707 pairs that people judged the same none is. */
    private static final float NEAR = 0.55f;

    private final Embedder embedder;
    private final Workers workers;
    private final PassageMirror mirror;
    private final Likeness likeness = Likeness.shipped();

    QuestionsAlike(Embedder embedder, Workers workers, PassageMirror mirror) {
        this.embedder = embedder;
        this.workers = workers;
        this.mirror = mirror;
    }

    /** As they are compared, before they are judged. */
    public record Compared(int first, int second, QuestionPair pair) {}

    @Override
    public Uni<List<Alike>> among(List<String> questions) {
        return compared(questions)
                .map(all -> all.stream()
                        .map(it -> new Alike(it.first(), it.second(), likeness.probability(it.pair())))
                        .toList());
    }

    /** All pairs that are near each other. */
    public Uni<List<Compared>> compared(List<String> questions) {
        var texts = questions.stream()
                .map(it -> AskingForm.plain(Normaliser.text(it)))
                .toList();
        return mirror.current()
                .chain(copy -> embedder.embedAll(texts)
                        .map(encoded -> IntStream.range(0, texts.size())
                                .mapToObj(i -> new SearchText(texts.get(i), encoded.get(i)))
                                .toList())
                        .chain(this::compare));
    }

    private Uni<List<Compared>> compare(List<SearchText> questions) {
        var table = new VectorTable(questions.stream().map(SearchText::vector).toList());
        return Multi.createFrom()
                .range(0, questions.size())
                .onItem()
                .transformToUniAndConcatenate(i -> workers.here(
                                () -> Uni.createFrom().item(() -> withLater(i, questions, table)))
                        .onFailure(Problem.class)
                        .retry()
                        .withBackOff(Duration.ofMillis(50), Duration.ofSeconds(1))
                        .indefinitely())
                .collect()
                .in(ArrayList<Compared>::new, List::addAll)
                .map(List::copyOf);
    }

    private List<Compared> withLater(int i, List<SearchText> questions, VectorTable table) {
        var question = questions.get(i);
        float[] cosines = table.products(question.vector());
        int[] near = IntStream.range(i + 1, questions.size())
                .filter(j -> cosines[j] >= NEAR)
                .toArray();
        List<TokenVectors> tokens = IntStream.of(near)
                .mapToObj(j -> questions.get(j).encoded().tokens())
                .toList();
        var agreements = LateInteraction.of(question.encoded().tokens(), tokens);
        return IntStream.range(0, near.length)
                .mapToObj(k -> new Compared(
                        i,
                        near[k],
                        QuestionPair.of(question, questions.get(near[k]), agreements.get(k), mirror.words()::rarity)))
                .toList();
    }
}
