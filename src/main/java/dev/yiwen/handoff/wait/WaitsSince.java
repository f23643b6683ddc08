package dev.yiwen.handoff.wait;

/** Since when a customer waits for a word, in SQL. */
public final class WaitsSince {
    /**
     * Of a row {@code c} of {@code conversation}: when the customer first spoke since anybody answered, or was given to an agent who
     * has not said a word; null when nobody waits.
     */
    public static final String COLUMN = """
            coalesce(
              (select m.at from message m where m.conversation_id = c.id and m.author = 'customer'
                and m.seq > coalesce((select a.seq from message a
                  where a.conversation_id = c.id and a.author in ('agent', 'bot') order by a.seq desc limit 1), 0)
                order by m.seq limit 1),
              (select g.assigned_at from handoff g
                where g.conversation_id = c.id and c.owner = 'agent' and c.channel <> 'VOICE' and g.agent_id = c.agent_id
                  and g.ended_at is null and not exists (select from message a
                    where a.conversation_id = c.id and a.author = 'agent' and a.at >= g.assigned_at)
                order by g.epoch desc limit 1)) as waits_since""";

    private WaitsSince() {}
}
