package dev.yiwen.command;

import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.knowledge.importing.ImportOutcome;
import dev.yiwen.knowledge.importing.KnowledgeImport;
import dev.yiwen.knowledge.importing.NamedDraft;
import dev.yiwen.knowledge.starter.StarterKnowledge;
import jakarta.inject.Singleton;
import java.util.List;

/** Makes knowledge of a data set's documents, the way that an import does. */
@Singleton
final class EvaluationKnowledge {
    /** Documents up to this length are standard questions; longer ones are the texts of answers. */
    private static final int LONGEST_QUESTION = 64;

    private static final double MOST = 0.9;

    private static final String TOPIC = "evaluate/";

    private final KnowledgeImport knowledge;
    private final StarterKnowledge starter;

    EvaluationKnowledge(KnowledgeImport knowledge, StarterKnowledge starter) {
        this.knowledge = knowledge;
        this.starter = starter;
    }

    /** Blocks until all is indexed: the set's documents, or the starter knowledge for a set without any. */
    void index(EvaluationSet set) {
        if (set.documents().isEmpty()) {
            System.err.println("Indexing the starter knowledge …");
            starter.load().await().indefinitely();
            return;
        }
        boolean asks = areQuestions(set.documents());
        var drafts = set.documents().stream().map(it -> article(it, asks)).toList();
        try (var bar = new Bar("Indexing")) {
            var report = knowledge.of(drafts, bar).await().indefinitely();
            if (report.count(ImportOutcome.FAILED) > 0) {
                throw new IllegalStateException(
                        "Not indexed: " + report.faults().getFirst());
            }
        }
    }

    /** The documents of a set are of one kind: a short one among replies is a short reply. */
    private static boolean areQuestions(List<EvaluationSet.Document> documents) {
        long shortOnes = documents.stream()
                .filter(it -> it.text().length() <= LONGEST_QUESTION)
                .count();
        return shortOnes >= MOST * documents.size();
    }

    /** The document that an article was made of. */
    static String document(String slug) {
        return slug.startsWith(TOPIC) ? slug.substring(TOPIC.length()) : slug;
    }

    private static NamedDraft article(EvaluationSet.Document document, boolean asks) {
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
