package dev.yiwen.assist.cause;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.knowledge.FaultGraph;
import dev.yiwen.knowledge.graph.ExampleGraph;
import dev.yiwen.retrieval.embedding.Encoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Faults in customers' words are narrowed down by asking, and compared with asking in the order of the article. What a customer
 * answers is heard in their words; nobody taps. The even descriptions are for tuning, the odd ones are reported.
 */
class NarrowedFaultsTest {
    private static final FaultGraph GRAPH = ExampleGraph.read();
    private static final CauseModel MODEL = new CauseModel(GRAPH);
    private static final SymptomReader READER = new SymptomReader(GRAPH);
    private static final Encoder ENCODER = new Encoder();
    private static final Map<String, float[]> MEANINGS = new HashMap<>();
    private static final int MOST = 8;

    private record Outcome(
            FaultDescription of, String cause, int questions, int understood, boolean shown, boolean clear) {
        boolean right() {
            return cause.equals(of.cause());
        }
    }

    @BeforeAll
    static void wordings_have_meanings() {
        READER.wordings().forEach(NarrowedFaultsTest::learn);
    }

    @Test
    void the_right_cause_is_reached_with_fewer_questions_than_in_the_order_of_the_article() {
        for (var half : List.of("tuning", "reported")) {
            var all = half(FaultDescription.all(), half.equals("tuning") ? 0 : 1);
            var best = all.stream().map(it -> narrow(it, Narrowing::next)).toList();
            var plain = all.stream()
                    .map(it -> narrow(it, NarrowedFaultsTest::inOrder))
                    .toList();
            var none =
                    all.stream().map(it -> narrow(it, at -> Optional.empty())).toList();
            report(half, "best question", best);
            report(half, "order of the article", plain);
            report(half, "nothing asked", none);
            System.out.println(best.stream()
                    .filter(it -> !it.right())
                    .map(it -> it.of().said() + " ≠ " + it.cause())
                    .toList());

            assertThat(right(best)).isGreaterThanOrEqualTo(0.7).isGreaterThanOrEqualTo(right(plain) - 0.03);
            assertThat(questions(best)).isLessThan(questions(plain));
        }
    }

    @Test
    void nothing_is_shown_where_there_is_no_fault() {
        var shown = FaultDescription.lines("no-faults.txt").stream()
                .filter(it -> new Narrowing(MODEL, read(it, Optional.empty())).isOpen())
                .toList();
        System.out.println("shown without a fault: " + shown);
        assertThat(shown).isEmpty();
    }

    private static Outcome narrow(FaultDescription fault, Function<Narrowing, Optional<CauseModel.Check>> choice) {
        var findings = new ArrayList<>(read(fault.said(), Optional.empty()));
        var shown = new Narrowing(MODEL, findings).isOpen();
        int asked = 0;
        int understood = 0;
        while (asked < MOST) {
            var question = choice.apply(new Narrowing(MODEL, findings));
            if (question.isEmpty()) {
                break;
            }
            asked++;
            var heard = read(fault.answer(question.get().question()), question);
            understood += heard.stream()
                            .anyMatch(it -> it.asked().equals(question.get().question()))
                    ? 1
                    : 0;
            heard.stream()
                    .filter(it -> findings.stream().noneMatch(old -> old.asked().equals(it.asked())))
                    .forEach(findings::add);
            if (findings.stream()
                    .noneMatch(it -> it.asked().equals(question.get().question()))) {
                findings.add(new FaultFinding(question.get().question(), null, 1L));
            }
        }
        var left = new Narrowing(MODEL, findings).left();
        return new Outcome(
                fault,
                left.isEmpty() ? "" : left.getFirst().cause().key().name(),
                asked,
                understood,
                shown,
                !left.isEmpty() && left.getFirst().probability() >= Narrowing.CLEAR);
    }

    /** The next question about any cause that is left, as the articles have them. */
    private static Optional<CauseModel.Check> inOrder(Narrowing at) {
        return at.next().isEmpty()
                ? Optional.empty()
                : MODEL.checks().values().stream()
                        .filter(it -> !at.asked().contains(it.question()))
                        .filter(it -> at.gain(it) > 0)
                        .findFirst();
    }

    private static List<FaultFinding> read(String said, Optional<CauseModel.Check> question) {
        SymptomReader.clauses(said).forEach(NarrowedFaultsTest::learn);
        return READER.read(said, 1, question.isPresent(), question, MEANINGS);
    }

    private static void learn(String text) {
        MEANINGS.computeIfAbsent(text, it -> ENCODER.encode(it).sentence());
    }

    private static List<FaultDescription> half(List<FaultDescription> all, int odd) {
        return IntStream.range(0, all.size())
                .filter(it -> it % 2 == odd)
                .mapToObj(all::get)
                .toList();
    }

    private static void report(String half, String how, List<Outcome> outcomes) {
        System.out.printf(
                "%s, %s: n %d, card shown %.3f, right %.3f, clear %.3f, questions %.2f, answers understood %.3f%n",
                half,
                how,
                outcomes.size(),
                outcomes.stream().filter(Outcome::shown).count() / (double) outcomes.size(),
                right(outcomes),
                outcomes.stream().filter(Outcome::clear).count() / (double) outcomes.size(),
                questions(outcomes),
                outcomes.stream().mapToInt(Outcome::understood).sum()
                        / (double) Math.max(
                                1,
                                outcomes.stream().mapToInt(Outcome::questions).sum()));
    }

    private static double right(List<Outcome> outcomes) {
        return outcomes.stream().filter(Outcome::right).count() / (double) outcomes.size();
    }

    private static double questions(List<Outcome> outcomes) {
        return outcomes.stream().mapToInt(Outcome::questions).average().orElse(0);
    }
}
