package dev.yiwen.knowledge.importing;

import dev.yiwen.knowledge.Audience;
import dev.yiwen.knowledge.HandoffCues;
import dev.yiwen.knowledge.importing.source.ReadRow;
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
    ReadRow of(ReadRow row, Consumer<ImportFault> remarks) {
        var draft = row.draft();
        if (draft.audience() != Audience.CUSTOMER) {
            return row;
        }
        cues.in(draft.question())
                .ifPresent(words -> remarks.accept(fault(row, remark("the title", draft.question(), words))));
        List<String> asked = draft.phrasings().stream()
                .filter(it -> {
                    var words = cues.in(it);
                    words.ifPresent(why -> remarks.accept(fault(row, remark("left out, the phrasing", it, why))));
                    return words.isEmpty();
                })
                .toList();
        return asked.size() == draft.phrasings().size() ? row : row.with(draft.phrased(asked));
    }

    private static ImportFault fault(ReadRow row, String words) {
        return new ImportFault(row.place().file(), row.place().row(), words);
    }

    private static String remark(String what, String asked, String words) {
        return what + " “" + asked + "” gets customers a human at once because of “" + words
                + "”; word it as a question about it";
    }
}
