package dev.yiwen.conversation;

import dev.yiwen.conversation.delivery.News;
import dev.yiwen.conversation.delivery.Recent;
import dev.yiwen.conversation.delivery.Watcher;
import dev.yiwen.conversation.store.ConversationRows;
import dev.yiwen.conversation.store.Transcript.Appended;
import dev.yiwen.shared.Ids;
import dev.yiwen.shared.Signals;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Brings what any instance committed to whoever watches a conversation on this one. A signal marks the conversation; one
 * read at a time takes all that are marked and pushes what is new. So a burst costs few reads, and the more there is to do
 * the more each read brings. What this instance committed itself needs no reading ({@link Recent}).
 */
@Singleton
public class Delivery {
    private static final Logger LOG = Logger.getLogger(Delivery.class);
    private static final String EPHEMERAL = "ephemeral";
    private static final int CONVERSATIONS_A_READ = 256;
    private static final Duration AFTER_FAILURE = Duration.ofMillis(500);
    /** A signal may overtake the answer to the commit that sent it; what comes of that commit is awaited so long. */
    private static final Duration OVERTAKEN = Duration.ofMillis(10);

    /** An ephemeral on its way to the other instances; the one that sent it has shown it already. */
    record Passing(UUID from, ConversationId conversation, Ephemeral ephemeral) {}

    private final Signals signals;
    private final News news;
    private final Recent recent;
    private final ConversationRows rows;
    private final UUID self = Ids.next();
    private final Map<ConversationId, List<Watcher>> watchers = new ConcurrentHashMap<>();
    private final Set<ConversationId> marked = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean reading = new AtomicBoolean();
    private final Map<ConversationId, NewMessage> early = new ConcurrentHashMap<>();
    private final AtomicBoolean awaiting = new AtomicBoolean();

    Delivery(Signals signals, News news, Recent recent, ConversationRows rows) {
        this.signals = signals;
        this.news = news;
        this.recent = recent;
        this.rows = rows;
    }

    void start(@Observes StartupEvent event) {
        signals.listen(Conversations.MESSAGE_SIGNAL, payload -> committed(NewMessage.parse(payload)), this::markAll);
        signals.listen(EPHEMERAL, this::pass, () -> {});
        recent.onAdded(this::added);
    }

    /**
     * Pushes every committed message after {@code afterSeq} exactly once and in order, whichever instance committed it,
     * until the watch is closed. The consumers of one watch are called one after the other and must not block.
     *
     * @param owner gets the conversation as it is at the start, and again after each change of owner
     */
    public Watch watch(
            ConversationId conversation,
            long afterSeq,
            Consumer<Message> messages,
            Consumer<Conversation> owner,
            Consumer<Ephemeral> ephemeral) {
        var watcher = new Watcher(afterSeq, messages, owner, ephemeral, closed -> remove(conversation, closed));
        watchers.compute(conversation, (id, others) -> {
            var all = others == null ? new CopyOnWriteArrayList<Watcher>() : others;
            all.add(watcher);
            return all;
        });
        mark(conversation);
        return watcher;
    }

    /** Shows it to all who watch the conversation now, on every instance. */
    public Uni<Void> ephemeral(ConversationId conversation, Ephemeral ephemeral) {
        show(conversation, ephemeral);
        return signals.send(EPHEMERAL, rows.write(new Passing(self, conversation, ephemeral)));
    }

    private void remove(ConversationId conversation, Watcher closed) {
        watchers.computeIfPresent(conversation, (id, all) -> {
            all.remove(closed);
            return all.isEmpty() ? null : all;
        });
    }

    private void pass(String payload) {
        var passing = rows.read(payload, Passing.class);
        if (!passing.from().equals(self)) {
            show(passing.conversation(), passing.ephemeral());
        }
    }

    private void show(ConversationId conversation, Ephemeral ephemeral) {
        if (ephemeral instanceof Ephemeral.Corrected) {
            recent.drop(conversation);
        }
        watching(conversation).forEach(watcher -> watcher.push(ephemeral));
    }

    private List<Watcher> watching(ConversationId conversation) {
        return watchers.getOrDefault(conversation, List.of());
    }

    /** What the bot says is shown without waiting for its signal. A person's message follows its receipt, so it waits. */
    private void added(Appended appended) {
        var author = appended.message().author();
        if (author instanceof Author.Bot || author instanceof Author.System) {
            var conversation = appended.conversation();
            isShown(new NewMessage(conversation.id(), conversation.lastSeq(), conversation.epoch()));
        }
    }

    private void committed(NewMessage message) {
        if (!isShown(message)) {
            early.merge(message.conversation(), message, (a, b) -> a.seq() > b.seq() ? a : b);
            if (awaiting.compareAndSet(false, true)) {
                after(OVERTAKEN, this::lookAgain);
            }
        }
    }

    private void lookAgain() {
        awaiting.set(false);
        for (var id : List.copyOf(early.keySet())) {
            var message = early.remove(id);
            if (message != null && !isShown(message)) {
                mark(id);
            }
        }
    }

    /** Shows what this instance has to whoever is behind; false when it does not have everything. */
    private boolean isShown(NewMessage message) {
        var behind = watching(message.conversation()).stream()
                .filter(it -> it.isBehind(message))
                .mapToLong(Watcher::lastSeq)
                .min();
        if (behind.isEmpty()) {
            return true;
        }
        var news = recent.since(behind.getAsLong(), message);
        news.ifPresent(this::push);
        return news.isPresent();
    }

    private void mark(ConversationId conversation) {
        if (watchers.containsKey(conversation)) {
            marked.add(conversation);
            read();
        }
    }

    private void markAll() {
        marked.addAll(watchers.keySet());
        read();
    }

    private void read() {
        if (!marked.isEmpty() && reading.compareAndSet(false, true)) {
            var taken = take();
            var items = taken.isEmpty() ? Uni.createFrom().item(List.<News.Item>of()) : news.read(taken);
            items.subscribe().with(this::push, failure -> retry(taken.keySet(), failure));
        }
    }

    private Map<ConversationId, Long> take() {
        var taken = new LinkedHashMap<ConversationId, Long>();
        var all = marked.iterator();
        while (all.hasNext() && taken.size() < CONVERSATIONS_A_READ) {
            var conversation = all.next();
            // Unmarked before it is read: what is committed from here on marks it again.
            all.remove();
            watching(conversation).stream()
                    .mapToLong(Watcher::lastSeq)
                    .min()
                    .ifPresent(seq -> taken.put(conversation, seq));
        }
        return taken;
    }

    private void push(News.Item item) {
        watching(item.conversation().id()).forEach(watcher -> watcher.push(item.conversation(), item.messages()));
    }

    private void push(List<News.Item> items) {
        for (var item : items) {
            push(item);
            if (item.mayHaveMore()) {
                marked.add(item.conversation().id());
            }
        }
        reading.set(false);
        read();
    }

    private void retry(Set<ConversationId> taken, Throwable failure) {
        LOG.warnf("Reading what is new in %d conversations failed: %s", taken.size(), failure.getMessage());
        after(AFTER_FAILURE, () -> {
            marked.addAll(taken);
            reading.set(false);
            read();
        });
    }

    private static void after(Duration delay, Runnable work) {
        Uni.createFrom().voidItem().onItem().delayIt().by(delay).subscribe().with(done -> work.run());
    }
}
