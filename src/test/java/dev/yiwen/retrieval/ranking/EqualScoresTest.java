package dev.yiwen.retrieval.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.retrieval.embedding.Encoder;
import dev.yiwen.retrieval.embedding.TokenVectors;
import dev.yiwen.retrieval.index.Chunker;
import dev.yiwen.retrieval.index.LexicalIndex;
import dev.yiwen.retrieval.index.Passage;
import dev.yiwen.retrieval.index.PassageRow;
import dev.yiwen.retrieval.text.TextShape;
import dev.yiwen.retrieval.text.Title;
import dev.yiwen.shared.Ids;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What scores alike stands in an order of its own, whichever was imported first. */
class EqualScoresTest {
    private static final List<String> TERMS = List.of("副卡");

    @Test
    void equal_articles_are_shortlisted_by_their_names() {
        var rows = List.of(row(1, "plans/b"), row(2, "plans/a"), row(3, "plans/c"));
        assertThat(slugs(rows)).containsExactly("plans/a", "plans/b");
        assertThat(slugs(rows.reversed())).containsExactly("plans/a", "plans/b");
    }

    @Test
    void of_equal_passages_the_words_decide_which_are_found() {
        var texts = Stream.of("副卡 怎么 办", "副卡 怎么 退", "副卡 多少 钱", "副卡 几 张")
                .map(it -> List.of(it.split(" ")))
                .toList();
        assertThat(firstFound(texts)).isEqualTo(firstFound(texts.reversed()));
    }

    /** What the best two of these texts say. */
    private static List<List<String>> firstFound(List<List<String>> texts) {
        var index = new LexicalIndex();
        for (int i = 0; i < texts.size(); i++) {
            index.put(UUID.randomUUID(), List.of(new LexicalIndex.Entry(i, texts.get(i))));
        }
        return index.score(TERMS).best(2).stream()
                .map(it -> texts.get((int) it.passage()))
                .toList();
    }

    private static List<String> slugs(List<PassageRow> rows) {
        var words = new LexicalIndex().score(TERMS);
        return Shortlist.of(rows, words, 0.35, 2).entries().stream()
                .map(Shortlist.Entry::slug)
                .toList();
    }

    private static PassageRow row(long id, String slug) {
        var passage = new Passage(
                id,
                ArticleId.of(Ids.next()),
                1,
                slug,
                new Title("副卡怎么办"),
                Audience.CUSTOMER,
                Chunker.Kind.QUESTION,
                "副卡怎么办",
                null,
                null,
                null,
                TextShape.of("副卡怎么办"),
                new float[Encoder.DIMENSION],
                TokenVectors.of(new byte[0]));
        return new PassageRow(passage, 0.5);
    }
}
