package dev.yiwen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiwen.knowledge.Article.State;
import dev.yiwen.knowledge.editing.ArticleFilter;
import dev.yiwen.knowledge.editing.ArticlePage;
import dev.yiwen.shared.Problem;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ArticlesTest {
    @Inject
    Articles articles;

    @Inject
    KnowledgeVersion version;

    @Inject
    Pool pool;

    private final String mark = UUID.randomUUID().toString();

    @Test
    void a_new_article_is_a_draft_that_no_search_knows() {
        var article = created("问题");
        assertThat(article.state()).isEqualTo(State.DRAFT);
        assertThat(passages(article)).isZero();
    }

    @Test
    void publishing_makes_it_searchable_and_raises_the_version() {
        var article = created("问题");
        long before = version.current();
        var published = await(articles.publish(article.id(), article.revision()));
        assertThat(published.state()).isEqualTo(State.PUBLISHED);
        assertThat(passages(article)).isEqualTo(2);
        assertThat(version.current()).isGreaterThan(before);
    }

    @Test
    void a_change_is_a_new_revision_and_leaves_the_published_one_as_it_was() {
        var article = published("问题");
        var draft = await(articles.saveDraft(article.id(), article.revision(), draft("改过的问题"), "lin"));
        assertThat(draft.revision()).isEqualTo(2);
        assertThat(await(articles.load(article.id())).question()).isEqualTo("问题" + mark);
    }

    @Test
    void publishing_a_change_archives_what_it_replaces() {
        var article = published("问题");
        var draft = await(articles.saveDraft(article.id(), 1, draft("改过的问题"), "lin"));
        await(articles.publish(article.id(), draft.revision()));
        assertThat(await(articles.revisions(article.id())))
                .extracting(Article::state)
                .containsExactly(State.PUBLISHED, State.ARCHIVED);
    }

    @Test
    void refuses_a_change_of_a_revision_that_someone_else_changed_meanwhile() {
        var article = published("问题");
        await(articles.saveDraft(article.id(), 1, draft("甲的修改"), "jia"));
        assertThatThrownBy(() -> await(articles.saveDraft(article.id(), 1, draft("乙的修改"), "yi")))
                .isInstanceOfSatisfying(
                        Problem.class, it -> assertThat(it.kind()).isEqualTo(Problem.Kind.CONFLICT))
                .hasMessageContaining("by jia");
    }

    @Test
    void two_editors_who_save_at_once_get_one_draft() {
        var article = published("问题");
        var saves = List.of("甲", "乙", "丙", "丁").stream()
                .map(it -> articles.saveDraft(article.id(), 1, draft(it), it)
                        .replaceWith(true)
                        .onFailure(Problem.class)
                        .recoverWithItem(false))
                .toList();
        var won = await(Uni.join().all(saves).andCollectFailures());
        assertThat(won).containsOnlyOnce(true);
        assertThat(await(articles.revisions(article.id()))).hasSize(2);
    }

    @Test
    void retiring_takes_it_out_of_the_search_and_keeps_its_revisions() {
        var article = published("问题");
        var retired = await(articles.retire(article.id()));
        assertThat(retired.state()).isEqualTo(State.ARCHIVED);
        assertThat(passages(article)).isZero();
    }

    @Test
    void restoring_brings_an_old_revision_back_as_a_draft() {
        var article = published("问题");
        await(articles.saveDraft(article.id(), 1, draft("改过的问题"), "lin"));
        var restored = await(articles.restore(article.id(), 1, "lin"));
        assertThat(restored.revision()).isEqualTo(3);
        assertThat(restored.question()).isEqualTo("问题" + mark);
    }

    @Test
    void refuses_an_article_without_an_answer() {
        var empty = new ArticleDraft("问", List.of(), " ", Audience.CUSTOMER, "通用", null, null, List.of());
        assertThatThrownBy(() -> await(articles.create(null, empty, "lin"))).hasMessageContaining("answer is missing");
    }

    @Test
    void refuses_a_slug_that_is_taken() {
        var article = created("问题");
        assertThatThrownBy(() -> await(articles.create(article.slug(), draft("别的"), "lin")))
                .isInstanceOfSatisfying(
                        Problem.class, it -> assertThat(it.kind()).isEqualTo(Problem.Kind.CONFLICT));
    }

    @Test
    void lists_what_contains_every_word_of_the_search() {
        var article = published("查询流量");
        var page =
                await(articles.list(new ArticleFilter(mark + " 流量", null, State.PUBLISHED, null, null, null, 0, 10)));
        assertThat(page.items()).extracting(ArticlePage.Summary::slug).containsExactly(article.slug());
        assertThat(page.facets().get("topic")).containsKey("test");
    }

    private Article created(String question) {
        return await(articles.create("test/" + UUID.randomUUID(), draft(question), "lin"));
    }

    private Article published(String question) {
        return await(articles.publish(created(question).id(), 1));
    }

    private ArticleDraft draft(String question) {
        return new ArticleDraft(question + mark, List.of(), "答复", Audience.CUSTOMER, "通用", null, null, List.of("测试"));
    }

    private long passages(Article article) {
        return await(pool.preparedQuery("select count(*) as n from passage where article_id = $1")
                .execute(Tuple.of(article.id().value()))
                .map(rows -> rows.iterator().next().getLong("n")));
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().indefinitely();
    }
}
