package dev.yiwen.retrieval.ranking;

import dev.yiwen.retrieval.index.PassageRow;
import java.util.Collection;

/** By what the articles that compete for a query are known; what their passages say weighs differently in each case. */
public enum Profile {
    /** Only questions: a list of standard questions. */
    QUESTIONS,
    /** Only texts: documents, letters, replies. */
    ANSWERS,
    /** Questions and their answers: curated knowledge. */
    BOTH;

    public static Profile of(Collection<PassageRow> rows) {
        boolean questions = rows.stream().anyMatch(it -> it.passage().asks());
        boolean answers = rows.stream().anyMatch(it -> !it.passage().asks());
        return questions && answers ? BOTH : questions ? QUESTIONS : ANSWERS;
    }
}
