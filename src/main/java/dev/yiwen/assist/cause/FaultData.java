package dev.yiwen.assist.cause;

import dev.yiwen.audit.CustomerData;
import dev.yiwen.audit.PersonalTable;
import jakarta.inject.Singleton;
import java.util.List;

/** What became clear of customers' faults, for erasure. */
@Singleton
final class FaultData implements CustomerData {
    private static final String WHY = "Names of symptoms and causes from the knowledge, kept for staff to learn from.";

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.ofConversation("cause_finding").withheld(WHY),
                PersonalTable.ofConversation("graph_case").withheld(WHY));
    }
}
