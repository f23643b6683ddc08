package dev.yiwen.knowledge.golden;

import dev.yiwen.audit.CustomerData;
import dev.yiwen.audit.PersonalTable;
import jakarta.inject.Singleton;
import java.util.List;

/** Which conversations golden questions come from, for erasure: the questions stay, as editors' words about nobody. */
@Singleton
final class GoldenData implements CustomerData {

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.ofConversation("golden_origin")
                .withheld("That an editor made a question for tests of what was said; what was said is in message."));
    }
}
