package dev.yiwen.command.conversations;

import dev.yiwen.command.Bar;
import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.importing.ImportOutcome;
import dev.yiwen.knowledge.importing.KnowledgeImport;
import dev.yiwen.knowledge.starter.StarterKnowledge;
import dev.yiwen.shared.HomeZone;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The knowledge that conversations are played over. */
@Singleton
public class PlayedKnowledge {
    private final StarterKnowledge starter;
    private final KnowledgeImport knowledge;
    private final Articles articles;

    PlayedKnowledge(StarterKnowledge starter, KnowledgeImport knowledge, Articles articles) {
        this.starter = starter;
        this.knowledge = knowledge;
        this.articles = articles;
    }

    /**
     * Blocks until {@code folder} is indexed, or the starter knowledge without one.
     *
     * @throws IllegalStateException when something of it cannot be read
     */
    public void index(@Nullable Path folder) {
        if (folder == null) {
            System.err.println("Indexing the starter knowledge …");
            starter.load().await().indefinitely();
            return;
        }
        try (var bar = new Bar("Indexing")) {
            var report = knowledge.from(folder, bar).await().indefinitely();
            if (report.count(ImportOutcome.FAILED) > 0) {
                throw new IllegalStateException(
                        "Not indexed: " + report.faults().getFirst());
            }
        }
    }

    /** Article by standard question, of what is published today. */
    Map<String, String> questions() {
        return published().stream().collect(Collectors.toMap(Article::question, Article::slug, (one, same) -> one));
    }

    private List<Article> published() {
        return articles.publishedOn(HomeZone.today()).await().indefinitely();
    }
}
