package dev.yiwen.assist.watch;

import dev.yiwen.assist.card.Card;
import dev.yiwen.assist.card.Lane;
import dev.yiwen.assist.card.LaneEdit;
import dev.yiwen.assist.card.Suggestions;
import dev.yiwen.assist.watch.rule.Severity;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.shared.Messages;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Warnings as cards: the new ones first, those shown before below them, until an agent dismisses them. */
@Singleton
final class WarningCards {
    private static final String KEY = "key";
    private static final String SEQ = "seq";
    private static final String GRAVE = "grave";

    private final Suggestions suggestions;
    private final LaneEdit lanes;
    private final Messages messages;

    WarningCards(Suggestions suggestions, LaneEdit lanes, Messages messages) {
        this.lanes = lanes;
        this.suggestions = suggestions;
        this.messages = messages;
    }

    /** Slugs of the articles that the agent sees now. */
    Uni<List<String>> articles(ConversationId conversation) {
        return suggestions
                .current(conversation)
                .map(set -> set.suggestions().stream()
                        .flatMap(it -> {
                            var source = it.source();
                            return source == null ? Stream.empty() : Stream.of(source.article());
                        })
                        .toList());
    }

    /**
     * @param seq number of the message that they are about
     * @param gone which of the cards shown before go
     */
    Uni<Void> show(ConversationId conversation, long seq, List<Warning> warnings, Predicate<JsonObject> gone) {
        var cards = new ArrayList<Card>();
        for (int at = 0; at < warnings.size(); at++) {
            cards.add(card(warnings.get(at), seq, at));
        }
        return lanes.change(conversation, Lane.WATCH, before -> WarningList.after(before, seq, cards, gone));
    }

    /** What an article became is the same news whichever message it is told after. */
    private static String key(Warning warning, long seq, int at) {
        var source = warning.source();
        return warning.kind() == Warning.Kind.CHANGED && source != null
                ? "changed:" + source.article() + "@" + source.revision()
                : warning.kind().wire() + ":" + seq + ":" + at;
    }

    static long seq(JsonObject details) {
        return details.getLong(SEQ, 0L);
    }

    static boolean is(JsonObject details, Warning.Kind kind) {
        return kind.wire().equals(details.getString("warning"));
    }

    static boolean isGrave(JsonObject details) {
        return GRAVE.equals(details.getString("severity"));
    }

    private Card card(Warning warning, long seq, int at) {
        var kind = warning.kind().wire();
        var key = key(warning, seq, at);
        var details = new JsonObject()
                .put(KEY, key)
                .put("warning", kind)
                .put("severity", warning.severity() == Severity.GRAVE ? GRAVE : "remind")
                .put("said", warning.said())
                .put("should", warning.should())
                .put(SEQ, seq);
        var source = warning.source();
        if (source != null) {
            details.put("article", source.article())
                    .put("title", source.title())
                    .put("revision", source.revision());
        }
        return new Card(
                key,
                Card.Kind.WARNING,
                messages.text("watch." + kind),
                warning.should(),
                null,
                null,
                Audience.AGENT,
                1,
                details);
    }
}
