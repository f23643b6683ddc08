package dev.yiwen.knowledge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One revision of one curated answer, as everything outside this feature sees it.
 *
 * @param slug stable name, {@code topic/name}
 * @param question the standard question
 * @param answer Markdown
 * @param validFrom first valid day of the company, or null
 * @param validTo last valid day of the company, or null
 * @param variants other words for the answer, for some; whoever answers takes {@link #wordedFor}
 * @param causes what may be behind the fault that it deals with
 */
public record Article(
        ArticleId id,
        String slug,
        int revision,
        State state,
        String question,
        List<String> phrasings,
        String answer,
        Audience audience,
        String product,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        List<String> tags,
        String author,
        Instant changedAt,
        RevisionLife life,
        List<AnswerVariant> variants,
        List<FaultCause> causes) {

    /** Draft → in review → approved → (scheduled →) published → archived. */
    public enum State {
        /** Being written, or sent back with a reason. */
        DRAFT,
        /** Somebody other than its author is asked to look at it. */
        IN_REVIEW,
        /** Somebody has looked at exactly this content; any change is a new draft. */
        APPROVED,
        /** Goes live at its moment, beside what is live until then. */
        SCHEDULED,
        /** What customers are told now, within its validity. */
        PUBLISHED,
        /** Was live, or was replaced before it came to that: its life says which. */
        ARCHIVED;

        /** Whether it waits for somebody to go on with it. */
        public boolean isOpen() {
            return this == DRAFT || this == IN_REVIEW || this == APPROVED;
        }
    }

    /** Of what is not stored. */
    public Article(
            ArticleId id,
            String slug,
            int revision,
            State state,
            String question,
            List<String> phrasings,
            String answer,
            Audience audience,
            String product,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            List<String> tags,
            String author,
            Instant changedAt) {
        this(
                id,
                slug,
                revision,
                state,
                question,
                phrasings,
                answer,
                audience,
                product,
                validFrom,
                validTo,
                tags,
                author,
                changedAt,
                RevisionLife.NONE,
                List.of(),
                List.of());
    }

    public Article {
        variants = List.copyOf(variants);
        causes = List.copyOf(causes);
        phrasings = List.copyOf(phrasings);
        tags = List.copyOf(tags);
    }

    /** Whether {@code day} (of the company) lies in the validity period. */
    public boolean validOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
    }

    /** As it is told them: with the answer that fits them closest, and none of the others. */
    public Article wordedFor(Addressee addressee) {
        return variants.isEmpty()
                ? this
                : with(
                        AnswerVariant.closest(variants, addressee)
                                .map(AnswerVariant::answer)
                                .orElse(answer),
                        List.of());
    }

    /** With these values where its answer and its variants name them. */
    public Article naming(Map<String, String> values) {
        return with(
                SnippetTokens.filled(answer, values),
                variants.stream()
                        .map(it -> new AnswerVariant(
                                it.channel(), it.minTier(), SnippetTokens.filled(it.answer(), values)))
                        .toList());
    }

    /** With that text as its answer. */
    Article answering(String text) {
        return with(text, variants);
    }

    private Article with(String text, List<AnswerVariant> others) {
        return new Article(
                id, slug, revision, state, question, phrasings, text, audience, product, validFrom, validTo, tags,
                author, changedAt, life, others, causes);
    }
}
