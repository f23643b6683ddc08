package dev.yiwen.answer.decision;

import dev.yiwen.retrieval.Candidate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Judges whether a message that may hold several questions does, by what each of them and the whole brought. */
final class SeveralQuestions {
    // An article that says this much of what one part alone is about is an answer to it, too.
    private static final double SAYS = 0.6;

    // What is found first for a part is no answer to it unless that is at least likely, or it says some of it.
    private static final double LIKELY = 0.25;
    private static final double TOUCHES = 0.3;

    private SeveralQuestions() {}

    /** The parts, without those that another part's article answers; the whole when it is one question. */
    static LookupResult chosen(LookupResult whole, List<LookupResult> parts, Predicate<LookupResult> sure) {
        List<LookupResult> answered = parts.stream().filter(sure).toList();
        Set<String> articles = new HashSet<>();
        answered.forEach(it -> articles.add(top(it).slug()));
        boolean one = sure.test(whole)
                && (whole.confidence() == 1
                        || answered.isEmpty()
                        || saysAll(top(whole), parts)
                        || !sameMatter(whole, articles));
        if (one) {
            return whole.and(List.of(), parts);
        }
        if (answered.isEmpty()) {
            // Asked back for each, and for the whole, which may be one question after all.
            return whole.strangers().isEmpty() ? whole.and(parts, List.of()) : whole.and(List.of(), parts);
        }
        List<Candidate> given = answered.stream().map(SeveralQuestions::top).toList();
        var left = new ArrayList<LookupResult>();
        for (LookupResult part : parts) {
            if (sure.test(part) || !answeredBy(given, part)) {
                left.add(part);
            }
        }
        return left.getFirst().and(left.subList(1, left.size()), List.of(whole));
    }

    /** A whole that is sure of something else than each part is one question of its own. */
    private static boolean sameMatter(LookupResult whole, Set<String> articles) {
        return articles.size() > 1 || articles.contains(top(whole).slug());
    }

    private static boolean saysAll(Candidate article, List<LookupResult> parts) {
        return parts.stream().allMatch(part -> says(article, part, parts));
    }

    /** Of what this part alone is about. */
    private static boolean says(Candidate article, LookupResult part, List<LookupResult> parts) {
        var own = new HashSet<>(SharedContent.of(part.question()));
        parts.stream().filter(it -> it != part).forEach(it -> own.removeAll(SharedContent.of(it.question())));
        return SharedContent.of(String.join(" ", own), article) >= SAYS;
    }

    private static boolean answeredBy(List<Candidate> given, LookupResult part) {
        return given.stream().anyMatch(it -> {
            double shared = SharedContent.of(part.question(), it);
            return shared >= SAYS || part.begins(it.slug()) && (part.confidence() >= LIKELY || shared >= TOUCHES);
        });
    }

    private static Candidate top(LookupResult found) {
        return found.candidates().getFirst();
    }
}
