package dev.yiwen.assist.watch;

import dev.yiwen.assist.card.Card;
import dev.yiwen.assist.card.LaneEdit;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which warnings stand before an agent after new ones came, or old ones went. */
final class WarningList {
    static final int MOST = 6;

    private WarningList() {}

    /**
     * The new ones first, those shown before below them. Where there are too many the oldest reminders go, then the oldest of all. A
     * grave one that the agent dismissed is kept, for the supervisor: no agent sees it again.
     *
     * @param seq number of the message that the fresh ones are about
     * @param gone which of those shown before go
     * @return empty when nothing changes
     */
    static Optional<LaneEdit.After> after(
            LaneEdit.Before before, long seq, List<Card> fresh, Predicate<JsonObject> gone) {
        var kept = before.cards().stream()
                .filter(it -> !gone.test(it.card().details()))
                .toList();
        var known = keys(before.cards().stream().map(LaneEdit.Standing::card));
        if (kept.size() == before.cards().size() && known.containsAll(keys(fresh.stream()))) {
            return Optional.empty();
        }
        var again = keys(fresh.stream());
        var open = new ArrayList<>(fresh);
        kept.stream()
                .filter(it -> !it.dismissed() && !again.contains(it.card().key()))
                .forEach(it -> open.add(it.card()));
        var dismissed = kept.stream()
                .filter(it -> it.dismissed() && !again.contains(it.card().key()))
                .map(LaneEdit.Standing::card)
                .filter(it -> WarningCards.isGrave(it.details()))
                .limit(MOST);
        return Optional.of(new LaneEdit.After(
                Math.max(seq, before.forSeq()),
                Stream.concat(mostImportant(open).stream(), dismissed).toList()));
    }

    private static List<Card> mostImportant(List<Card> open) {
        var left = new ArrayList<>(open);
        while (left.size() > MOST) {
            int last = left.size() - 1;
            while (last > 0 && WarningCards.isGrave(left.get(last).details())) {
                last--;
            }
            left.remove(WarningCards.isGrave(left.get(last).details()) ? left.size() - 1 : last);
        }
        return left;
    }

    private static Set<String> keys(Stream<Card> cards) {
        return cards.map(Card::key).collect(Collectors.toSet());
    }
}
