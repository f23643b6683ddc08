package dev.yiwen.answer.trace;

import dev.yiwen.answer.AnswerPreview;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.Message;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks back at a turn: what was asked and said, what was known then, and what would come of it today. */
@Singleton
final class TurnReview {
    private final Traces traces;
    private final Conversations conversations;
    private final Articles articles;
    private final AnswerPreview preview;

    TurnReview(Traces traces, Conversations conversations, Articles articles, AnswerPreview preview) {
        this.traces = traces;
        this.conversations = conversations;
        this.articles = articles;
        this.preview = preview;
    }

    /** A turn with its words; {@code said} is null when somebody else had taken over before the bot spoke. */
    record Turn(
            Map<String, Object> trace,
            @Nullable Body asked,
            @Nullable Body said) {}

    /** Fails with {@code NOT_FOUND} when no turn of the bot wrote, or answered, that message. */
    Uni<Turn> then(ConversationId conversation, long seq) {
        return trace(conversation, seq)
                .chain(trace -> Uni.combine()
                        .all()
                        .unis(body(conversation, trace.getLong("inReplyTo")), body(conversation, trace.getLong("seq")))
                        .asTuple()
                        .map(it -> new Turn(
                                trace.getMap(),
                                it.getItem1().orElse(null),
                                it.getItem2().orElse(null))));
    }

    /** Nothing is stored, nobody is called, no model is asked. */
    Uni<AnswerPreview.Seen> now(ConversationId conversation, long seq) {
        return trace(conversation, seq)
                .chain(trace -> message(conversation, trace.getLong("inReplyTo")))
                .map(found -> found.orElseThrow(() -> missing(seq)))
                .chain(preview::again);
    }

    Uni<List<ThenAndNow>> articles(ConversationId conversation, long seq) {
        return trace(conversation, seq).chain(trace -> {
            var found = trace.getJsonArray("candidates", new JsonArray()).stream()
                    .map(it -> article((JsonObject) it))
                    .toList();
            return found.isEmpty()
                    ? Uni.createFrom().item(List.of())
                    : Uni.join().all(found).andFailFast();
        });
    }

    private Uni<ThenAndNow> article(JsonObject candidate) {
        String slug = candidate.getString("article");
        return articles.load(slug)
                .chain(it -> articles.revisions(it.id()))
                .map(all -> ThenAndNow.of(slug, candidate.getInteger("revision"), all));
    }

    private Uni<JsonObject> trace(ConversationId conversation, long seq) {
        return traces.find(conversation, seq).map(found -> found.orElseThrow(() -> missing(seq)));
    }

    private Uni<Optional<Body>> body(ConversationId conversation, @Nullable Long seq) {
        return seq == null
                ? Uni.createFrom().item(Optional.empty())
                : message(conversation, seq).map(found -> found.map(Message::body));
    }

    private Uni<Optional<Message>> message(ConversationId conversation, long seq) {
        return conversations
                .messagesAfter(conversation, seq - 1, 1)
                .map(found -> found.stream().filter(it -> it.seq() == seq).findFirst());
    }

    private static Problem missing(long seq) {
        return new Problem(Problem.Kind.NOT_FOUND, "No bot turn wrote message " + seq);
    }
}
