package dev.yiwen.channel.voice;

import dev.yiwen.conversation.CallLine;
import dev.yiwen.conversation.Participant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a call stands, as it follows from all that befell its line, read in the order in which it happened. So it does not matter
 * in which order the events arrived, nor how often: to hold a call that is held changes nothing.
 */
final class LineHistory {
    private @Nullable Instant answeredAt;
    private @Nullable Instant heldSince;
    private Duration held = Duration.ZERO;
    private int holds;
    private @Nullable Instant consultingSince;
    private @Nullable String consulting;
    private final Set<Participant> muted = EnumSet.noneOf(Participant.class);
    private @Nullable String transferredTo;
    private int transfers;
    private @Nullable Instant endedAt;
    private @Nullable String endedBy;
    private @Nullable String endedWhy;

    private LineHistory() {}

    enum Kind {
        ANSWERED,
        HELD,
        RESUMED,
        TRANSFERRED,
        CONSULTING,
        MUTED,
        UNMUTED,
        ENDED;

        static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * @param party who is muted, or ended the call
     * @param detail to whom it is put through, whom the agent consults, or why it ended
     */
    record Step(
            Kind kind,
            Instant at,
            @Nullable String party,
            @Nullable String detail) {}

    /** @param steps in the order in which they happened */
    static CallLine line(List<Step> steps) {
        var history = new LineHistory();
        steps.forEach(history::take);
        return new CallLine(
                history.answeredAt,
                history.heldSince,
                history.held.toSeconds(),
                history.holds,
                history.consultingSince,
                history.consulting,
                new ArrayList<>(history.muted),
                history.transferredTo,
                history.transfers,
                history.endedAt,
                history.endedBy,
                history.endedWhy);
    }

    private void take(Step it) {
        // What happened to the telephone after the call is no part of it; who ended it may be told the second time.
        if (endedAt != null && it.kind() != Kind.ENDED) {
            return;
        }
        switch (it.kind()) {
            case ANSWERED -> answered(it.at());
            case HELD -> hold(it.at());
            case RESUMED -> {
                resume(it.at());
                consultNobody();
            }
            case TRANSFERRED -> transfer(it);
            case CONSULTING -> consult(it);
            case MUTED -> muted.add(party(it));
            case UNMUTED -> muted.remove(party(it));
            case ENDED -> end(it);
        }
    }

    private void answered(Instant at) {
        if (answeredAt == null) {
            answeredAt = at;
        }
        transferredTo = null;
    }

    private void hold(Instant at) {
        if (heldSince == null) {
            heldSince = at;
            holds++;
        }
    }

    private void resume(Instant at) {
        var since = heldSince;
        if (since != null) {
            held = held.plus(Duration.between(since, at));
            heldSince = null;
        }
    }

    private void consult(Step it) {
        if (consultingSince == null) {
            consultingSince = it.at();
        }
        consulting = it.detail();
    }

    private void consultNobody() {
        consultingSince = null;
        consulting = null;
    }

    /** Told twice it is one as long as nobody has answered there. */
    private void transfer(Step it) {
        var to = String.valueOf(it.detail());
        if (!to.equals(transferredTo)) {
            transfers++;
            transferredTo = to;
        }
        resume(it.at());
        consultNobody();
        // Whoever comes now has a telephone of their own.
        muted.remove(Participant.agent);
    }

    private void end(Step it) {
        if (endedAt == null) {
            resume(it.at());
            consultNobody();
            muted.clear();
            endedAt = it.at();
        }
        endedBy = endedBy == null ? it.party() : endedBy;
        endedWhy = endedWhy == null ? it.detail() : endedWhy;
    }

    private static Participant party(Step it) {
        return "customer".equals(it.party()) ? Participant.customer : Participant.agent;
    }
}
