package dev.yiwen.answer.decision;

import dev.yiwen.answer.AnswerConfig;
import dev.yiwen.reading.SlotConflict;
import dev.yiwen.retrieval.Candidate;
import dev.yiwen.retrieval.Retrieved;
import dev.yiwen.shared.Messages;
import dev.yiwen.triage.TriageReading;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The questions that a customer can tap. */
@Singleton
final class SuggestedQuestions {
    // Cosine below which a question is no help to offer after nothing was found.
    private static final double WORTH_OFFERING = 0.5;
    // How far below the answer's cosine a question is still of its subject.
    private static final double RELATED_WITHIN = 0.16;

    private final Messages messages;
    private final AnswerConfig config;

    SuggestedQuestions(Messages messages, AnswerConfig config) {
        this.messages = messages;
        this.config = config;
    }

    /** A question back with what was found. */
    Decision.Clarify clarify(LookupResult found) {
        if (!found.strangers().isEmpty()) {
            return ofStrangers(found);
        }
        boolean likely = !found.candidates().isEmpty() && found.confidence() >= config.clarifyAt();
        return new Decision.Clarify(likely, likely(found.candidates(), likely), found.confidence());
    }

    /** What there is instead of what was asked for. */
    private Decision.Clarify ofStrangers(LookupResult found) {
        var first = found.strangers().getFirst().conflict();
        var alike = found.strangers().stream()
                .filter(it -> it.conflict().kind() == first.kind()
                        && it.conflict().asked().equals(first.asked()))
                .toList();
        var known = alike.stream()
                .flatMap(it -> it.conflict().known().stream())
                .distinct()
                .limit(config.options())
                .toList();
        var slugs = alike.stream().map(Retrieved.Stranger::slug).toList();
        var candidates = found.candidates().stream()
                .filter(it -> slugs.contains(it.slug()))
                .toList();
        var options = new ArrayList<>(distinct(candidates, List.of(), config.options() - 1));
        options.add(messages.text("answer.human"));
        return new Decision.Clarify(
                false, options, found.confidence(), new SlotConflict(first.kind(), first.asked(), known));
    }

    /**
     * After a word that was only asked about, or meant mildly, the way to a human stands beside the answer; what was asked
     * about and has no answer is a human's.
     */
    Decision inView(TriageReading triaged, Decision decision) {
        if (!triaged.askedAbout() && !triaged.mild()) {
            return decision;
        }
        return switch (decision) {
            case Decision.Answer it ->
                new Decision.Answer(it.top(), withHuman(it.related(), config.related()), it.confidence());
            case Decision.Answers it ->
                new Decision.Answers(it.tops(), it.open(), withHuman(it.related(), config.related()), it.confidence());
            case Decision.Clarify it ->
                triaged.handoff()
                        .<Decision>map(Decision.HandOff::new)
                        .orElseGet(() -> new Decision.Clarify(
                                it.likely(), withHuman(it.options(), config.options()), it.confidence(), it.missing()));
            case Decision.SmallTalk it -> it;
            case Decision.HandOff it -> it;
        };
    }

    /** At most {@code most} with it, unless it is the only one. */
    private List<String> withHuman(List<String> questions, int most) {
        String human = messages.text("answer.human");
        return Stream.concat(
                        questions.stream().filter(it -> !it.equals(human)).limit(Math.max(0, most - 1)),
                        Stream.of(human))
                .toList();
    }

    /** Several questions of one message, of which {@code answered} have an answer; the first that has none is offered to. */
    Decision answers(List<LookupResult> questions, List<LookupResult> answered) {
        var tops = new LinkedHashMap<String, Candidate>();
        answered.stream().map(it -> it.candidates().getFirst()).forEach(it -> tops.putIfAbsent(it.slug(), it));
        double confidence =
                answered.stream().mapToDouble(LookupResult::confidence).min().orElse(0);
        Optional<LookupResult> open =
                questions.stream().filter(it -> !answered.contains(it)).findFirst();
        List<String> shown = tops.values().stream().map(Candidate::title).toList();
        List<Candidate> candidates = open.orElse(answered.getLast()).candidates();
        List<String> related = distinct(worthOffering(candidates), shown, config.related());
        if (tops.size() == 1 && open.isEmpty()) {
            return new Decision.Answer(tops.values().iterator().next(), related, confidence);
        }
        return new Decision.Answers(
                List.copyOf(tops.values()), open.map(LookupResult::question).orElse(null), related, confidence);
    }

    /** Distinct questions to offer; when nothing likely was found also the way to a human. */
    private List<String> likely(List<Candidate> candidates, boolean likely) {
        if (likely) {
            return distinct(candidates, List.of(), config.options());
        }
        var options = new ArrayList<>(distinct(worthOffering(candidates), List.of(), config.options() - 1));
        options.add(messages.text("answer.human"));
        return options;
    }

    private static List<Candidate> worthOffering(List<Candidate> candidates) {
        return candidates.stream().filter(it -> it.dense() >= WORTH_OFFERING).toList();
    }

    /** Other questions of the same subject as the first candidate. */
    List<String> related(List<Candidate> candidates) {
        Candidate top = candidates.getFirst();
        List<Candidate> others = candidates.subList(1, candidates.size()).stream()
                .filter(it -> it.dense() >= top.dense() - RELATED_WITHIN)
                .toList();
        return distinct(others, List.of(top.title()), config.related());
    }

    private static List<String> distinct(List<Candidate> candidates, List<String> shown, int limit) {
        var taken = new ArrayList<>(shown);
        for (Candidate candidate : candidates) {
            if (taken.size() - shown.size() < limit
                    && taken.stream().noneMatch(it -> SameQuestion.asks(it, candidate.title()))) {
                taken.add(candidate.title());
            }
        }
        return List.copyOf(taken.subList(shown.size(), taken.size()));
    }
}
