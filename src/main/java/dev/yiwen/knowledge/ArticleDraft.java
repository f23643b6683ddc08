package dev.yiwen.knowledge;

import dev.yiwen.shared.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an editor or an import says of an article; a revision is made of it.
 *
 * @param answer Markdown
 * @param validFrom first valid day of the company, or null
 * @param validTo last valid day of the company, or null
 * @param variants other words for it, for some
 * @param causes what may be behind the fault that it deals with; none when it deals with none
 */
public record ArticleDraft(
        String question,
        List<String> phrasings,
        String answer,
        Audience audience,
        String product,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        List<String> tags,
        List<AnswerVariant> variants,
        List<FaultCause> causes) {

    private static final int LONGEST_QUESTION = 200;
    private static final int LONGEST_ANSWER = 20_000;
    private static final int MOST_PHRASINGS = 100;

    /** Of no fault. */
    public ArticleDraft(
            String question,
            List<String> phrasings,
            String answer,
            Audience audience,
            String product,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            List<String> tags,
            List<AnswerVariant> variants) {
        this(question, phrasings, answer, audience, product, validFrom, validTo, tags, variants, List.of());
    }

    /** With one answer for everybody. */
    public ArticleDraft(
            String question,
            List<String> phrasings,
            String answer,
            Audience audience,
            String product,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            List<String> tags) {
        this(question, phrasings, answer, audience, product, validFrom, validTo, tags, List.of());
    }

    public ArticleDraft {
        question = question.strip();
        phrasings = phrasings.stream()
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .distinct()
                .toList();
        answer = answer.strip();
        tags = tags.stream()
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .distinct()
                .toList();
        variants = AnswerVariant.sorted(variants);
        causes = FaultCause.listed(causes);
    }

    /** With other phrasings. */
    public ArticleDraft phrased(List<String> other) {
        return new ArticleDraft(question, other, answer, audience, product, validFrom, validTo, tags, variants, causes);
    }

    public static ArticleDraft of(Article article) {
        return new ArticleDraft(
                article.question(),
                article.phrasings(),
                article.answer(),
                article.audience(),
                article.product(),
                article.validFrom(),
                article.validTo(),
                article.tags(),
                article.variants(),
                article.causes());
    }

    /** The article as it will be once this is its published revision. */
    public Article asPublished(ArticleId id, String slug, int revision, String author) {
        return new Article(
                id,
                slug,
                revision,
                Article.State.PUBLISHED,
                question,
                phrasings,
                answer,
                audience,
                product,
                validFrom,
                validTo,
                tags,
                author,
                Instant.now(),
                RevisionLife.NONE,
                variants,
                causes);
    }

    /** What keeps it from being saved, in words; empty when nothing does. */
    public Optional<String> fault() {
        if (question.isEmpty()) {
            return Optional.of("question is missing");
        }
        if (question.length() > LONGEST_QUESTION) {
            return Optional.of("question is longer than " + LONGEST_QUESTION + " characters");
        }
        if (answer.isEmpty()) {
            return Optional.of("answer is missing");
        }
        if (answer.length() > LONGEST_ANSWER) {
            return Optional.of("answer is longer than " + LONGEST_ANSWER + " characters");
        }
        if (phrasings.size() > MOST_PHRASINGS) {
            return Optional.of("there are more than " + MOST_PHRASINGS + " phrasings");
        }
        if (phrasings.stream().anyMatch(it -> it.length() > LONGEST_QUESTION)) {
            return Optional.of("a phrasing is longer than " + LONGEST_QUESTION + " characters");
        }
        if (validFrom != null && validTo != null && validTo.isBefore(validFrom)) {
            return Optional.of("validTo " + validTo + " lies before validFrom " + validFrom);
        }
        return AnswerVariant.fault(variants, LONGEST_ANSWER).or(() -> FaultCause.fault(causes));
    }

    ArticleDraft checked() {
        fault().ifPresent(it -> {
            throw new Problem(Problem.Kind.INVALID, it);
        });
        return this;
    }

    /** SHA-256 of the content: equal for equal articles. */
    public byte[] hash() {
        try {
            var parts = new ArrayList<Object>(List.of(
                    question,
                    phrasings,
                    answer,
                    audience,
                    product,
                    String.valueOf(validFrom),
                    String.valueOf(validTo),
                    tags));
            // What has none is what it was before there were any: files and approvals name it by this.
            if (!variants.isEmpty()) {
                variants.forEach(it -> parts.add(List.of(it.channel().key(), it.minTier(), it.answer())));
            }
            if (!causes.isEmpty()) {
                parts.add(causes);
            }
            return MessageDigest.getInstance("SHA-256").digest(parts.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
