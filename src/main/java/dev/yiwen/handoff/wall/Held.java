package dev.yiwen.handoff.wall;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.conversation.CallLine;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.TalkSign;
import dev.yiwen.identity.StaffId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation that an agent has. It stands open all day, so that customers' words are without personal data in it.
 *
 * @param groups names of those that its agent belongs to
 * @param since when the agent got it
 * @param anger the most in what the customer said lately and how they sound, 0 (calm) to 1
 * @param moods the same of each of their last messages, oldest first
 * @param voice whether rate or loudness has risen above the customer's own
 * @param urgent whether somebody was in danger in it; that stays so until its end
 * @param complaint whether they complained or spoke of authorities
 * @param waitsSince since when the customer waits for a word; null when they do not
 * @param firstText what they came with; null when they said nothing to go by
 * @param line how a call stands
 * @param step where the agent is in a procedure; null when they follow none
 * @param urgency how much it needs a supervisor, see {@link Urgency}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Held(
        ConversationId conversationId,
        int epoch,
        Channel channel,
        @Nullable String subject,
        CustomerName customer,
        StaffId agentId,
        String agent,
        List<String> groups,
        Instant since,
        double anger,
        List<Double> moods,
        boolean voice,
        boolean urgent,
        boolean complaint,
        @Nullable Instant waitsSince,
        @Nullable String firstText,
        @Nullable String lastText,
        @Nullable CallLine line,
        TalkSign.@Nullable Step step,
        List<TalkSign.Alert> alerts,
        int urgency) {
    public Held {
        groups = List.copyOf(groups);
        moods = List.copyOf(moods);
        alerts = List.copyOf(alerts);
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CustomerName(@Nullable String name) {}
}
