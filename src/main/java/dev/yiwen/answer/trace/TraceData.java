package dev.yiwen.answer.trace;

import dev.yiwen.audit.CustomerData;
import dev.yiwen.audit.PersonalTable;
import dev.yiwen.audit.Retained;
import dev.yiwen.audit.RetainedRows;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** Traces of turns, for erasure and retention. */
@Singleton
final class TraceData implements CustomerData {

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.ofConversation("turn_trace")
                .withheld(
                        "How the bot decided quotes knowledge that is for staff alone; what was said is in message."));
    }

    // Reads other features' rows: what is held stays.
    @Produces
    @Singleton
    static Retained old(Pool database) {
        return new RetainedRows(Retained.Kind.TRACES, database, """
                delete from turn_trace where (conversation_id, in_reply_to) in (
                  select t.conversation_id, t.in_reply_to from turn_trace t join conversation c on c.id = t.conversation_id
                  where t.at < $1 and not exists (select from held_customer h where h.customer_id = c.customer_id)
                  order by t.at limit $2)
                """);
    }
}
