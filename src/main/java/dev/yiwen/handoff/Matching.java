package dev.yiwen.handoff;

import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;

/** Who is asked to take whom. Knows nothing of databases, so that it can be tried and explained. */
final class Matching {
    private Matching() {}

    /**
     * Each who waits, in order, goes to the first agent who can take it; that agent stands last from then on.
     *
     * @param waiting in the order of the queue
     * @param agents longest idle first
     */
    static List<Match> of(List<Waiting> waiting, List<Hands> agents) {
        var inOrder = new LinkedList<>(agents);
        var matches = new ArrayList<Match>();
        for (var one : waiting) {
            inOrder.stream().filter(it -> mayBeAsked(it, one)).findFirst().ifPresent(hands -> {
                inOrder.remove(hands);
                inOrder.add(hands.asked());
                matches.add(new Match(one, hands.agent()));
            });
        }
        return List.copyOf(matches);
    }

    private static boolean mayBeAsked(Hands hands, Waiting waiting) {
        return hands.canTake(waiting.channel()) && !waiting.passedBy().contains(hands.agent());
    }
}
