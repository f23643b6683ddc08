package dev.yiwen.assist;

import dev.yiwen.audit.CustomerData;
import dev.yiwen.audit.PersonalTable;
import dev.yiwen.audit.PersonalTable.Depth;
import jakarta.inject.Singleton;
import java.util.List;

/** What was suggested to agents, for erasure. */
@Singleton
final class SuggestionData implements CustomerData {
    private static final String WHY = "What was suggested to staff is knowledge, some of it for staff alone.";

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.ofConversation("suggestion_use")
                        .where(
                                "t.suggestion_id in (select s.id from suggestion s where s.conversation_id = any($2::uuid[]))")
                        .withheld(WHY),
                PersonalTable.ofConversation("warning_acknowledged")
                        .where(
                                "t.suggestion_id in (select s.id from suggestion s where s.conversation_id = any($2::uuid[]))")
                        .withheld(WHY),
                PersonalTable.ofConversation("talk_mood"),
                PersonalTable.ofConversation("suggestion_set").withheld(WHY),
                PersonalTable.ofConversation("suggestion").at(Depth.MESSAGE).withheld(WHY));
    }
}
