package dev.yiwen.incident;

import dev.yiwen.audit.CustomerData;
import dev.yiwen.audit.PersonalTable;
import jakarta.inject.Singleton;
import java.util.List;

/** Who was told of an incident, for export and erasure. */
@Singleton
final class IncidentData implements CustomerData {

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.ofConversation("incident_told"),
                PersonalTable.ofConversation("incident_ticket")
                        .where("t.ticket_id in (select id from ticket where customer_id = any($1::uuid[])"
                                + " or conversation_id = any($2::uuid[]))"));
    }
}
