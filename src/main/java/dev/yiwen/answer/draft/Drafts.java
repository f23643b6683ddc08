package dev.yiwen.answer.draft;

import dev.yiwen.brand.Brands;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Delivery;
import dev.yiwen.conversation.Ephemeral;
import dev.yiwen.conversation.Message;
import dev.yiwen.conversation.Redactions;
import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.llm.LanguageModel;
import dev.yiwen.llm.Prompt;
import dev.yiwen.llm.Redaction;
import dev.yiwen.llm.Reply;
import dev.yiwen.retrieval.ProductWords;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Lets the chat model, when there is one, put a curated answer into words that fit the question. */
@Singleton
public final class Drafts {
    private static final Logger LOG = Logger.getLogger(Drafts.class);
    // Signals between instances are short.
    private static final int LONGEST_SHOWN = 2_000;
    private static final Answer NONE = new Answer(null, null);

    /**
     * What came of asking the model.
     *
     * @param text checked, or null when the curated answer must be sent instead
     * @param drafting for the trace; null when the model was not asked
     */
    public record Answer(@Nullable String text, @Nullable Drafting drafting) {}

    private final LanguageModel model;
    private final BiConsumer<Message, String> screen;
    private final BiFunction<ConversationId, String, Uni<Redaction>> redactions;
    private final Supplier<String> bot;

    @Inject
    Drafts(LanguageModel model, Delivery delivery, Redactions redactions, Brands brands) {
        this(
                model,
                (asked, text) -> delivery.ephemeral(asked.conversation(), new Ephemeral.Draft(asked.seq(), text))
                        .subscribe()
                        .with(sent -> {}, failure -> LOG.debug("A draft was not passed on", failure)),
                redactions::of,
                () -> brands.shown().chinese().bot());
    }

    /** @param screen shows what is written so far in reply to a message */
    Drafts(LanguageModel model, BiConsumer<Message, String> screen) {
        this(model, screen, (conversation, text) -> Uni.createFrom().item(Redaction.of(text)), () -> "AI");
    }

    private Drafts(
            LanguageModel model,
            BiConsumer<Message, String> screen,
            BiFunction<ConversationId, String, Uni<Redaction>> redactions,
            Supplier<String> bot) {
        this.bot = bot;
        this.model = model;
        this.screen = screen;
        this.redactions = redactions;
    }

    /**
     * Writes the answer, and shows it to who watches the conversation while it is written. Never fails.
     *
     * @param question what was looked up
     * @param asked the message that is answered
     */
    public Uni<Answer> of(Article article, String question, Message asked) {
        if (!model.configured() || article.audience() != Audience.CUSTOMER) {
            return Uni.createFrom().item(NONE);
        }
        return Uni.createFrom()
                .deferred(() -> write(article, question, asked))
                .onFailure()
                .invoke(failure -> LOG.error("A draft failed", failure))
                .onFailure()
                .recoverWithItem(NONE);
    }

    private Uni<Answer> write(Article article, String question, Message asked) {
        return redactions
                .apply(asked.conversation(), ComposePrompt.question(question))
                .chain(redacted -> write(article, redacted, asked));
    }

    private Uni<Answer> write(Article article, Redaction question, Message asked) {
        List<EvidencePassage> passages = EvidencePassage.of(article);
        Prompt prompt = ComposePrompt.of(asked.conversation(), article, passages, question, bot.get());
        var verifier = new Verifier(article, passages, ProductWords.all(), prompt.user());
        var draft = new Draft(verifier, text -> show(asked, prompt.user().restore(text)));
        return model.write(prompt, draft::add).map(reply -> finished(prompt, draft, reply));
    }

    private Answer finished(Prompt prompt, Draft draft, Reply reply) {
        return switch (reply) {
            case Reply.Whole whole -> {
                Optional<String> text = draft.end();
                String outcome = text.isPresent() ? "USED" : draft.declined() ? "DECLINED" : "TOO_LITTLE";
                yield new Answer(
                        text.map(prompt.user()::restore).orElse(null), drafting(outcome, prompt, draft, reply));
            }
            case Reply.Broken broken -> {
                draft.giveUp();
                LOG.warnf("The chat model gave no answer: %s", broken.fault());
                yield new Answer(null, drafting(broken.fault().name(), prompt, draft, reply));
            }
        };
    }

    private Drafting drafting(String outcome, Prompt prompt, Draft draft, Reply reply) {
        return new Drafting(
                model.name(), outcome, prompt.system(), prompt.user().text(), draft.lines(), reply.usage());
    }

    private void show(Message asked, String text) {
        if (text.length() <= LONGEST_SHOWN) {
            screen.accept(asked, text);
        }
    }
}
