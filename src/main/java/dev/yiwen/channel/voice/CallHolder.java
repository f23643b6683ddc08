package dev.yiwen.channel.voice;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.Message;
import dev.yiwen.identity.StaffId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who has a call: by what the telephony system told, and by who took it in the console. Whoever was named last in the order in which it
 * happened has it; but who took it by hand and is heard speaking keeps it, unless it was put through since.
 */
final class CallHolder {
    private static final Set<String> CHANGES = Set.of("agent-joined", "taken-over", "put-through");

    private CallHolder() {}

    /**
     * That somebody answered, or that it was put through.
     *
     * @param agent who has it from then on; null when it went to somebody who is none of staff
     * @param at when it happened
     * @param sinceBegin the same, in milliseconds of the call
     * @param toldAt when it arrived, by the database's clock
     */
    record Told(boolean transferred, @Nullable StaffId agent, Instant at, long sinceBegin, Instant toldAt) {

        /** Words without a time of their own count when they arrived. */
        private boolean isAfter(Message spoken) {
            if (spoken.body() instanceof Body.Text text && text.spokenAt() != null) {
                return text.spokenAt() < (CallMoment.isSinceBegin(text.spokenAt()) ? sinceBegin : at.toEpochMilli());
            }
            return spoken.at().isBefore(at);
        }
    }

    /**
     * Who has the call now and was named by no event.
     *
     * @param since when they got it, by the database's clock
     * @param spoken what was said at the agent's side since
     */
    record InConsole(StaffId agent, Instant since, List<Message> spoken) {
        InConsole {
            spoken = List.copyOf(spoken);
        }
    }

    /** Whether somebody who has a call got it by no event. */
    static boolean byHand(List<Told> told, StaffId holder) {
        return told.stream().noneMatch(it -> holder.equals(it.agent()));
    }

    /** @param lately messages up to the newest, oldest first */
    static InConsole inConsole(StaffId holder, List<Message> lately) {
        var since = lately.stream()
                .filter(it -> it.body() instanceof Body.Notice notice && CHANGES.contains(notice.code()))
                .map(Message::at)
                .reduce((before, after) -> after)
                .orElse(Instant.MIN);
        return new InConsole(
                holder,
                since,
                lately.stream()
                        .filter(it ->
                                it.author() instanceof Author.Agent && !it.at().isBefore(since))
                        .toList());
    }

    /**
     * Who ought to have it; empty when it stays where it is.
     *
     * @param told in the order in which it happened
     * @param console null where the telephone gave it to whoever has it, or nobody has
     */
    static Optional<StaffId> of(List<Told> told, @Nullable InConsole console) {
        if (told.isEmpty()) {
            return Optional.empty();
        }
        var last = told.getLast();
        var agent = Optional.ofNullable(last.agent());
        if (console == null) {
            return agent;
        }
        // What was told before they took it has had its effect; told again it must not undo what a person did since.
        if (!last.toldAt().isAfter(console.since())) {
            return Optional.empty();
        }
        boolean putThrough =
                told.stream().anyMatch(it -> it.transferred() && it.toldAt().isAfter(console.since()));
        // Whoever was heard before somebody answered is not the one who answered: a second handset, a colleague who is
        // consulted.
        return !putThrough && console.spoken().stream().anyMatch(last::isAfter) ? Optional.empty() : agent;
    }
}
