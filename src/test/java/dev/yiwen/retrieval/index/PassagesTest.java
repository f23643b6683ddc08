package dev.yiwen.retrieval.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.retrieval.embedding.Embedder;
import dev.yiwen.retrieval.text.Normaliser;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The same passages in memory and in the database. */
@QuarkusTest
class PassagesTest {
    private static final Viewer CUSTOMER = Viewer.today(Set.of(Audience.CUSTOMER));
    private static final Viewer AGENT = Viewer.today(Set.of(Audience.CUSTOMER, Audience.AGENT));

    @Inject
    Articles articles;

    @Inject
    PassageMirror mirror;

    @Inject
    DatabasePassages stored;

    @Inject
    Embedder embedder;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void memory_and_database_find_the_same_nearest_passage() {
        published("云杉" + mark + "会员怎么续费", Audience.CUSTOMER);
        float[] question = embed("云杉" + mark + "会员续费的办法");
        assertThat(nearest(held(), question, CUSTOMER).getFirst())
                .usingRecursiveComparison()
                .withComparatorForType((a, b) -> Math.abs(a - b) < 1e-4 ? 0 : 1, Double.class)
                .isEqualTo(nearest(stored, question, CUSTOMER).getFirst());
    }

    @Test
    void memory_and_database_find_the_same_passage_of_another_day() {
        var ended = "云杉" + mark + "开业优惠还有吗";
        articles.create(
                        "test/" + UUID.randomUUID(),
                        new ArticleDraft(
                                ended,
                                List.of(),
                                "答复：" + ended,
                                Audience.CUSTOMER,
                                "通用",
                                null,
                                CUSTOMER.day().minusDays(1),
                                List.of()),
                        "test")
                .chain(it -> articles.publish(it.id(), it.revision()))
                .await()
                .indefinitely();
        float[] question = embed(ended);

        var inMemory = held().outOfDate(question, 3, CUSTOMER).await().indefinitely();

        assertThat(inMemory.getFirst().text()).isEqualTo(ended);
        assertThat(stored.outOfDate(question, 3, CUSTOMER)
                        .await()
                        .indefinitely()
                        .getFirst())
                .usingRecursiveComparison()
                .withComparatorForType((a, b) -> Math.abs(a - b) < 1e-4 ? 0 : 1, Double.class)
                .isEqualTo(inMemory.getFirst());
        assertThat(nearest(held(), question, CUSTOMER))
                .noneMatch(it -> it.text().equals(ended));
    }

    @Test
    void memory_hides_agent_only_passages_from_customers_even_when_asked_for_them() {
        published("云杉" + mark + "挽留话术", Audience.AGENT);
        float[] question = embed("云杉" + mark + "挽留话术");
        long id = nearest(held(), question, AGENT).getFirst().id();
        assertThat(held().nearest(question, 20, List.of(id), CUSTOMER).await().indefinitely())
                .noneMatch(it -> it.id() == id);
    }

    @Test
    void memory_forgets_what_an_article_said_before() {
        var before = "云杉" + mark + "旧会员价";
        var article = published(before, Audience.CUSTOMER);
        held();
        articles.saveDraft(article.id(), article.revision(), draft("云杉" + mark + "新会员价", Audience.CUSTOMER), "test")
                .chain(it -> articles.publish(it.id(), it.revision()))
                .await()
                .indefinitely();
        assertThat(held().exact(Normaliser.key(before), CUSTOMER).await().indefinitely())
                .isEmpty();
    }

    @Test
    void memory_forgets_an_article_that_was_retired() {
        var question = "云杉" + mark + "旧会员卡";
        var article = published(question, Audience.CUSTOMER);
        held();
        articles.retire(article.id()).await().indefinitely();
        assertThat(held().exact(Normaliser.key(question), CUSTOMER).await().indefinitely())
                .isEmpty();
    }

    private Passages held() {
        var passages = mirror.current().await().indefinitely().passages();
        assertThat(passages).isInstanceOf(InMemoryPassages.class);
        return passages;
    }

    private static List<PassageRow> nearest(Passages passages, float[] vector, Viewer viewer) {
        return passages.nearest(vector, 20, List.of(), viewer).await().indefinitely().stream()
                .sorted((a, b) -> Double.compare(b.cosine(), a.cosine()))
                .toList();
    }

    private float[] embed(String text) {
        return embedder.embed(Normaliser.text(text)).await().indefinitely().sentence();
    }

    private Article published(String question, Audience audience) {
        return articles.create("test/" + UUID.randomUUID(), draft(question, audience), "test")
                .chain(it -> articles.publish(it.id(), it.revision()))
                .await()
                .indefinitely();
    }

    private static ArticleDraft draft(String question, Audience audience) {
        return new ArticleDraft(question, List.of(), "答复：" + question, audience, "通用", null, null, List.of());
    }
}
