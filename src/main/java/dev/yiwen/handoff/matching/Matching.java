package dev.yiwen.handoff.matching;

import dev.yiwen.handoff.plan.Plan.Skills;
import dev.yiwen.handoff.plan.Wanted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;

/** Who is asked to take whom. Knows no database, so that it can be tried and explained. */
final class Matching {
    private final int widenSeconds;
    private final Collection<Hands> there;

    /** @param there all agents who are there, with free hands or without */
    Matching(int widenSeconds, Collection<Hands> there) {
        this.widenSeconds = widenSeconds;
        this.there = there;
    }

    /**
     * Each who waits, in order, goes to the first agent who fits, else to the first who stands in; that agent stands last from
     * then on.
     *
     * @param waiting in the order of the queue
     */
    List<Match> match(List<Waiting> waiting) {
        var inOrder = new LinkedList<>(there);
        var matches = new ArrayList<Match>();
        for (var one : waiting) {
            first(one, inOrder).ifPresent(hands -> {
                inOrder.remove(hands);
                inOrder.add(hands.asked());
                matches.add(new Match(one, hands.agent()));
            });
        }
        return List.copyOf(matches);
    }

    /** The one who is asked next. */
    Optional<Hands> first(Waiting waiting, Collection<Hands> longestIdleFirst) {
        return with(Verdict.FITS, waiting, longestIdleFirst)
                .or(() -> with(Verdict.STANDS_IN, waiting, longestIdleFirst))
                .or(() -> waiting.urgent() ? leastBusy(waiting, longestIdleFirst) : Optional.empty());
    }

    /** Danger does not wait for free hands. */
    private Optional<Hands> leastBusy(Waiting waiting, Collection<Hands> among) {
        return among.stream()
                .filter(it -> verdict(it, waiting) == Verdict.HANDS_FULL)
                .min(Comparator.comparingInt(it -> it.chats() + it.offers()));
    }

    Verdict verdict(Hands hands, Waiting waiting) {
        var lacking = lacking(hands.skills(), waiting);
        if (lacking.isPresent() && !mayBeAnybody(waiting)) {
            return lacking.get();
        }
        if (waiting.passedBy().contains(hands.agent())) {
            return Verdict.PASSED;
        }
        if (hands.calls() > 0) {
            return Verdict.ON_THE_TELEPHONE;
        }
        if (!hands.canTake(waiting.channel())) {
            return Verdict.HANDS_FULL;
        }
        return lacking.isEmpty() ? Verdict.FITS : Verdict.STANDS_IN;
    }

    /** Whether the agent has what is wanted, busy or not. */
    boolean suits(Skills skills, Waiting waiting) {
        return lacking(skills, waiting).isEmpty();
    }

    private Optional<Hands> with(Verdict verdict, Waiting waiting, Collection<Hands> among) {
        return among.stream().filter(it -> verdict(it, waiting) == verdict).findFirst();
    }

    /** Nobody waits for ever for whoever is not there; a colleague who is, was promised. */
    private boolean mayBeAnybody(Waiting waiting) {
        return waiting.colleague() == null && (waiting.seconds() >= widenSeconds || waiting.urgent())
                || there.stream().noneMatch(it -> suits(it.skills(), waiting));
    }

    private static Optional<Verdict> lacking(Skills skills, Waiting waiting) {
        if (waiting.colleague() != null) {
            return skills.agent().equals(waiting.colleague())
                    ? Optional.empty()
                    : Optional.of(Verdict.NOT_THE_COLLEAGUE);
        }
        return lacking(skills, waiting.wanted());
    }

    private static Optional<Verdict> lacking(Skills skills, Wanted wanted) {
        if (wanted.group() != null && !skills.groups().contains(wanted.group())) {
            return Optional.of(Verdict.NOT_IN_GROUP);
        }
        if (wanted.level() != null && skills.level().compareTo(wanted.level()) < 0) {
            return Optional.of(Verdict.TOO_NEW);
        }
        return wanted.language() != null && !skills.languages().contains(wanted.language())
                ? Optional.of(Verdict.OTHER_LANGUAGE)
                : Optional.empty();
    }
}
