package dev.yiwen.assist.cases;

import dev.yiwen.audit.CustomerData;
import dev.yiwen.audit.PersonalTable;
import jakarta.inject.Singleton;
import java.util.List;

/** What was learned of conversations, for erasure. What was imported is of nobody: it names no conversation. */
@Singleton
final class CaseData implements CustomerData {
    private static final String WHY =
            "The words of the conversation itself, without personal data, kept for staff to learn from.";

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.ofConversation("past_reply").withheld(WHY),
                PersonalTable.ofConversation("past_case").withheld(WHY));
    }
}
