package dev.yiwen.command.assist;

import dev.yiwen.assist.card.Card;
import dev.yiwen.assist.card.CardWork;
import dev.yiwen.assist.card.Lane;
import dev.yiwen.assist.card.Suggestion;
import dev.yiwen.assist.card.SuggestionSet;
import dev.yiwen.assist.card.Suggestions;
import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.Utterances;
import dev.yiwen.identity.Customers;
import dev.yiwen.identity.Staff;
import dev.yiwen.shared.Signals;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/**
 * Plays talks as calls: each turn is a final utterance, as an event of a telephone system stores it, and what an agent's panel would be
 * sent is taken down. What is worked out for a turn is waited for before the next; the clock of the call is that of people who speak.
 */
@Singleton
class SessionPlay {
    private static final double CHARACTERS_A_SECOND = 4;
    private static final long BREATH_MS = 800;
    private static final long REST_MS = 60;
    private static final long LONGEST_MS = 180_000;

    private final Conversations conversations;
    private final Utterances utterances;
    private final Customers customers;
    private final Suggestions suggestions;
    private final CardWork work;
    private final Pool database;
    private final Signals signals;
    private final Map<ConversationId, Panel> panels = new ConcurrentHashMap<>();

    SessionPlay(
            Conversations conversations,
            Utterances utterances,
            Customers customers,
            Suggestions suggestions,
            CardWork work,
            Pool database,
            Signals signals) {
        this.conversations = conversations;
        this.utterances = utterances;
        this.customers = customers;
        this.suggestions = suggestions;
        this.work = work;
        this.database = database;
        this.signals = signals;
    }

    /** @param after milliseconds after the words were handed in */
    record Sent(double after, SuggestionSet set) {}

    /**
     * @param at when its last word was spoken, in milliseconds of the call
     * @param seq its number in the call
     * @param sent in the order of their coming
     */
    record PlayedTurn(int index, long at, long seq, List<Sent> sent) {}

    /** @param made for the turn of each number, the cards of each lane */
    record Played(Session session, List<PlayedTurn> turns, Map<Long, Map<Lane, Set<UUID>>> made) {}

    private static final class Panel {
        final ConcurrentLinkedQueue<Sent> sent = new ConcurrentLinkedQueue<>();
        volatile long since = System.nanoTime();
        private long version = -1;

        synchronized void receive(SuggestionSet set) {
            if (set.version() >= version) {
                version = set.version();
                sent.add(new Sent((System.nanoTime() - since) / 1e6, set));
            }
        }
    }

    /** Once, before the first. */
    void listen() {
        signals.listen(Suggestions.TOPIC, this::changed, () -> {});
    }

    private void changed(String conversation) {
        var id = ConversationId.of(UUID.fromString(conversation));
        var panel = panels.get(id);
        if (panel != null) {
            suggestions.current(id).subscribe().with(panel::receive, failure -> {});
        }
    }

    /** Blocks until the call is over. */
    Played of(Session session, Staff agent) throws InterruptedException {
        var call = call(agent);
        var panel = new Panel();
        panels.put(call.id(), panel);
        var turns = new ArrayList<PlayedTurn>();
        long at = 0;
        for (int i = 0; i < session.turns().size(); i++) {
            var turn = session.turns().get(i);
            at += BREATH_MS
                    + Math.round(turn.text().codePointCount(0, turn.text().length()) * 1000 / CHARACTERS_A_SECOND);
            panel.sent.clear();
            panel.since = System.nanoTime();
            var author = turn.byCustomer() ? new Author.Customer() : new Author.Agent(agent.id(), agent.name());
            var message = utterances
                    .append(call.id(), author, "u" + i, turn.text(), at)
                    .await()
                    .indefinitely();
            rest(call.id());
            turns.add(new PlayedTurn(i, at, message.seq(), List.copyOf(panel.sent)));
        }
        panels.remove(call.id());
        var made = made(call.id());
        conversations
                .load(call.id())
                .chain(it -> conversations.close(it.id(), it.epoch()))
                .await()
                .indefinitely();
        return new Played(session, turns, made);
    }

    private Conversation call(Staff agent) {
        return customers
                .visitor()
                .chain(customer -> conversations.openCall(customer.id(), "13800138000"))
                .chain(opened -> conversations.assign(opened.id(), opened.epoch(), agent.id()))
                .await()
                .indefinitely()
                .orElseThrow();
    }

    /** Events are passed on by threads of their own: quiet for a while is done. */
    private void rest(ConversationId call) throws InterruptedException {
        long began = System.nanoTime();
        long quiet = began;
        while (System.nanoTime() - quiet < REST_MS * 1_000_000 && System.nanoTime() - began < LONGEST_MS * 1_000_000) {
            Thread.sleep(5);
            if (!work.rests(call)) {
                quiet = System.nanoTime();
            }
        }
    }

    private Map<Long, Map<Lane, Set<UUID>>> made(ConversationId call) {
        var made = new HashMap<Long, Map<Lane, Set<UUID>>>();
        database.preparedQuery("select lane, for_seq, suggestions from suggestion_set where conversation_id = $1")
                .execute(Tuple.of(call.value()))
                .await()
                .indefinitely()
                .forEach(row -> made.computeIfAbsent(row.getLong("for_seq"), it -> new EnumMap<>(Lane.class))
                        .put(
                                Lane.valueOf(row.getString("lane")),
                                Arrays.stream(row.getArrayOfUUIDs("suggestions"))
                                        .collect(Collectors.toSet())));
        return made;
    }

    /** The cards of a set that say, show or ask something; a warning is about the agent's own words. */
    static List<Suggestion> helpful(SuggestionSet set) {
        return set.suggestions().stream()
                .filter(it -> it.kind() != Card.Kind.WARNING)
                .toList();
    }
}
