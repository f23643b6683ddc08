package dev.yiwen.quality.metric;

import dev.yiwen.audit.CustomerData;
import dev.yiwen.audit.PersonalTable;
import jakarta.inject.Singleton;
import java.util.List;

/** What figures know of a customer. What was summed of somebody who was erased stays: it is nobody's any more. */
@Singleton
final class FigureData implements CustomerData {

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.ofConversation("conversation_fact", "agent_id"),
                // After what tells it that it changed.
                PersonalTable.ofConversation("fact_due")
                        .at(PersonalTable.Depth.TICKET)
                        .withheld("what is still to be counted"),
                PersonalTable.ofCustomer("customer_region"));
    }
}
