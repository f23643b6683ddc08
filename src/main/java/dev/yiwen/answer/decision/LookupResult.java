package dev.yiwen.answer.decision;

import dev.yiwen.answer.reading.Reading;
import dev.yiwen.retrieval.Candidate;
import dev.yiwen.retrieval.Retrieved;
import dev.yiwen.retrieval.Retrieved.Stranger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What looking up a message brought.
 *
 * @param question the wording that was chosen; of several questions the first
 * @param retrieved what it brought; null when nothing had to be looked up
 * @param further what the further questions of the same message brought
 * @param lookedUp all wordings that were looked up, in that order
 * @param agreed whether two readings agree on the first article, or it was given just now and says what is asked
 */
public record LookupResult(
        Reading reading,
        String question,
        @Nullable Retrieved retrieved,
        List<LookupResult> further,
        List<String> lookedUp,
        boolean agreed) {
    public LookupResult {
        further = List.copyOf(further);
        lookedUp = List.copyOf(lookedUp);
    }

    static LookupResult of(Reading reading, String question, Retrieved retrieved) {
        return new LookupResult(reading, question, retrieved, List.of(), List.of(question), false);
    }

    static LookupResult none(Reading reading, String question) {
        return new LookupResult(reading, question, null, List.of(), List.of(), false);
    }

    double confidence() {
        return retrieved == null ? 0 : retrieved.confidence();
    }

    List<Candidate> candidates() {
        return retrieved == null ? List.of() : retrieved.candidates();
    }

    Stream<String> articles() {
        return candidates().stream().map(Candidate::slug);
    }

    /** The articles that come first in all but what the customer asks for. */
    List<Stranger> strangers() {
        return retrieved == null ? List.of() : retrieved.strangers();
    }

    /** Whether that article comes first. */
    boolean begins(String article) {
        return articles().findFirst().filter(article::equals).isPresent();
    }

    /** With that article first, on which something else than the confidence agrees. */
    LookupResult agreeing(String article) {
        var sorted = new ArrayList<Candidate>();
        candidates().stream().filter(it -> it.slug().equals(article)).forEach(sorted::add);
        candidates().stream().filter(it -> !it.slug().equals(article)).forEach(sorted::add);
        var found = with(sorted, confidence());
        return new LookupResult(found.reading, found.question, found.retrieved, found.further, found.lookedUp, true);
    }

    LookupResult only(Predicate<Candidate> fits) {
        return with(candidates().stream().filter(fits).toList(), confidence());
    }

    /** At most that sure. */
    LookupResult atMost(double confidence) {
        return with(candidates(), Math.min(confidence, confidence()));
    }

    private LookupResult with(List<Candidate> candidates, double confidence) {
        return retrieved == null
                ? this
                : new LookupResult(
                        reading,
                        question,
                        new Retrieved(
                                retrieved.query(),
                                candidates,
                                confidence,
                                retrieved.strangers(),
                                retrieved.signals(),
                                retrieved.timings()),
                        further,
                        lookedUp,
                        agreed);
    }

    /** Notes that another wording was looked up before. */
    LookupResult after(LookupResult earlier) {
        return new LookupResult(reading, question, retrieved, further, joined(earlier.lookedUp, lookedUp), agreed);
    }

    /** Notes that another wording was looked up too, without use. */
    LookupResult despite(LookupResult later) {
        return new LookupResult(reading, question, retrieved, further, joined(lookedUp, later.lookedUp), agreed);
    }

    /** Whichever is likelier, with what was looked up for both. */
    LookupResult orLikelier(LookupResult next) {
        return next.confidence() > confidence() ? next.after(this) : despite(next);
    }

    /** With the further questions of the same message, and what else was looked up for it. */
    LookupResult and(List<LookupResult> others, List<LookupResult> besides) {
        var all = lookedUp;
        for (LookupResult other : others) {
            all = joined(all, other.lookedUp);
        }
        for (LookupResult other : besides) {
            all = joined(all, other.lookedUp);
        }
        return new LookupResult(reading, question, retrieved, others, all, agreed);
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
