package dev.yiwen.channel.voice;

import dev.yiwen.audit.CustomerData;
import dev.yiwen.audit.PersonalTable;
import jakarta.inject.Singleton;
import java.util.List;

/** Calls, their numbers and what befell them, for export and erasure; also those of which nothing came. */
@Singleton
final class CallData implements CustomerData {

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.ofConversation("call_event", "agent_id"),
                PersonalTable.ofConversation("call_tone"),
                PersonalTable.ofConversation("call").where("""
                t.conversation_id = any($2::uuid[])
                  or 'tel:' || t.number in (select u.external_id from customer u where u.id = any($1::uuid[]))"""));
    }
}
