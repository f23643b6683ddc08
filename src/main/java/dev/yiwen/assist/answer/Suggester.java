package dev.yiwen.assist.answer;

import dev.yiwen.assist.card.Card;
import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.Message;
import dev.yiwen.conversation.Source;
import dev.yiwen.knowledge.Addressees;
import dev.yiwen.knowledge.AnswerChannel;
import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.knowledge.Procedure;
import dev.yiwen.retrieval.Candidate;
import dev.yiwen.retrieval.Retrieval;
import dev.yiwen.retrieval.Retrieved;
import dev.yiwen.shared.HomeZone;
import dev.yiwen.shared.Problem;
import dev.yiwen.triage.Triage;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Chooses what to put before the agent when a customer has spoken. */
@Singleton
final class Suggester {
    private static final int CARDS = 3;
    private static final int CANDIDATES = 8;
    private static final double ALIKE = 0.1;
    /** Of the editors, if they wrote one. */
    private static final String SAFETY_ARTICLE = "safety/danger";

    private static final Set<Audience> ALL = EnumSet.allOf(Audience.class);

    private final Retrieval retrieval;
    private final Articles articles;
    private final Addressees addressees;
    private final Triage triage;
    private final ArticleCardConfig config;

    Suggester(Retrieval retrieval, Articles articles, Addressees addressees, Triage triage, ArticleCardConfig config) {
        this.addressees = addressees;
        this.retrieval = retrieval;
        this.articles = articles;
        this.triage = triage;
        this.config = config;
    }

    /**
     * At most three cards, the likeliest first; for an angry customer a script before all else. Of several cues the one
     * that is known best counts, the latest of them when they are known alike: who comes new to a talk needs the problem,
     * not what was said about the waiting.
     *
     * @param said whom it is worded for: who is on the telephone hears sentences
     * @param cues latest first, at least one
     * @param transcript oldest first, up to the first cue
     * @param unwanted articles that the agent has dismissed in this conversation
     */
    Uni<List<Card>> choose(
            Conversation said, List<SuggestionQuery> cues, List<Message> transcript, Set<ArticleId> unwanted) {
        if (isAboutDanger(transcript)) {
            return published(said, SAFETY_ARTICLE, 1)
                    .map(found -> found.filter(it -> !isUnwanted(it, unwanted)).stream()
                            .toList());
        }
        var angry = triage.read(transcript).anger() >= config.anger();
        return Multi.createFrom()
                .iterable(cues)
                .onItem()
                .transformToUniAndConcatenate(this::search)
                .collect()
                .asList()
                .map(Suggester::bestKnown)
                .chain(found -> load(said, worthShowing(found, unwanted)))
                .chain(cards -> angry
                        ? scriptFirst(said, cards, unwanted)
                        : Uni.createFrom().item(cards))
                .map(cards -> cards.stream()
                        .limit(CARDS)
                        .map(it -> openAt(it, transcript, angry))
                        .toList());
    }

    /** What sounds like it, about smoke and fire, is about something else, and costs time that there is not. */
    private boolean isAboutDanger(List<Message> transcript) {
        return transcript.stream()
                .filter(it -> it.author() instanceof Author.Customer)
                .reduce((first, second) -> second)
                .flatMap(triage::danger)
                .isPresent();
    }

    private static Retrieved bestKnown(List<Retrieved> latestFirst) {
        return latestFirst.stream()
                .reduce((best, next) -> next.confidence() > best.confidence() + ALIKE ? next : best)
                .orElseThrow();
    }

    /** A short question that is clear by itself must not be blurred by what was said before. */
    private Uni<Retrieved> search(SuggestionQuery cue) {
        var alone = retrieval.search(cue.alone(), ALL, CANDIDATES);
        return cue.inContext()
                .map(context -> alone.chain(found -> found.confidence() >= config.selfContained()
                        ? Uni.createFrom().item(found)
                        : retrieval.search(context, ALL, CANDIDATES)))
                .orElse(alone);
    }

    private record Scored(Candidate candidate, double confidence) {}

    private List<Scored> worthShowing(Retrieved found, Set<ArticleId> unwanted) {
        if (found.confidence() < config.threshold()) {
            return List.of();
        }
        var best = found.candidates().getFirst();
        return found.candidates().stream()
                .filter(it -> it.dense() >= best.dense() - config.reach())
                .filter(it -> !unwanted.contains(it.article()))
                .map(it -> new Scored(it, found.confidence() * share(best, it)))
                .filter(it -> it.confidence() >= config.threshold())
                .sorted(Comparator.comparingDouble(Scored::confidence).reversed())
                .toList();
    }

    /** A card behind the best one is the less likely the further it lies behind. */
    private double share(Candidate best, Candidate other) {
        return best == other ? 1 : Math.exp(-Math.max(0, best.dense() - other.dense()) / config.reach()) / 2;
    }

    private Uni<List<Card>> load(Conversation said, List<Scored> chosen) {
        return Multi.createFrom()
                .iterable(chosen)
                .onItem()
                .transformToUniAndConcatenate(
                        it -> published(said, it.candidate().slug(), it.confidence()))
                .select()
                .where(Optional::isPresent)
                .map(Optional::get)
                .select()
                .first(CARDS)
                .collect()
                .asList();
    }

    /** A script at the part that fits now; what is none as it is. */
    private static Card openAt(Card card, List<Message> transcript, boolean angry) {
        if (card.kind() != Card.Kind.SCRIPT) {
            return card;
        }
        var part = ScriptPart.now(card.text(), transcript, angry);
        return new Card(
                card.key(),
                card.kind(),
                card.title(),
                card.text(),
                card.source(),
                card.article(),
                card.audience(),
                card.confidence(),
                card.details().copy().put("step", part.place()));
    }

    private Uni<List<Card>> scriptFirst(Conversation said, List<Card> cards, Set<ArticleId> unwanted) {
        var script = cards.stream().filter(it -> it.kind() == Card.Kind.SCRIPT).findFirst();
        return script.isPresent()
                ? Uni.createFrom().item(first(script.get(), cards))
                : published(said, config.empathyArticle(), config.anger())
                        .map(found -> found.filter(it -> !isUnwanted(it, unwanted))
                                .map(it -> first(it, cards))
                                .orElse(cards));
    }

    private static List<Card> first(Card script, List<Card> cards) {
        var ordered = new ArrayList<>(List.of(script));
        cards.stream().filter(it -> !it.key().equals(script.key())).forEach(ordered::add);
        return ordered;
    }

    /** Empty when it was retired or rewritten into a draft since it was found, or is a procedure, which has a place of its own. */
    private Uni<Optional<Card>> published(Conversation said, String slug, double confidence) {
        return articles.load(slug)
                .chain(it -> it.state() == Article.State.PUBLISHED
                                && it.validOn(HomeZone.today())
                                && Procedure.of(it).isEmpty()
                        ? addressees
                                .worded(it, channel(said), said.customer())
                                .map(worded -> Optional.of(card(it, worded.answer(), confidence)))
                        : Uni.createFrom().item(Optional.<Card>empty()))
                .onFailure(Problem.class)
                .recoverWithItem(Optional.empty());
    }

    /** @param words the article's answer, worded for whom it is to be said to */
    private static Card card(Article article, String words, double confidence) {
        var kind = article.audience() == Audience.AGENT && ScriptPart.areIn(article.answer())
                ? Card.Kind.SCRIPT
                : Card.Kind.ANSWER;
        return new Card(
                Card.keyOf(article.id(), article.revision()),
                kind,
                article.question(),
                words,
                new Source(article.slug(), article.question(), article.revision()),
                article.id(),
                article.audience(),
                confidence,
                new JsonObject());
    }

    private static boolean isUnwanted(Card card, Set<ArticleId> unwanted) {
        return Card.articleIn(card.key()).filter(unwanted::contains).isPresent();
    }

    private static AnswerChannel channel(Conversation said) {
        return switch (said.channel()) {
            case WEB, WECHAT, SOCIAL -> AnswerChannel.CHAT;
            case VOICE -> AnswerChannel.SPOKEN;
        };
    }
}
