package dev.yiwen.command;

import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.knowledge.ImportOutcome;
import dev.yiwen.knowledge.KnowledgeImport;
import dev.yiwen.knowledge.NamedDraft;
import jakarta.inject.Singleton;
import java.util.List;

/** Makes knowledge of a data set's documents, the way that an import does. */
@Singleton
final class EvaluationKnowledge {
    /** A document up to this length is a standard question; a longer one is the text of an answer. */
    private static final int LONGEST_QUESTION = 64;

    private static final String TOPIC = "evaluate/";

    private final KnowledgeImport knowledge;

    EvaluationKnowledge(KnowledgeImport knowledge) {
        this.knowledge = knowledge;
    }

    /** Blocks until all are indexed. */
    void index(List<EvaluationSet.Document> documents) {
        try (var bar = new Bar("Indexing")) {
            var report = knowledge
                    .of(documents.stream().map(EvaluationKnowledge::article).toList(), bar)
                    .await()
                    .indefinitely();
            if (report.count(ImportOutcome.FAILED) > 0) {
                throw new IllegalStateException(
                        "Not indexed: " + report.faults().getFirst());
            }
        }
    }

    /** The document that an article was made of. */
    static String document(String slug) {
        return slug.substring(TOPIC.length());
    }

    private static NamedDraft article(EvaluationSet.Document document) {
        boolean asks = document.text().length() <= LONGEST_QUESTION;
        return new NamedDraft(
                TOPIC + document.id(),
                new ArticleDraft(
                        asks ? document.text() : "",
                        List.of(),
                        asks ? "" : document.text(),
                        Audience.CUSTOMER,
                        "",
                        null,
                        null,
                        List.of()));
    }
}
