package dev.yiwen.answer;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.CustomerMessageCommitted;
import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.conversation.Message;
import dev.yiwen.conversation.Owner;
import dev.yiwen.conversation.OwnerChanged;
import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.shared.HomeZone;
import dev.yiwen.shared.Messages;
import dev.yiwen.shared.Problem;
import dev.yiwen.triage.Triage;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Says at once what somebody in danger should do, whoever has the conversation: the words of the published article {@code
 * safety/} and the kind, {@code safety/gas} for one, or {@code safety/danger}, else of the message bundle.
 */
@Singleton
final class SafetyWords {
    private static final Logger LOG = Logger.getLogger(SafetyWords.class);
    /** What is right for one is wrong for another: no switch is touched where there is gas. The first that is named counts. */
    private static final List<String> KINDS = List.of("despair", "fraud", "poison", "gas", "water");

    private static final String ANY_OTHER = "danger";
    private static final int LOOKED_AT = 200;

    private final Conversations conversations;
    private final Triage triage;
    private final Articles articles;
    private final Wordings wordings;
    private final Messages messages;

    SafetyWords(Conversations conversations, Triage triage, Articles articles, Wordings wordings, Messages messages) {
        this.wordings = wordings;
        this.conversations = conversations;
        this.triage = triage;
        this.articles = articles;
        this.messages = messages;
    }

    void onCustomerMessage(@ObservesAsync CustomerMessageCommitted committed) {
        // Who telephones reads nothing.
        if (committed.conversation().channel() == Channel.VOICE
                || triage.danger(committed.message()).isEmpty()) {
            return;
        }
        sayOrLog(committed.message());
    }

    private void sayOrLog(Message message) {
        say(message)
                .subscribe()
                .with(
                        done -> {},
                        failure -> LOG.errorf(
                                failure,
                                "No words of safety in %s",
                                message.conversation().value()));
    }

    /** Danger that no word of a list tells is known when the bot has handed over for it. */
    void onOwnerChanged(@ObservesAsync OwnerChanged changed) {
        var after = changed.after();
        if (after.channel() == Channel.VOICE
                || !(changed.before().owner() instanceof Owner.Bot)
                || !(after.owner() instanceof Owner.Queue queue)
                || queue.reason().code() != HandoffReason.Code.URGENT) {
            return;
        }
        var evidence = queue.reason().evidence().getLast();
        var message = new Message(
                after.id(), evidence.seq(), new Author.Customer(), new Body.Text(evidence.words()), Instant.now());
        if (triage.danger(message).isEmpty()) {
            sayOrLog(message);
        }
    }

    /** Once in a conversation for each kind of danger, also when the message is taken up again. */
    Uni<Void> say(Message message) {
        var kind = kindOf(message.body().text());
        var code = "safety-" + kind;
        return conversations
                .messagesAfter(message.conversation(), Math.max(0, message.seq() - LOOKED_AT), LOOKED_AT * 2)
                .chain(said -> said.stream()
                                .anyMatch(it -> it.body() instanceof Body.Notice n
                                        && n.code().equals(code))
                        ? Uni.createFrom().voidItem()
                        : words(kind)
                                .chain(text -> conversations.appendNotice(
                                        message.conversation(), new Body.Notice(code, text, Map.of())))
                                .replaceWithVoid());
    }

    String kindOf(String text) {
        return KINDS.stream()
                .filter(kind -> Pattern.compile(messages.text("answer.safety." + kind + ".cues"))
                        .matcher(text)
                        .find())
                .findFirst()
                .orElse(ANY_OTHER);
    }

    private Uni<String> words(String kind) {
        var standard = messages.text("answer.safety." + kind);
        return articles.load("safety/" + kind)
                .chain(it -> mayBeSaid(it)
                        ? wordings.forAnybody().of(it).map(Article::answer)
                        : Uni.createFrom().item(standard))
                .onFailure(Problem.class)
                .recoverWithItem(standard);
    }

    private static boolean mayBeSaid(Article article) {
        return article.audience() == Audience.CUSTOMER
                && article.state() == Article.State.PUBLISHED
                && article.validOn(HomeZone.today());
    }
}
