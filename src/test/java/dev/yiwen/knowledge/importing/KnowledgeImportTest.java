package dev.yiwen.knowledge.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.Article.State;
import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.Articles;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class KnowledgeImportTest {
    @Inject
    KnowledgeImport knowledge;

    @Inject
    Articles articles;

    @TempDir
    Path folder;

    private final String topic = "t" + UUID.randomUUID();
    private final String slug = topic + "/a";

    @BeforeEach
    void write_one_article() throws IOException {
        write("a", "打开 App 查看。");
    }

    @Test
    void publishes_what_is_new() {
        assertThat(bring().count(ImportOutcome.ADDED)).isEqualTo(1);
        assertThat(article().state()).isEqualTo(State.PUBLISHED);
    }

    @Test
    void changes_nothing_when_the_same_comes_again() {
        bring();
        assertThat(bring().count(ImportOutcome.UNCHANGED)).isEqualTo(1);
        assertThat(article().revision()).isEqualTo(1);
    }

    @Test
    void publishes_a_changed_file_as_a_new_revision() throws IOException {
        bring();
        write("a", "打开小程序查看。");
        assertThat(bring().count(ImportOutcome.CHANGED)).isEqualTo(1);
        assertThat(article().answer()).isEqualTo("打开小程序查看。");
        assertThat(article().revision()).isEqualTo(2);
    }

    @Test
    void leaves_a_changed_file_as_a_draft_when_people_edited_the_article() throws IOException {
        bring();
        edit("人工修改过的答案。");
        write("a", "打开小程序查看。");
        var report = bring();
        assertThat(report.drafted()).containsExactly(slug);
        assertThat(article().answer()).isEqualTo("人工修改过的答案。");
    }

    @Test
    void leaves_an_edited_article_alone_when_the_file_did_not_change() {
        bring();
        edit("人工修改过的答案。");
        assertThat(bring().count(ImportOutcome.UNCHANGED)).isEqualTo(1);
        assertThat(article().answer()).isEqualTo("人工修改过的答案。");
    }

    @Test
    void does_not_bring_a_retired_article_back() {
        bring();
        articles.retire(article().id()).await().indefinitely();
        assertThat(bring().count(ImportOutcome.UNCHANGED)).isEqualTo(1);
        assertThat(article().state()).isEqualTo(State.ARCHIVED);
    }

    @Test
    void imports_the_good_files_beside_a_bad_one() throws IOException {
        Files.writeString(folder.resolve(topic).resolve("bad.md"), "---\nquestion: 没有结尾\n");
        var report = bring();
        assertThat(report.count(ImportOutcome.ADDED)).isEqualTo(1);
        assertThat(report.count(ImportOutcome.FAILED)).isEqualTo(1);
        assertThat(report.faults()).singleElement().asString().startsWith(topic + "/bad.md:2: ");
    }

    @Test
    void an_article_whose_file_was_moved_is_the_same_article() throws IOException {
        bring();
        Files.delete(folder.resolve(topic).resolve("a.md"));
        write("moved", "打开 App 查看。");

        var same = bring();
        assertThat(same.count(ImportOutcome.DUPLICATE)).isEqualTo(1);
        assertThat(same.duplicates()).singleElement().asString().contains("moved.md", "already there as " + slug);

        write("moved", "打开小程序查看。");
        assertThat(bring().count(ImportOutcome.CHANGED)).isEqualTo(1);
        assertThat(article().answer()).isEqualTo("打开小程序查看。");
    }

    @Test
    void an_article_that_states_its_key_may_ask_otherwise_and_lie_elsewhere() throws IOException {
        var file = folder.resolve(topic).resolve("a.md");
        Files.writeString(file, "---\nid: %s\nquestion: 旧问法%s\n---\n答案。\n".formatted(topic, topic));
        assertThat(bring().count(ImportOutcome.ADDED)).isEqualTo(1);
        Files.move(file, folder.resolve("b.md"));
        Files.writeString(folder.resolve("b.md"), "---\nid: %s\nquestion: 新问法%s\n---\n答案。\n".formatted(topic, topic));

        assertThat(bring().count(ImportOutcome.CHANGED)).isEqualTo(1);
        assertThat(articles.load("articles/" + topic).await().indefinitely().question())
                .isEqualTo("新问法" + topic);
    }

    private void edit(String answer) {
        var article = article();
        var draft = new ArticleDraft(
                article.question(),
                article.phrasings(),
                answer,
                article.audience(),
                article.product(),
                null,
                null,
                article.tags());
        articles.saveDraft(article.id(), article.revision(), draft, "lin")
                .chain(it -> articles.publish(it.id(), it.revision()))
                .await()
                .indefinitely();
    }

    private Article article() {
        return articles.load(slug).await().indefinitely();
    }

    private ImportReport bring() {
        return knowledge.from(folder, ImportProgress.SILENT).await().indefinitely();
    }

    private void write(String name, String answer) throws IOException {
        var file = Files.createDirectories(folder.resolve(topic)).resolve(name + ".md");
        Files.writeString(file, "---\nquestion: 怎么查%s\n---\n%s\n".formatted(topic, answer));
    }
}
