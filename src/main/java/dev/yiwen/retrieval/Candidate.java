package dev.yiwen.retrieval;

import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.Audience;

/**
 * One article that may answer a query.
 *
 * @param article the article's id; {@code slug}, {@code title}, {@code revision} name what was indexed
 * @param passage the passage that matched best (a phrasing, or a piece of the answer)
 * @param dense cosine similarity of query and passage, −1 to 1
 * @param lexical BM25 score, ≥ 0
 * @param score fused score; only the order and distances within one result mean something
 */
public record Candidate(
        ArticleId article,
        String slug,
        String title,
        int revision,
        Audience audience,
        String passage,
        double dense,
        double lexical,
        double score) {}
