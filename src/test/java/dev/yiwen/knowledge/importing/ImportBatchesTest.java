package dev.yiwen.knowledge.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.Article.State;
import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.shared.Problem;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class ImportBatchesTest {
    @Inject
    ImportPlanner planner;

    @Inject
    ImportBatches batches;

    @Inject
    Articles articles;

    @Inject
    Pool database;

    @TempDir
    Path folder;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void what_is_new_or_changed_waits_as_a_draft_and_customers_see_what_they_saw() throws IOException {
        var live = published("a", "旧答案");
        var plan = plan("id,问题,答案\n" + row("a", "新答案") + row("b", "另一个答案"));
        bring(plan);

        assertThat(plan.counts()).containsEntry(RowOutcome.NEW, 1).containsEntry(RowOutcome.CHANGED, 1);
        assertThat(load("a").answer()).isEqualTo("旧答案");
        assertThat(articles.revisions(live.id()).await().indefinitely().getFirst())
                .satisfies(it -> assertThat(it.state()).isEqualTo(State.DRAFT))
                .satisfies(it -> assertThat(it.answer()).isEqualTo("新答案"));
        assertThat(load("b").state()).isEqualTo(State.DRAFT);
    }

    @Test
    void the_same_file_again_changes_nothing_not_even_after_somebody_edited() throws IOException {
        var file = "id,问题,答案\n" + row("a", "一") + ",怎么退" + mark + ",七天\n,怎么退" + mark + " ?,十五天\n";
        bring(plan(file));
        assertThat(plan(file).counts())
                .containsEntry(RowOutcome.NEW, 0)
                .containsEntry(RowOutcome.CHANGED, 0)
                .containsEntry(RowOutcome.CONTRADICTS, 0)
                .containsEntry(RowOutcome.ERROR, 0);

        var edited = load("a");
        articles.saveDraft(edited.id(), edited.revision(), draft("a", "二"), "lin")
                .await()
                .indefinitely();

        assertThat(plan(file).counts()).containsEntry(RowOutcome.CHANGED, 0).containsEntry(RowOutcome.SAME, 3);
    }

    @Test
    void taking_it_back_leaves_nothing_but_what_was_there_and_what_people_made_of_it() throws IOException {
        var live = published("a", "旧答案");
        var waiting = articles.saveDraft(live.id(), 1, draft("a", "别人的草稿"), "lin")
                .await()
                .indefinitely();
        var id = bring(plan("id,问题,答案\n" + row("a", "新答案") + row("b", "另一个答案") + row("c", "第三个答案")));
        var touched = load("c");
        articles.saveDraft(touched.id(), 1, draft("c", "改过的"), "lin").await().indefinitely();

        var undone = batches.undo(id, "lin").await().indefinitely();

        assertThat(undone).isEqualTo(new ImportBatch.Undone(2, 1, 1));
        assertThat(articles.revisions(live.id()).await().indefinitely())
                .filteredOn(it -> it.state() == State.DRAFT)
                .extracting(Article::revision)
                .containsExactly(waiting.revision());
        assertThatThrownBy(() -> load("b")).isInstanceOf(Problem.class);
        assertThat(load("c").answer()).isEqualTo("改过的");
        assertThatThrownBy(() -> batches.undo(id, "lin").await().indefinitely()).isInstanceOf(Problem.class);
    }

    @Test
    void what_was_taken_back_is_new_when_it_comes_again() throws IOException {
        var file = "id,问题,答案\n" + row("a", "一");
        var id = bring(plan(file));
        batches.undo(id, "lin").await().indefinitely();

        var again = plan(file);
        bring(again);

        assertThat(again.counts()).containsEntry(RowOutcome.NEW, 1);
        assertThat(load("a").state()).isEqualTo(State.DRAFT);
    }

    @Test
    void an_import_that_cannot_be_made_whole_is_not_made_at_all() throws IOException {
        var plan = plan("id,问题,答案\n" + row("x", "一") + row("y", "二"));
        articles.create("t" + mark + "/y", draft("y", "别人先写了"), "lin").await().indefinitely();

        assertThatThrownBy(() -> bring(plan)).isInstanceOf(Problem.class);

        assertThatThrownBy(() -> load("x")).isInstanceOf(Problem.class);
        assertThat(count("select count(*) from import_item where slug = $1", "t" + mark + "/x"))
                .isZero();
    }

    @Test
    void an_article_that_was_edited_since_the_preview_is_looked_at_again() throws IOException {
        var live = published("a", "旧答案");
        var plan = plan("id,问题,答案\n" + row("a", "新答案"));
        articles.saveDraft(live.id(), 1, draft("a", "刚改的"), "lin").await().indefinitely();

        assertThatThrownBy(() -> bring(plan)).isInstanceOf(Problem.class).hasMessageContaining("look at it again");
        assertThat(articles.revisions(live.id()).await().indefinitely()).hasSize(2);
    }

    @Test
    void five_thousand_rows_are_five_thousand_drafts_and_gone_again() throws IOException {
        var file = IntStream.range(0, 5_000)
                .mapToObj(i -> "第" + i + "问" + mark + ",第" + i + "答")
                .collect(Collectors.joining("\n", "分类,问题,答案\n", "\n"))
                .replace("\n第", "\nt" + mark + ",第");
        var id = bring(plan(file));
        assertThat(count("select count(*) from article where slug like $1", "t" + mark + "/%"))
                .isEqualTo(5_000);

        batches.undo(id, "lin").await().indefinitely();
        assertThat(count("select count(*) from article where slug like $1", "t" + mark + "/%"))
                .isZero();
    }

    private String row(String name, String answer) {
        return "t%s/%s,%s怎么办%s,%s\n".formatted(mark, name, name, mark, answer);
    }

    private ArticleDraft draft(String name, String answer) {
        return new ArticleDraft(name + "怎么办" + mark, List.of(), answer, Audience.CUSTOMER, "通用", null, null, List.of());
    }

    private Article published(String name, String answer) {
        return articles.create("t" + mark + "/" + name, draft(name, answer), "lin")
                .chain(it -> articles.publish(it.id(), 1))
                .await()
                .indefinitely();
    }

    private Article load(String name) {
        return articles.load("t" + mark + "/" + name).await().indefinitely();
    }

    private ImportPlan plan(String csv) throws IOException {
        return planner.plan(Files.writeString(folder.resolve("知识.csv"), csv))
                .await()
                .indefinitely();
    }

    private UUID bring(ImportPlan plan) {
        return batches.bring(plan).await().indefinitely();
    }

    private long count(String query, String argument) {
        return database.preparedQuery(query)
                .execute(Tuple.of(argument))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }
}
