package dev.yiwen.handoff;

import dev.yiwen.audit.CustomerData;
import dev.yiwen.audit.PersonalTable;
import jakarta.inject.Singleton;
import java.util.List;

/** Waiting, packets, wrap-ups, and what staff said among themselves, for export and erasure. */
@Singleton
final class HandoffData implements CustomerData {
    private static final String AMONG_STAFF =
            "What staff say among themselves is theirs too; the operator hands it out after a look at each.";

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.ofConversation(
                        "handoff",
                        "offered_to",
                        "passed_by",
                        "agent_id",
                        "notes",
                        "transfer",
                        "wanted",
                        "composition",
                        "plan_version",
                        "group_id",
                        "lane",
                        "placed_in",
                        "rank_at"),
                PersonalTable.ofConversation("wrap_up", "confirmed_by", "draft", "composition", "by_rules", "changed"),
                PersonalTable.ofConversation("customer_presence"),
                PersonalTable.ofConversation("whisper").withheld(AMONG_STAFF),
                PersonalTable.ofConversation("internal_note").withheld(AMONG_STAFF));
    }
}
