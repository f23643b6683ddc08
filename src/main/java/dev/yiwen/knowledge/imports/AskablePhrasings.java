package dev.yiwen.knowledge.imports;

import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.knowledge.HandoffCues;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Consumer;

/** Leaves out the phrasings that get whoever says them a human at once, and names them. */
@Singleton
class AskablePhrasings {
    private final HandoffCues cues;

    AskablePhrasings(HandoffCues cues) {
        this.cues = cues;
    }

    /** {@code remarks} hears of each, and of a title that does the same, which stays: an article needs one. */
    ImportItem of(ImportItem item, Consumer<ImportFault> remarks) {
        var draft = item.draft();
        if (draft.audience() != Audience.CUSTOMER) {
            return item;
        }
        cues.in(draft.question())
                .ifPresent(words -> remarks.accept(item.fault(remark("the title", draft.question(), words))));
        List<String> asked = draft.phrasings().stream()
                .filter(it -> {
                    var words = cues.in(it);
                    words.ifPresent(why -> remarks.accept(item.fault(remark("left out, the phrasing", it, why))));
                    return words.isEmpty();
                })
                .toList();
        return asked.size() == draft.phrasings().size()
                ? item
                : new ImportItem(item.slug(), with(draft, asked), item.file(), item.line());
    }

    private static String remark(String what, String asked, String words) {
        return what + " “" + asked + "” gets customers a human at once because of “" + words
                + "”; word it as a question about it";
    }

    private static ArticleDraft with(ArticleDraft draft, List<String> phrasings) {
        return new ArticleDraft(
                draft.question(),
                phrasings,
                draft.answer(),
                draft.audience(),
                draft.product(),
                draft.validFrom(),
                draft.validTo(),
                draft.tags());
    }
}
