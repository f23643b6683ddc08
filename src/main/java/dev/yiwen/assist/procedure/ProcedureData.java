package dev.yiwen.assist.procedure;

import dev.yiwen.audit.CustomerData;
import dev.yiwen.audit.PersonalTable;
import jakarta.inject.Singleton;
import java.util.List;

/** How far agents came in their procedures, for erasure. */
@Singleton
final class ProcedureData implements CustomerData {
    private static final String WHY =
            "How staff went about it is none of the customer's data, and knowledge for staff alone.";

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.ofConversation("procedure_tick").withheld(WHY),
                PersonalTable.ofConversation("procedure_run").withheld(WHY));
    }
}
