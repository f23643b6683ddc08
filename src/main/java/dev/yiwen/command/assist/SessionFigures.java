package dev.yiwen.command.assist;

import dev.yiwen.assist.card.Lane;
import dev.yiwen.assist.card.Suggestion;
import dev.yiwen.command.assist.SessionPlay.Played;
import dev.yiwen.command.assist.SessionPlay.PlayedTurn;
import dev.yiwen.command.assist.SessionPlay.Sent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counts what played calls showed. */
final class SessionFigures {
    private int calls;
    private int customerTurns;
    private int withCard;
    private final Map<Lane, Integer> byLane = new EnumMap<>(Lane.class);
    private final Map<PanelList.Rule, Integer> restless = new EnumMap<>(PanelList.Rule.class);
    private final List<Double> waited = new ArrayList<>();
    private final List<FirstCard> first = new ArrayList<>();

    synchronized void add(Played call) {
        calls++;
        for (PlayedTurn turn : call.turns()) {
            if (call.session().turns().get(turn.index()).byCustomer()) {
                customerTurn(call, turn);
            }
        }
        for (PanelList.Rule rule : PanelList.Rule.values()) {
            if (PanelList.isRestless(changes(call, rule))) {
                restless.merge(rule, 1, Integer::sum);
            }
        }
    }

    private void customerTurn(Played call, PlayedTurn turn) {
        customerTurns++;
        var made = call.made().getOrDefault(turn.seq(), Map.of());
        made.forEach((lane, cards) -> {
            if (!cards.isEmpty()) {
                byLane.merge(lane, 1, Integer::sum);
            }
        });
        Set<UUID> helpful = made.entrySet().stream()
                .filter(it -> it.getKey() != Lane.WATCH)
                .flatMap(it -> it.getValue().stream())
                .collect(Collectors.toSet());
        if (helpful.isEmpty()) {
            return;
        }
        withCard++;
        turn.sent().stream()
                .filter(it -> it.set().forSeq() >= turn.seq() && card(it, helpful) != null)
                .findFirst()
                .ifPresent(it -> waited.add(it.after()));
        if (!turn.sent().isEmpty()) {
            var card = card(turn.sent().getLast(), helpful);
            if (card != null) {
                first.add(FirstCard.of(call.session(), turn.index(), card));
            }
        }
    }

    private static @Nullable Suggestion card(Sent sent, Set<UUID> of) {
        return SessionPlay.helpful(sent.set()).stream()
                .filter(it -> of.contains(it.id().value()))
                .findFirst()
                .orElse(null);
    }

    private static List<Long> changes(Played call, PanelList.Rule rule) {
        var list = new PanelList(rule);
        for (PlayedTurn turn : call.turns()) {
            for (Sent sent : turn.sent()) {
                list.receive(turn.at() + Math.round(sent.after()), sent.set().suggestions());
            }
        }
        list.pass(Long.MAX_VALUE);
        return list.changes();
    }

    /** In the order of sessions and turns. */
    synchronized List<FirstCard> firstCards() {
        return first.stream()
                .sorted(Comparator.comparing(FirstCard::session).thenComparing(FirstCard::turn))
                .toList();
    }

    synchronized Map<String, Object> asMap() {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("calls", calls);
        figures.put("customerTurns", customerTurns);
        figures.put("withCard", share(withCard, customerTurns));
        var lanes = new LinkedHashMap<String, Object>();
        for (Lane lane : Lane.values()) {
            lanes.put(lane.name().toLowerCase(Locale.ROOT), share(byLane.getOrDefault(lane, 0), customerTurns));
        }
        figures.put("byLane", lanes);
        var changing = new LinkedHashMap<String, Object>();
        for (PanelList.Rule rule : PanelList.Rule.values()) {
            changing.put(rule.name().toLowerCase(Locale.ROOT), share(restless.getOrDefault(rule, 0), calls));
        }
        figures.put("twiceWithin3s", changing);
        figures.put("toCardMs", Map.of("p50", quantile(0.5), "p95", quantile(0.95)));
        return figures;
    }

    private double quantile(double share) {
        var sorted = waited.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : Math.round(10 * sorted.get((int) Math.ceil(share * sorted.size()) - 1)) / 10.0;
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : Math.round(1e4 * part / whole) / 1e4;
    }
}
