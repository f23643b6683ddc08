package dev.yiwen.answer.decision;

import dev.yiwen.answer.AnswerConfig;
import dev.yiwen.reading.SlotConflict;
import dev.yiwen.retrieval.Candidate;
import dev.yiwen.retrieval.Retrieved;
import dev.yiwen.shared.Messages;
import dev.yiwen.triage.TriageReading;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The questions that a customer can tap. */
@Singleton
final class SuggestedQuestions {
    // Cosine below which a question is no help to offer, what it shares with the message or when it is likely
    // nonetheless.
    private static final double WORTH_OFFERING = 0.58;
    private static final double LIKELY_ONE = 0.61;
    // Cosine from which it is a help though it has no word in common with the message.
    private static final double ALIKE = 0.7;
    // The share of what the message is about that another question must hold.
    private static final double SHARED = 0.1;
    // Cosine and share from which a question is of the topic that the message names.
    private static final double OF_TOPIC = 0.55;
    private static final double NAMED = 0.6;
    // How far below the answer's cosine a question is still of its subject.
    private static final double RELATED_WITHIN = 0.16;

    private final Messages messages;
    private final AnswerConfig config;

    SuggestedQuestions(Messages messages, AnswerConfig config) {
        this.messages = messages;
        this.config = config;
    }

    /** A question back with what was found, without what was {@code refused} before. */
    Decision.Clarify clarify(LookupResult found, List<String> refused) {
        List<LookupResult> questions =
                Stream.concat(Stream.of(found), found.further().stream()).toList();
        if (questions.stream().noneMatch(it -> it.strangers().isEmpty())) {
            return ofStrangers(found);
        }
        List<List<Candidate>> offered = questions.stream()
                .map(question -> worthOffering(question).stream()
                        .filter(it -> !refused.contains(it.title()))
                        .toList())
                .toList();
        boolean likely = IntStream.range(0, questions.size()).anyMatch(i -> isLikely(questions.get(i), offered.get(i)));
        double confidence =
                questions.stream().mapToDouble(LookupResult::confidence).max().orElse(0);
        return new Decision.Clarify(likely, options(inTurn(offered), likely), confidence);
    }

    private boolean isLikely(LookupResult question, List<Candidate> offered) {
        return !offered.isEmpty()
                && (question.confidence() >= config.clarifyAt() || namesTopic(question.question(), offered));
    }

    /** The first of each, then the second of each: of several questions none is without a help. */
    private static List<Candidate> inTurn(List<List<Candidate>> offered) {
        int most = offered.stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, most)
                .boxed()
                .flatMap(i -> offered.stream().filter(it -> i < it.size()).map(it -> it.get(i)))
                .toList();
    }

    /** Whether the message names what these are about, so that only which of them is open. */
    private static boolean namesTopic(String question, List<Candidate> offered) {
        Candidate first = offered.getFirst();
        return first.dense() >= OF_TOPIC && SharedContent.of(question, first) >= NAMED;
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
        // What is no stranger may be what is meant in other words.
        var candidates = Stream.concat(
                        worthOffering(found).stream()
                                .filter(it -> found.strangers().stream()
                                        .noneMatch(stranger -> stranger.slug().equals(it.slug())))
                                .limit(1),
                        found.candidates().stream().filter(it -> slugs.contains(it.slug())))
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

    /** The way to a person alone. */
    List<String> human() {
        return List.of(messages.text("answer.human"));
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
        List<LookupResult> open =
                questions.stream().filter(it -> !answered.contains(it)).toList();
        List<String> shown = tops.values().stream().map(Candidate::title).toList();
        LookupResult further = open.isEmpty() ? answered.getLast() : open.getFirst();
        List<String> related = distinct(worthOffering(further), shown, config.related());
        if (tops.size() == 1 && open.isEmpty()) {
            return new Decision.Answer(tops.values().iterator().next(), related, confidence);
        }
        return new Decision.Answers(
                List.copyOf(tops.values()),
                open.isEmpty()
                        ? null
                        : open.stream().map(LookupResult::question).collect(Collectors.joining("」「")),
                related,
                confidence);
    }

    /** Distinct questions to offer; when nothing likely was found also the way to a human. */
    private List<String> options(List<Candidate> offered, boolean likely) {
        if (likely) {
            return distinct(offered, List.of(), config.options());
        }
        var options = new ArrayList<>(distinct(offered, List.of(), config.options() - 1));
        options.add(messages.text("answer.human"));
        return options;
    }

    /** What holds most of the message comes first; what shares nothing with it is offered when it is likely or means much the same. */
    private List<Candidate> worthOffering(LookupResult found) {
        String question = found.question();
        boolean likely = found.confidence() >= config.clarifyAt();
        return found.candidates().stream()
                .filter(it -> it.dense() >= ALIKE
                        || it.dense() >= LIKELY_ONE && likely
                        || it.dense() >= WORTH_OFFERING && SharedContent.of(question, it) >= SHARED)
                .sorted(Comparator.comparing(it -> SharedContent.of(question, it) < NAMED))
                .toList();
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
