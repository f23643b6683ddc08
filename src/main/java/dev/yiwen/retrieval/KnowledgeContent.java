package dev.yiwen.retrieval;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.ContentMetadata;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.query.Query;
import dev.yiwen.knowledge.Addressee;
import dev.yiwen.knowledge.Addressees;
import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.Audience;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The search as LangChain4j knows one: the answers of published articles, valid today and meant for the audience, best first.
 * It blocks. The bean of this type is the customers'; who builds one for agents must not answer customers with it.
 */
public final class KnowledgeContent implements ContentRetriever {
    private static final int MOST = 5;

    private final Retrieval retrieval;
    private final Articles articles;
    private final Addressees addressees;
    private final Set<Audience> visibleTo;

    public KnowledgeContent(Retrieval retrieval, Articles articles, Addressees addressees, Set<Audience> visibleTo) {
        this.addressees = addressees;
        this.retrieval = retrieval;
        this.articles = articles;
        this.visibleTo = Set.copyOf(visibleTo);
    }

    @Override
    public List<Content> retrieve(Query query) {
        return retrieval
                .search(query.text(), visibleTo, MOST)
                .onItem()
                .transformToMulti(found -> Multi.createFrom().iterable(found.candidates()))
                .onItem()
                .transformToUniAndConcatenate(this::content)
                .collect()
                .asList()
                .await()
                .indefinitely();
    }

    private Uni<Content> content(Candidate candidate) {
        return articles.load(candidate.article())
                .chain(article -> addressees.worded(article, Addressee.ANYBODY))
                .map(article -> content(candidate, article));
    }

    private static Content content(Candidate candidate, Article article) {
        var text = article.answer().isBlank() ? candidate.passage() : article.answer();
        var source = Metadata.from(
                Map.of("article", candidate.slug(), "title", candidate.title(), "revision", candidate.revision()));
        return Content.from(TextSegment.from(text, source), Map.of(ContentMetadata.SCORE, candidate.score()));
    }
}
