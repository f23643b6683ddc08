package dev.yiwen.assist.cause;

import dev.yiwen.assist.procedure.DoneWords;
import dev.yiwen.knowledge.FaultGraph;
import dev.yiwen.knowledge.FaultGraph.Kind;
import dev.yiwen.knowledge.FaultGraph.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Hears symptoms in what a customer says. What is denied or merely near must not pass for an answer that decides, so those are
 * compared by words; what customers complain of also by meaning, and an answer to a question that was just asked more freely.
 */
final class SymptomReader {
    /** Cosine from which a clause complains of what a wording says. */
    static final double NEAR = 0.8;
    /** The same of an answer to what was asked, and by how much it must be nearer than the next. */
    static final double NEAR_ANSWER = 0.6;

    static final double NEARER = 0.03;
    /** Share of a question's pairs of characters that show that an agent asked it. */
    private static final double ASKED = 0.4;

    private static final int SHORTEST = 4;
    private static final int MOST_CLAUSES = 4;
    private static final Pattern PAUSE = Pattern.compile("[，。！？；,.!?;\\s]+");
    private static final Pattern UNKNOWN =
            Pattern.compile("不知道|不清楚|不晓得|不确定|没注意|没留意|看不到|看不清|看不懂|没看|不懂|不会看|说不(清|上)|不记得|记不");
    private static final Pattern NONE = Pattern.compile("(都)?(不是|没有|没|不)(都)?[的啊呀呢哦]?[。！，,.!]?");

    private final List<Heard> symptoms;

    private record Heard(Node node, List<DoneWords> words) {}

    SymptomReader(FaultGraph graph) {
        symptoms = graph.of(Kind.SYMPTOM).stream()
                .map(it ->
                        new Heard(it, it.wordings().stream().map(DoneWords::new).toList()))
                .toList();
    }

    /** What has to be known by meaning. */
    Set<String> wordings() {
        var all = new HashSet<String>();
        symptoms.forEach(it -> all.addAll(it.node().wordings()));
        return all;
    }

    /** The whole, and what stands between pauses where it is longer. */
    static List<String> clauses(String said) {
        var parts = Stream.of(PAUSE.split(said))
                .filter(it -> it.length() >= SHORTEST)
                .limit(MOST_CLAUSES)
                .toList();
        return parts.size() < 2 ? List.of(said.strip()) : parts;
    }

    /**
     * @param complained whether the customer told of a fault before; what is said before that answers nothing
     * @param question that was just asked, if one was
     * @param meanings unit vectors of {@link #wordings} and {@link #clauses}; what is not there is compared by words alone
     */
    List<FaultFinding> read(
            String said,
            long seq,
            boolean complained,
            Optional<CauseModel.Check> question,
            Map<String, float[]> meanings) {
        var findings = new ArrayList<FaultFinding>();
        for (var it : symptoms) {
            boolean complaint = it.node().question().isEmpty();
            if (it.words().stream().anyMatch(word -> word.areToldIn(said))
                    || complaint && near(said, it.node(), meanings) >= NEAR) {
                findings.add(new FaultFinding(
                        complaint ? it.node().key().name() : it.node().question(),
                        it.node().key().name(),
                        seq));
            }
        }
        if (!complained && findings.stream().noneMatch(it -> it.asked().equals(it.symptom()))) {
            return List.of();
        }
        question.filter(it -> findings.stream().noneMatch(one -> one.asked().equals(it.question())))
                .flatMap(it -> answer(said, seq, it, meanings))
                .ifPresent(findings::add);
        return distinct(findings);
    }

    /** Whether what an agent said asks that. */
    static boolean asks(String said, String question) {
        var wanted = pairs(question);
        var there = pairs(said);
        return !wanted.isEmpty() && wanted.stream().filter(there::contains).count() >= ASKED * wanted.size();
    }

    private static Optional<FaultFinding> answer(
            String said, long seq, CauseModel.Check question, Map<String, float[]> meanings) {
        if (UNKNOWN.matcher(said).find()) {
            return Optional.of(new FaultFinding(question.question(), null, seq));
        }
        if (NONE.matcher(said.strip()).matches()) {
            return Optional.of(new FaultFinding(question.question(), FaultFinding.NONE, seq));
        }
        record Near(Node node, double likeness) {}
        var near = question.answers().stream()
                .map(it -> new Near(it, Math.max(near(said, it, meanings), overlap(said, it))))
                .sorted(Comparator.comparingDouble(Near::likeness).reversed())
                .toList();
        double first = near.getFirst().likeness();
        double second = near.size() > 1 ? near.get(1).likeness() : 0;
        return first >= NEAR_ANSWER && first - second >= NEARER
                ? Optional.of(new FaultFinding(
                        question.question(), near.getFirst().node().key().name(), seq))
                : Optional.empty();
    }

    private static double near(String said, Node node, Map<String, float[]> meanings) {
        return clauses(said).stream()
                .flatMap(clause -> Optional.ofNullable(meanings.get(clause)).stream())
                .flatMapToDouble(clause -> node.wordings().stream()
                        .flatMap(it -> Optional.ofNullable(meanings.get(it)).stream())
                        .mapToDouble(it -> product(clause, it)))
                .max()
                .orElse(0);
    }

    private static double product(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }

    /** Of a short answer's characters those that stand in a wording. */
    private static double overlap(String said, Node node) {
        var pairs = pairs(said);
        return pairs.isEmpty()
                ? 0
                : node.wordings().stream()
                        .map(SymptomReader::pairs)
                        .mapToDouble(
                                it -> 2.0 * pairs.stream().filter(it::contains).count() / (pairs.size() + it.size()))
                        .max()
                        .orElse(0);
    }

    private static Set<String> pairs(String text) {
        var plain = PAUSE.matcher(text).replaceAll("");
        var pairs = new HashSet<String>();
        for (int i = 0; i + 2 <= plain.length(); i++) {
            pairs.add(plain.substring(i, i + 2));
        }
        return pairs;
    }

    /** Two answers to one question cancel out: who says both has not decided. */
    private static List<FaultFinding> distinct(List<FaultFinding> findings) {
        return findings.stream()
                .filter(it -> findings.stream()
                                .filter(other -> other.asked().equals(it.asked()))
                                .count()
                        == 1)
                .toList();
    }
}
