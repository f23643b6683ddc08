package dev.yiwen.channel.social;

import dev.yiwen.audit.CustomerData;
import dev.yiwen.audit.PersonalTable;
import jakarta.inject.Singleton;
import java.util.List;

/** What customers wrote elsewhere, for export and erasure. */
@Singleton
final class MentionData implements CustomerData {
    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.ofConversation("mention"));
    }
}
