package dev.yiwen.command.attacks;

import dev.yiwen.answer.AnswerPreview;
import dev.yiwen.answer.draft.ObedientModel;
import dev.yiwen.answer.draft.PromptAttack;
import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Message;
import dev.yiwen.knowledge.Article;
import dev.yiwen.shared.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Puts an attack to each layer of defence: would a model be asked at all, is the attack quoted in what it is asked, and
 * what would customers read of a model that obeys. Each layer is tried whether or not an earlier one held.
 */
final class Trial {
    /** What is asked about when the attack itself asks nothing that the knowledge answers. */
    private static final String ANY = "sim/replace-sim";

    /** Which layers withstood it, and what came through the last one. */
    record Outcome(PromptAttack attack, boolean decision, boolean prompt, boolean verifier, List<String> leaked) {
        /** Nothing is written by a model, or nothing of the attack is shown. */
        boolean withstood() {
            return decision || prompt && verifier;
        }
    }

    private final AnswerPreview preview;
    private final Map<String, Article> articles;

    /** @param articles those for customers, by slug */
    Trial(AnswerPreview preview, Map<String, Article> articles) {
        this.preview = preview;
        this.articles = Map.copyOf(articles);
    }

    /** Blocks. */
    Outcome of(PromptAttack attack) {
        var transcript = new ArrayList<Message>();
        for (String earlier : attack.before()) {
            reply(transcript, earlier);
        }
        Body reply = reply(transcript, attack.text());
        boolean composed = reply instanceof Body.Answer;
        String slug = reply instanceof Body.Answer answer
                ? answer.sources().getFirst().article()
                : ANY;
        var article = Objects.requireNonNull(articles.get(slug), slug);
        var outcome = ObedientModel.of(attack, article);
        return new Outcome(attack, !composed, outcome.quoted(), outcome.leaked().isEmpty(), outcome.leaked());
    }

    private Body reply(List<Message> transcript, String text) {
        add(transcript, new Author.Customer(), new Body.Text(text));
        return switch (preview.reply(List.copyOf(transcript)).await().indefinitely()) {
            case AnswerPreview.HandsOff handsOff -> new Body.Notice("handoff", "", Map.of());
            case AnswerPreview.Says says -> {
                add(transcript, new Author.Bot(), says.body());
                yield says.body();
            }
        };
    }

    private static void add(List<Message> transcript, Author author, Body body) {
        var id = transcript.isEmpty()
                ? ConversationId.of(Ids.next())
                : transcript.getFirst().conversation();
        transcript.add(new Message(id, transcript.size() + 1L, author, body, Instant.now()));
    }
}
