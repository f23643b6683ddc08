package dev.yiwen.knowledge.trial;

import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.AskedTurns;
import dev.yiwen.knowledge.AskedTurns.Recent;
import dev.yiwen.knowledge.AskedTurns.Wording;
import dev.yiwen.knowledge.KnowledgeTrial;
import dev.yiwen.knowledge.KnowledgeTrial.Kind;
import dev.yiwen.knowledge.KnowledgeTrial.Outcome;
import dev.yiwen.knowledge.KnowledgeTrial.Trial;
import dev.yiwen.knowledge.KnowledgeVersion;
import dev.yiwen.knowledge.golden.Expectation;
import dev.yiwen.knowledge.golden.PublishSignatures;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * What publishing a draft would change for what customers really asked: each question is decided on twice, over the live
 * knowledge and with the draft laid over it. A decision is the same each time, so nobody need judge.
 */
@Singleton
class PublishImpact {
    private final AskedTurns asked;
    private final KnowledgeTrial trials;
    private final TrialStages stages;
    private final PublishSignatures signatures;
    private final KnowledgeVersion version;

    PublishImpact(
            AskedTurns asked,
            KnowledgeTrial trials,
            TrialStages stages,
            PublishSignatures signatures,
            KnowledgeVersion version) {
        this.asked = asked;
        this.trials = trials;
        this.stages = stages;
        this.signatures = signatures;
        this.version = version;
    }

    enum Change {
        /** Had no answer, has one. */
        FIXED,
        /** Had an answer, has none. */
        BROKEN,
        /** The draft answers what another article answers now. */
        STOLEN,
        /** Another article answers. */
        CHANGED,
        /** The draft answers as its article does now, in its new words. */
        REWORDED
    }

    /**
     * @param before a slug, {@code clarify}, {@code smalltalk} or {@code human}
     * @param after the same
     */
    record Changed(String words, long times, Change change, String before, String after) {}

    /**
     * @param looked wordings that were looked at; fewer than wanted when there are no more
     * @param unchanged how many of those get the same
     * @param more whether others were asked before these
     */
    record Part(int looked, int unchanged, List<Changed> changed, boolean more) {}

    /**
     * Of some of the most recent wordings: a page asks for one part after another, and shows how far it is. What is broken is
     * noted, and has to be signed before exactly this is published over exactly this knowledge.
     */
    Uni<Part> of(ArticleId article, int skip, int size) {
        long over = version.current();
        return stages.latest(article)
                .chain(draft -> Uni.combine()
                        .all()
                        .unis(
                                asked.recent(skip, size),
                                trials.on(TrialStages.live()),
                                stages.with(article).chain(trials::on))
                        .asTuple()
                        .chain(it -> compared(draft, it.getItem1(), it.getItem2(), it.getItem3()))
                        .call(part -> signatures.note(draft, over, broken(part))));
    }

    private static List<String> broken(Part part) {
        return part.changed().stream()
                .filter(it -> it.change() == Change.BROKEN)
                .map(Changed::words)
                .toList();
    }

    private static Uni<Part> compared(Article draft, Recent recent, Trial live, Trial trial) {
        return Multi.createFrom()
                .iterable(recent.wordings())
                .onItem()
                .transformToUniAndConcatenate(it -> Uni.combine()
                        .all()
                        .unis(live.ask(List.of(it.words())), trial.ask(List.of(it.words())))
                        .with((before, after) -> changed(draft, it, before, after)))
                .collect()
                .asList()
                .map(all -> {
                    var changed = all.stream().flatMap(Optional::stream).toList();
                    return new Part(all.size(), all.size() - changed.size(), changed, recent.more());
                });
    }

    private static Optional<Changed> changed(Article draft, Wording asked, Outcome before, Outcome after) {
        return change(draft.slug(), before, after)
                .map(it -> new Changed(
                        asked.words(), asked.times(), it, Expectation.word(before), Expectation.word(after)));
    }

    static Optional<Change> change(String draft, Outcome before, Outcome after) {
        boolean answered = before.kind() == Kind.ANSWER;
        boolean answers = after.kind() == Kind.ANSWER;
        if (before.isSame(after)) {
            return answers && after.articles().contains(draft) ? Optional.of(Change.REWORDED) : Optional.empty();
        }
        if (answered != answers) {
            return Optional.of(answers ? Change.FIXED : Change.BROKEN);
        }
        // Another way not to answer is no change that publishing made better or worse, but somebody should see it.
        boolean steals = answers
                && after.articles().contains(draft)
                && !before.articles().contains(draft);
        return Optional.of(steals ? Change.STOLEN : Change.CHANGED);
    }
}
