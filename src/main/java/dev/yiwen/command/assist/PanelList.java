package dev.yiwen.command.assist;

import dev.yiwen.assist.card.Card;
import dev.yiwen.assist.card.Suggestion;
import dev.yiwen.assist.card.SuggestionId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The list of cards as the panel shows it ({@code src/main/web/assist/panel.ts}), of an agent who reads and touches nothing. Times are
 * milliseconds of the call.
 */
final class PanelList {
    private static final int OPEN = 3;
    static final long CALM_MS = 3_000;

    enum Rule {
        /** What the service sends stands there at once. */
        AS_SENT,
        /** What comes and what goes waits until the last change is three seconds old, as in the panel. */
        CALM
    }

    private final Rule rule;

    PanelList(Rule rule) {
        this.rule = rule;
    }

    private record Waiting(long due, List<Suggestion> set) {}

    private List<Suggestion> shown = List.of();
    private long changedAt = -CALM_MS;
    private @Nullable Waiting later;
    /** When the open cards became others, but for warnings. */
    private final List<Long> changes = new ArrayList<>();

    void receive(long at, List<Suggestion> set) {
        pass(at);
        later = null;
        boolean fresh = set.stream().anyMatch(this::isNew);
        boolean warns = set.stream().anyMatch(it -> isNew(it) && it.kind() == Card.Kind.WARNING);
        boolean gone = shown.stream().anyMatch(old -> set.stream().noneMatch(it -> sameCard(it, old)));
        long calm = changedAt + CALM_MS - at;
        if (rule == Rule.CALM && !shown.isEmpty() && (fresh || gone) && calm > 0 && !warns) {
            later = new Waiting(at + calm, List.copyOf(set));
        } else {
            show(at, set, warns);
        }
    }

    /** What waits for its time comes. */
    void pass(long at) {
        var waiting = later;
        if (waiting != null && waiting.due() <= at) {
            later = null;
            show(
                    waiting.due(),
                    waiting.set(),
                    waiting.set().stream().anyMatch(it -> isNew(it) && it.kind() == Card.Kind.WARNING));
        }
    }

    /** Whether two changes lie within three seconds. */
    static boolean isRestless(List<Long> changes) {
        for (int i = 1; i < changes.size(); i++) {
            if (changes.get(i) - changes.get(i - 1) < CALM_MS) {
                return true;
            }
        }
        return false;
    }

    List<Long> changes() {
        return changes;
    }

    private void show(long at, List<Suggestion> next, boolean warns) {
        var before = open(shown);
        var staying = next.stream().collect(Collectors.toMap(Suggestion::id, Function.identity()));
        var others = new ArrayDeque<Suggestion>();
        var list = new ArrayList<Suggestion>();
        for (Suggestion one : next) {
            if (isNew(one)) {
                if (one.kind() == Card.Kind.WARNING) {
                    list.add(one);
                } else {
                    others.add(one);
                }
            }
        }
        for (Suggestion old : shown) {
            var now = staying.get(old.id());
            if (now == null && old.kind() != Card.Kind.WARNING) {
                now = others.poll();
            }
            if (now != null) {
                list.add(now);
            }
        }
        list.addAll(others);
        if (!ids(list).equals(ids(shown))) {
            changedAt = at;
        }
        shown = List.copyOf(list);
        if (!before.equals(open(shown)) && !warns) {
            changes.add(at);
        }
    }

    private boolean isNew(Suggestion one) {
        return shown.stream().noneMatch(old -> sameCard(one, old));
    }

    private static boolean sameCard(Suggestion one, Suggestion other) {
        return one.id().equals(other.id());
    }

    static List<SuggestionId> open(List<Suggestion> list) {
        return ids(list.subList(0, Math.min(OPEN, list.size())));
    }

    private static List<SuggestionId> ids(List<Suggestion> list) {
        return list.stream().map(Suggestion::id).toList();
    }
}
