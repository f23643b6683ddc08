package dev.yiwen.answer;

import dev.yiwen.answer.draft.Drafts;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.Message;
import dev.yiwen.conversation.Source;
import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.shared.Messages;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Puts a decision into words: curated answers verbatim, everything else from the message bundle. */
@Singleton
final class Composer {
    private final PublishedAnswers published;
    private final Drafts drafts;
    private final Messages messages;

    Composer(PublishedAnswers published, Drafts drafts, Messages messages) {
        this.published = published;
        this.drafts = drafts;
        this.messages = messages;
    }

    /** {@code asked} is the message that is answered, {@code question} what was looked up for it. */
    Uni<Composition> answer(Decision.Answer answer, String question, Message asked) {
        return composed(answer, article -> drafts.of(article, question, asked));
    }

    /** Without a chat model. */
    Uni<Composition> curated(Decision.Answer answer) {
        return composed(answer, article -> Uni.createFrom().item(new Drafts.Answer(null, null)));
    }

    private Uni<Composition> composed(Decision.Answer answer, Function<Article, Uni<Drafts.Answer>> wording) {
        return published.of(answer.top()).chain(article -> {
            if (article.audience() != Audience.CUSTOMER || article.state() != Article.State.PUBLISHED) {
                // It was withdrawn between being found and being read.
                var lost = new Decision.Clarify(false, List.of(messages.text("answer.human")), 0);
                return Uni.createFrom().item(Composition.of(clarify(lost)));
            }
            return wording.apply(article).map(draft -> answer(article, answer, draft));
        });
    }

    private static Composition answer(Article article, Decision.Answer answer, Drafts.Answer draft) {
        var source = new Source(article.slug(), article.question(), article.revision());
        String text = draft.text() != null ? draft.text() : article.answer();
        return new Composition(
                new Body.Answer(text, List.of(source), answer.confidence(), answer.related()), draft.drafting());
    }

    Body trouble(Throwable failure) {
        boolean overloaded = failure instanceof Problem problem && problem.kind() == Problem.Kind.OVERLOADED;
        String code = overloaded ? "overloaded" : "failed";
        return new Body.Notice("bot-" + code, messages.text("answer.trouble." + code), Map.of());
    }

    Body clarify(Decision.Clarify clarify) {
        // The way to a human is always among the options when nothing was found.
        String found = clarify.likely() ? "likely" : clarify.options().size() > 1 ? "lost-with-options" : "lost";
        return new Body.Clarify(messages.text("answer.clarify." + found), clarify.options(), clarify.confidence());
    }

    Body smallTalk(Decision.SmallTalk smallTalk) {
        List<String> options = smallTalk.kind().equals("identity") ? List.of(messages.text("answer.human")) : List.of();
        return new Body.SmallTalk(messages.text("answer.smalltalk." + smallTalk.kind()), options);
    }
}
