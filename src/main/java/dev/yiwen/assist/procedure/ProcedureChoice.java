package dev.yiwen.assist.procedure;

import dev.yiwen.assist.answer.SuggestionQuery;
import dev.yiwen.conversation.Message;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.retrieval.Retrieval;
import dev.yiwen.retrieval.Retrieved;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds the procedure that fits what a customer wants. */
@Singleton
final class ProcedureChoice {
    /** Confidence that a procedure needs; below it an agent is asked rather than led astray. */
    static final double ENOUGH = 0.45;
    /** Above it a message by itself is clear. */
    private static final double CLEAR = 0.75;

    private static final Set<Audience> STAFF = EnumSet.of(Audience.AGENT);

    private final Retrieval retrieval;
    private final KnownProcedures known;

    ProcedureChoice(Retrieval retrieval, KnownProcedures known) {
        this.retrieval = retrieval;
        this.known = known;
    }

    /** @param seq of the customer's message that it fits */
    record Fitting(KnownProcedure procedure, long seq, double confidence) {}

    /**
     * Empty when none fits well enough, or the last thing that the customer said is small talk.
     *
     * @param transcript oldest first
     * @param lately whether one of the last messages may be what it is about, not the last alone
     */
    Uni<Optional<Fitting>> fitting(List<Message> transcript, boolean lately) {
        var cues = lately
                ? SuggestionQuery.ofQuestions(transcript)
                : SuggestionQuery.ofLast(transcript).stream().toList();
        return cues.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : known.all().chain(all -> all.isEmpty() ? Uni.createFrom().item(Optional.empty()) : best(cues, all));
    }

    private Uni<Optional<Fitting>> best(List<SuggestionQuery> cues, List<KnownProcedure> all) {
        var bySlug = all.stream()
                .collect(Collectors.toMap(it -> it.source().article(), Function.identity(), (one, other) -> one));
        return Multi.createFrom()
                .iterable(cues)
                .onItem()
                .transformToUniAndConcatenate(cue -> search(cue, bySlug.keySet())
                        .map(found -> found.candidates().stream()
                                .findFirst()
                                .map(it -> bySlug.get(it.slug()))
                                .map(it -> new Fitting(it, cue.seq(), found.confidence()))))
                .collect()
                .asList()
                .map(fitting -> fitting.stream()
                        .flatMap(Optional::stream)
                        .filter(it -> it.confidence() >= ENOUGH)
                        .max(Comparator.comparingDouble(Fitting::confidence)));
    }

    /** Among the procedures alone: a script about the same is no rival. */
    private Uni<Retrieved> search(SuggestionQuery cue, Set<String> slugs) {
        var alone = among(slugs, cue.alone());
        return cue.inContext()
                .map(context -> alone.chain(
                        found -> found.confidence() >= CLEAR ? Uni.createFrom().item(found) : among(slugs, context)))
                .orElse(alone);
    }

    private Uni<Retrieved> among(Set<String> slugs, String query) {
        return retrieval.searchWithout(slug -> !slugs.contains(slug), query, STAFF, 1);
    }
}
