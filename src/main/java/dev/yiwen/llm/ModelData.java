package dev.yiwen.llm;

import dev.yiwen.audit.CustomerData;
import dev.yiwen.audit.PersonalTable;
import jakarta.inject.Singleton;
import java.util.List;

/** What conversations cost, for export and erasure. */
@Singleton
final class ModelData implements CustomerData {

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.ofConversation("model_conversation"));
    }
}
