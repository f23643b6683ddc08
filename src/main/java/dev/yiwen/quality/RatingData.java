package dev.yiwen.quality;

import dev.yiwen.audit.CustomerData;
import dev.yiwen.audit.PersonalTable;
import dev.yiwen.audit.Retained;
import dev.yiwen.audit.RetainedRows;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** What customers said of answers and of conversations, for export, erasure and retention. */
@Singleton
final class RatingData implements CustomerData {
    private static final String OUTSIDE = "t.customer_id = any($1::uuid[]) or t.conversation_id = any($2::uuid[])";

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.ofConversation("feedback"),
                PersonalTable.ofConversation("satisfaction", "agent_id"),
                PersonalTable.ofConversation("satisfaction_estimate", "agent_id"),
                PersonalTable.ofConversation("conversation_score", "who", "agent_id"),
                PersonalTable.ofConversation("score_finding", "who"),
                PersonalTable.ofConversation("score_appeal", "who", "agent_id", "decided_by"),
                PersonalTable.ofConversation("calibration_case", "who", "resolved_by"),
                PersonalTable.ofConversation("calibration_judgement", "staff_id"),
                PersonalTable.ofConversation("dissatisfaction_member"),
                PersonalTable.ofCustomer("outside_feedback").where(OUTSIDE));
    }

    // Reads other features' rows: what is held stays.
    @Produces
    @Singleton
    static Retained old(Pool database) {
        return new RetainedRows(Retained.Kind.RATINGS, database, """
                with outside as (
                  delete from outside_feedback where id in (
                    select f.id from outside_feedback f where f.said_at < $1
                      and not exists (select from held_customer h where h.customer_id = f.customer_id)
                    order by f.said_at limit $2)
                )
                delete from satisfaction where conversation_id in (
                  select r.conversation_id from satisfaction r join conversation c on c.id = r.conversation_id
                  where r.at < $1 and not exists (select from held_customer h where h.customer_id = c.customer_id)
                  order by r.at limit $2)
                """);
    }
}
