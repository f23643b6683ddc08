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
import dev.yiwen.llm.Toolbox;
import dev.yiwen.promise.PromiseCheck;
import dev.yiwen.retrieval.ProductWords;
import io.micrometer.core.instrument.Metrics;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
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
    private final PromiseReading.Comparison promises;
    private final @Nullable DraftFacts facts;

    /** What a draft may rest on beside the article, and what it is held against. */
    @Singleton
    record Grounds(PromiseCheck promises, DraftFacts facts) {}

    @Inject
    Drafts(LanguageModel model, Delivery delivery, Redactions redactions, Brands brands, Grounds grounds) {
        this(
                model,
                grounds.promises()::against,
                grounds.facts(),
                (asked, text) -> delivery.ephemeral(asked.conversation(), new Ephemeral.Draft(asked.seq(), text))
                        .subscribe()
                        .with(sent -> {}, failure -> LOG.debug("A draft was not passed on", failure)),
                redactions::of,
                () -> brands.shown().chinese().bot());
    }

    /** @param screen shows what is written so far in reply to a message */
    Drafts(
            LanguageModel model,
            PromiseReading.Comparison promises,
            @Nullable DraftFacts facts,
            BiConsumer<Message, String> screen) {
        this(
                model,
                promises,
                facts,
                screen,
                (conversation, text) -> Uni.createFrom().item(Redaction.of(text)),
                () -> "AI");
    }

    private Drafts(
            LanguageModel model,
            PromiseReading.Comparison promises,
            @Nullable DraftFacts facts,
            BiConsumer<Message, String> screen,
            BiFunction<ConversationId, String, Uni<Redaction>> redactions,
            Supplier<String> bot) {
        this.bot = bot;
        this.promises = promises;
        this.facts = facts;
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
                .chain(redacted ->
                        lookups(article, asked).chain(lookups -> write(article, question, redacted, asked, lookups)));
    }

    /** The article's passages, and the tools that add to them. */
    private record Evidence(List<EvidencePassage> passages, int ofArticle, DraftFacts.@Nullable Lookups lookups) {}

    private Uni<Evidence> lookups(Article article, Message asked) {
        var passages = new CopyOnWriteArrayList<>(EvidencePassage.of(article));
        int own = passages.size();
        var live = facts;
        return live == null
                ? Uni.createFrom().item(new Evidence(passages, own, null))
                : live.customer(asked.conversation())
                        .map(customer -> new Evidence(
                                passages,
                                own,
                                customer.map(it -> live.of(it, passages)).orElse(null)));
    }

    private Uni<Answer> write(Article article, String question, Redaction redacted, Message asked, Evidence evidence) {
        var lookups = evidence.lookups();
        Prompt prompt = ComposePrompt.of(
                asked.conversation(),
                article,
                List.copyOf(evidence.passages()),
                redacted,
                bot.get(),
                lookups == null ? Toolbox.NONE : lookups);
        var verifier = new Verifier(article, evidence.passages(), ProductWords.all(), prompt.user());
        var draft = new Draft(
                verifier,
                PromiseReading.of(article, evidence.ofArticle(), question, promises),
                text -> show(asked, prompt.user().restore(text)));
        return model.write(prompt, draft::add)
                .map(reply -> finished(prompt, draft, reply, lookups == null ? List.of() : lookups.looked()));
    }

    private Answer finished(Prompt prompt, Draft draft, Reply reply, List<Drafting.Looked> looked) {
        return switch (reply) {
            case Reply.Whole whole -> {
                Optional<String> text = draft.end();
                String outcome = text.isPresent() ? "USED" : unused(draft);
                yield new Answer(
                        text.map(prompt.user()::restore).orElse(null), drafting(outcome, prompt, draft, reply, looked));
            }
            case Reply.Broken broken -> {
                draft.giveUp();
                LOG.warnf("The chat model gave no answer: %s", broken.fault());
                yield new Answer(null, drafting(broken.fault().name(), prompt, draft, reply, looked));
            }
        };
    }

    private static String unused(Draft draft) {
        if (draft.promisesWrongly()) {
            Metrics.counter("yiwen.answer.wrong-promises").increment();
            LOG.warn("What the chat model promised is not what the article says; the curated answer goes out");
            return "WRONG_PROMISE";
        }
        return draft.declined() ? "DECLINED" : "TOO_LITTLE";
    }

    private Drafting drafting(String outcome, Prompt prompt, Draft draft, Reply reply, List<Drafting.Looked> looked) {
        return new Drafting(
                model.name(), outcome, prompt.system(), prompt.user().text(), draft.lines(), looked, reply.usage());
    }

    private void show(Message asked, String text) {
        if (text.length() <= LONGEST_SHOWN) {
            screen.accept(asked, text);
        }
    }
}
