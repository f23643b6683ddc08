package dev.yiwen.knowledge;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What customers would get, without any: nothing is stored, nobody is called, no model is asked, so the same knowledge gives the
 * same outcome. {@code answer} implements it.
 */
public interface KnowledgeTrial {

    /**
     * From where it is asked.
     *
     * @param laid revisions in place of the live ones of their articles
     * @param gone articles that are not there
     */
    record Stage(LocalDate day, List<Article> laid, Set<ArticleId> gone) {
        public Stage {
            laid = List.copyOf(laid);
            gone = Set.copyOf(gone);
        }
    }

    enum Kind {
        ANSWER,
        /** The bot asks back, or says that it has nothing. */
        CLARIFY,
        SMALLTALK,
        HANDOFF
    }

    /** An article that was found, with the probability that goes with its rank. */
    record Found(ArticleId article, String slug, String title, int revision, double score) {}

    /**
     * What came of the last thing that was asked.
     *
     * @param articles slugs of what an answer is made of; empty unless there is an answer
     * @param confidence probability that the first article found answers, 0 to 1; 0 when nothing was looked up
     * @param found best first
     */
    record Outcome(Kind kind, List<String> articles, double confidence, List<Found> found) {
        public Outcome {
            articles = List.copyOf(articles);
            found = List.copyOf(found);
        }

        /** Whether a customer gets the same. */
        public boolean isSame(Outcome other) {
            return kind == other.kind && articles.equals(other.articles);
        }
    }

    /** One stage, on which many questions may be asked; as it was when it was set up. */
    interface Trial {
        /** @param turns what a customer says, one after the other; what the bot says between is the product's own */
        Uni<Outcome> ask(List<String> turns);
    }

    Uni<Trial> on(Stage stage);
}
