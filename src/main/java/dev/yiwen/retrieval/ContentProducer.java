package dev.yiwen.retrieval;

import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.yiwen.knowledge.Addressees;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.Audience;
import io.quarkus.arc.DefaultBean;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/** Publishes the search for customers, for AI services of who builds the application. */
final class ContentProducer {
    private ContentProducer() {}

    @Produces
    @Singleton
    @DefaultBean
    @Unremovable
    static ContentRetriever customers(Retrieval retrieval, Articles articles, Addressees addressees) {
        return new KnowledgeContent(retrieval, articles, addressees, Set.of(Audience.CUSTOMER));
    }
}
