package dev.yiwen.answer.draft;

import dev.yiwen.knowledge.Article;
import dev.yiwen.promise.Finding;
import java.util.List;
import java.util.Optional;

/** Holds what a sentence promises against what its article says, as an agent's words are held. */
@FunctionalInterface
interface PromiseReading {

    /** Says of a text what becomes of each of its claims. */
    @FunctionalInterface
    interface Comparison {
        List<Finding> against(Article article, String said, String asked);
    }

    /** Why it is wrong; empty for what the article supports, or what promises nothing. */
    Optional<Flaw> flaw(Sentence sentence);

    /**
     * @param asked by the customer
     * @param passages how many are the article's; what rests on others alone is none of its affair
     */
    static PromiseReading of(Article article, int passages, String asked, Comparison comparison) {
        String known = Plain.of(article.answer());
        return sentence -> isTheArticles(sentence, passages)
                        && !known.contains(Plain.of(sentence.text()).strip())
                ? comparison.against(article, sentence.text().strip(), asked).stream()
                        .filter(it -> it.verdict().isWarning())
                        .findFirst()
                        .map(it -> new Flaw(Flaw.Kind.DIFFERS, it.what()))
                : Optional.empty();
    }

    private static boolean isTheArticles(Sentence sentence, int passages) {
        return sentence.cited().isEmpty() || sentence.cited().stream().anyMatch(it -> it <= passages);
    }
}
