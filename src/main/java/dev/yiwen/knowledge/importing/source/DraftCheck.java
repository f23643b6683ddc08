package dev.yiwen.knowledge.importing.source;

import dev.yiwen.knowledge.ArticleDraft;
import java.util.Optional;

/** What keeps an article from being saved, with what to do about it. */
final class DraftCheck {
    private static final int LONGEST_QUESTION = 200;
    static final int LONGEST_ANSWER = 20_000;
    private static final int MOST_PHRASINGS = 100;

    private DraftCheck() {}

    static Optional<Remark> fault(ArticleDraft draft) {
        var longest = draft.phrasings().stream()
                .filter(it -> it.length() > LONGEST_QUESTION)
                .findFirst();
        if (draft.question().isEmpty()) {
            return Optional.of(Remark.of("question-missing"));
        }
        if (draft.question().length() > LONGEST_QUESTION) {
            return Optional.of(
                    Remark.of("question-long", "length", draft.question().length(), "most", LONGEST_QUESTION));
        }
        if (draft.answer().isEmpty()) {
            return Optional.of(Remark.of("answer-missing"));
        }
        if (draft.answer().length() > LONGEST_ANSWER) {
            return Optional.of(Remark.of("answer-long", "length", draft.answer().length(), "most", LONGEST_ANSWER));
        }
        if (draft.phrasings().size() > MOST_PHRASINGS) {
            return Optional.of(
                    Remark.of("phrasings-many", "count", draft.phrasings().size(), "most", MOST_PHRASINGS));
        }
        if (longest.isPresent()) {
            return Optional.of(
                    Remark.of("phrasing-long", "text", longest.get().substring(0, 20), "most", LONGEST_QUESTION));
        }
        if (draft.validFrom() != null
                && draft.validTo() != null
                && draft.validTo().isBefore(draft.validFrom())) {
            return Optional.of(Remark.of("validity-order", "from", draft.validFrom(), "to", draft.validTo()));
        }
        return draft.fault().map(it -> Remark.of("invalid", "words", it));
    }
}
