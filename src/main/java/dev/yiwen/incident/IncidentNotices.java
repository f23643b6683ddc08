package dev.yiwen.incident;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.Message;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/** What a customer who asks is told before anything else. */
@Singleton
public final class IncidentNotices {
    private static final Logger LOG = Logger.getLogger(IncidentNotices.class);

    /** An answer never waits longer for it. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final int READ = 40;

    private final Incidents incidents;
    private final Conversations conversations;
    private final Concerned concerned;
    private final Tellings tellings;

    IncidentNotices(Incidents incidents, Conversations conversations, Concerned concerned, Tellings tellings) {
        this.incidents = incidents;
        this.conversations = conversations;
        this.concerned = concerned;
        this.tellings = tellings;
    }

    /**
     * Tells what stands and concerns whoever wrote that message, and what is over that they were told of. Never fails; without
     * anything declared it asks nobody.
     *
     * @param articles slugs of what the bot is about to answer with
     */
    public Uni<Void> before(Conversation conversation, Message message, Set<String> articles) {
        var standing = incidents.told();
        var over = incidents.over();
        if (standing.isEmpty() && over.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return standing(standing, conversation, message, articles)
                .chain(() -> over.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : tellings.overBefore(over, conversation.customer(), conversation.id()))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .invoke(e -> LOG.warnf("Somebody was not told what stands: %s", e.toString()))
                .onFailure()
                .recoverWithNull();
    }

    /** The one that fits best, so that nobody has to read two. */
    private Uni<Void> standing(
            List<Incident> standing, Conversation conversation, Message message, Set<String> articles) {
        var asked = new Said(List.of(message.body().text()), List.of(), articles, null, null);
        var ofMatter = standing.stream()
                .filter(it -> ScopeReading.matter(it.scope(), asked))
                .toList();
        if (ofMatter.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return conversations.upTo(message, READ).chain(said -> {
            var before = said.stream()
                    .filter(it -> it.author() instanceof Author.Customer && it.body() instanceof Body.Text)
                    .map(it -> it.body().text())
                    .toList();
            var all = new Said(asked.about(), before, articles, null, null);
            return Multi.createFrom()
                    .iterable(ofMatter)
                    .onItem()
                    .transformToUniAndConcatenate(it ->
                            concerned.by(it, conversation.customer(), all).map(affected -> new Found(it, affected)))
                    .filter(it -> it.affected != Affected.NO)
                    .collect()
                    .asList()
                    .chain(found -> found.stream()
                            .min(Comparator.comparing(Found::affected))
                            .map(it -> tellings.asked(
                                    it.incident, conversation.id(), message.seq(), it.affected == Affected.YES))
                            .orElseGet(() -> Uni.createFrom().voidItem()));
        });
    }

    private record Found(Incident incident, Affected affected) {}
}
