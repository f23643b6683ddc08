package dev.yiwen.answer;

import dev.yiwen.answer.decision.Decision;
import dev.yiwen.answer.draft.Drafts;
import dev.yiwen.answer.draft.Opening;
import dev.yiwen.answer.reading.ShownWords;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.Message;
import dev.yiwen.conversation.Source;
import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.shared.Messages;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Puts a decision into words: curated answers in their own, beginning with what was asked; everything else from the message bundle. */
@Singleton
final class Composer {
    /** Small talk that may hide the wish for a human, or is of no use without one. */
    private static final Set<String> WITH_HUMAN =
            Set.of("identity", "insult", "angry-face", "number", "private-number", "other-company");

    private final PublishedAnswers published;
    private final Drafts drafts;
    private final Messages messages;

    Composer(PublishedAnswers published, Drafts drafts, Messages messages) {
        this.published = published;
        this.drafts = drafts;
        this.messages = messages;
    }

    /** {@code asked} is the message that is answered, {@code question} what was looked up for it. */
    Uni<Composition> answer(Decision.Answer answer, String question, Message asked, ArticleWording wording) {
        return composed(answer, question, wording, article -> drafts.of(article, question, asked));
    }

    /** Without a chat model. */
    Uni<Composition> curated(Decision.Answer answer, String question, ArticleWording wording) {
        return composed(answer, question, wording, article -> Uni.createFrom().item(new Drafts.Answer(null, null)));
    }

    private Uni<Composition> composed(
            Decision.Answer answer,
            String question,
            ArticleWording wording,
            Function<Article, Uni<Drafts.Answer>> drafting) {
        return published.of(answer.top()).chain(wording::of).chain(article -> {
            if (!mayBeShown(article)) {
                // It was withdrawn between being found and being read.
                return Uni.createFrom().item(lost());
            }
            return drafting.apply(article).map(draft -> answer(article, answer, question, draft));
        });
    }

    private static Composition answer(Article article, Decision.Answer answer, String question, Drafts.Answer draft) {
        String text = draft.text() != null ? draft.text() : Opening.of(question, article.question(), article.answer());
        return new Composition(
                new Body.Answer(text, List.of(source(article)), answer.confidence(), answer.related()),
                draft.drafting());
    }

    /** Several answers in one message, each under its question, verbatim. */
    Uni<Composition> answers(Decision.Answers answers, ArticleWording wording) {
        return Uni.join()
                .all(answers.tops().stream()
                        .map(it -> published.of(it).chain(wording::of))
                        .toList())
                .andFailFast()
                .map(articles -> articles.stream().filter(Composer::mayBeShown).toList())
                .map(articles -> articles.isEmpty() ? lost() : Composition.of(together(articles, answers)));
    }

    private Body together(List<Article> articles, Decision.Answers answers) {
        var parts = new ArrayList<String>();
        for (Article article : articles) {
            parts.add(
                    articles.size() == 1 ? article.answer() : "**" + article.question() + "**\n\n" + article.answer());
        }
        String open = answers.open();
        if (open != null) {
            String key = answers.related().isEmpty() ? "answer.open" : "answer.open-with-options";
            parts.add(messages.text(key, Map.of("words", open.strip())));
        }
        return new Body.Answer(
                String.join("\n\n", parts),
                articles.stream().map(Composer::source).toList(),
                answers.confidence(),
                answers.related());
    }

    /**
     * The same to a file: it begins with what was seen, so that whoever sent it can tell whether that is right.
     */
    Composition afterFile(Composition it, Message asked) {
        return new Composition(
                switch (it.body()) {
                    case Body.Answer answer ->
                        new Body.Answer(
                                seen("seen", asked) + "\n\n" + answer.text(),
                                answer.sources(),
                                answer.confidence(),
                                answer.related());
                    case Body.Clarify clarify ->
                        new Body.Clarify(
                                ShownWords.quoted(asked).isEmpty()
                                        ? messages.text("answer.picture." + unread(asked))
                                        : seen(clarify.options().size() > 1 ? "likely" : "lost", asked),
                                clarify.options(),
                                clarify.confidence());
                    case Body.SmallTalk smallTalk -> smallTalk;
                    case Body.Text text -> text;
                    case Body.Notice notice -> notice;
                },
                it.drafting());
    }

    private String seen(String how, Message asked) {
        return messages.text(
                "answer.picture." + how,
                Map.of("words", ShownWords.quoted(asked).orElse("")));
    }

    private static String unread(Message asked) {
        String type = asked.body() instanceof Body.Text text && text.file() != null
                ? text.file().mediaType()
                : "";
        return type.startsWith("image/") ? "unread" : type.startsWith("audio/") ? "voice" : "file";
    }

    private static boolean mayBeShown(Article article) {
        return article.audience() == Audience.CUSTOMER && article.state() == Article.State.PUBLISHED;
    }

    private static Source source(Article article) {
        return new Source(article.slug(), article.question(), article.revision());
    }

    private Composition lost() {
        return Composition.of(clarify(new Decision.Clarify(false, List.of(messages.text("answer.human")), 0)));
    }

    Body trouble(Throwable failure) {
        String code = troubleCode(failure);
        return new Body.Notice("bot-" + code, messages.text("answer.trouble." + code), Map.of());
    }

    private static String troubleCode(Throwable failure) {
        return switch (failure) {
            case Problem problem when problem.kind() == Problem.Kind.OVERLOADED -> "overloaded";
            case TimeoutException late -> "too-long";
            default -> "failed";
        };
    }

    Body clarify(Decision.Clarify clarify) {
        var missing = clarify.missing();
        if (missing != null) {
            String words = messages.text(
                    "answer.clarify.missing",
                    Map.of("asked", missing.asked(), "known", String.join("」「", missing.known())));
            return new Body.Clarify(words, clarify.options(), clarify.confidence());
        }
        // The way to a human is always among the options when nothing was found.
        String found = clarify.likely() ? "likely" : clarify.options().size() > 1 ? "lost-with-options" : "lost";
        return new Body.Clarify(messages.text("answer.clarify." + found), clarify.options(), clarify.confidence());
    }

    /** To whoever waits for a human already, while the bot helps. */
    Body waitingAlready() {
        return new Body.SmallTalk(messages.text("answer.waiting-already"), List.of());
    }

    Body smallTalk(Decision.SmallTalk smallTalk) {
        List<String> options =
                WITH_HUMAN.contains(smallTalk.kind()) ? List.of(messages.text("answer.human")) : List.of();
        return new Body.SmallTalk(messages.text("answer.smalltalk." + smallTalk.kind()), options);
    }
}
