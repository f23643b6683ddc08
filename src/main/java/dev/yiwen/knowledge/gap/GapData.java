package dev.yiwen.knowledge.gap;

import dev.yiwen.audit.CustomerData;
import dev.yiwen.audit.PersonalTable;
import jakarta.inject.Singleton;
import java.util.List;

/** Customers' wordings in gaps, for erasure. */
@Singleton
final class GapData implements CustomerData {
    private static final String WHY = "A copy of what was said, without personal data; what was said is in message.";

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.ofConversation("gap_question").withheld(WHY),
                PersonalTable.ofConversation("clarified_question").withheld(WHY));
    }
}
