package dev.yiwen.assist.cause;

import dev.yiwen.knowledge.FaultGraph;
import dev.yiwen.knowledge.FaultGraph.Edge;
import dev.yiwen.knowledge.FaultGraph.Kind;
import dev.yiwen.knowledge.FaultGraph.Node;
import dev.yiwen.knowledge.FaultGraph.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How probable each symptom is under each cause: what articles and editors say counts as {@link #PSEUDO_CASES} cases, to which
 * the confirmed ones are added (Dirichlet smoothing).
 */
final class CauseModel {
    /** How many confirmed cases weigh as much as what is written. */
    static final double PSEUDO_CASES = 8;
    /** The same of how frequent a cause is. */
    private static final double PSEUDO_PRIOR = 3;

    private static final double LISTED = 0.8;
    private static final double UNLISTED = 0.02;
    /** Of the answers that are listed for a cause, together. */
    private static final double ANSWERED = 0.9;
    /** That none of the answers fits, under a cause of which nothing is listed. */
    private static final double OTHER = 0.3;
    /** That the only answer fits, under such a cause: who lists one alone means the others not to show it. */
    private static final double ONLY = 0.2;

    private final List<Node> causes;
    private final Map<String, double[]> complaints = new LinkedHashMap<>();
    private final Map<String, Check> checks = new LinkedHashMap<>();

    CauseModel(FaultGraph graph) {
        causes = graph.of(Kind.CAUSE);
        var questions = new LinkedHashMap<String, List<Node>>();
        for (var symptom : graph.of(Kind.SYMPTOM)) {
            if (symptom.question().isEmpty()) {
                complaints.put(symptom.key().name(), told(graph, symptom));
            } else {
                questions
                        .computeIfAbsent(symptom.question(), it -> new ArrayList<>())
                        .add(symptom);
            }
        }
        questions.forEach((question, answers) -> checks.put(question, check(graph, question, answers)));
    }

    /**
     * A question with what may be answered.
     *
     * @param likelihoods of each answer, and last of none of them, under each cause
     * @param listed for each cause whether something is written about it
     */
    record Check(String question, List<Node> answers, double[][] likelihoods, boolean[] listed) {

        /** Of an answer by its name; empty for one that is not known any more. */
        Optional<double[]> under(String symptom) {
            if (symptom.equals(FaultFinding.NONE)) {
                return Optional.of(likelihoods[answers.size()]);
            }
            for (int i = 0; i < answers.size(); i++) {
                if (answers.get(i).key().name().equals(symptom)) {
                    return Optional.of(likelihoods[i]);
                }
            }
            return Optional.empty();
        }
    }

    List<Node> causes() {
        return causes;
    }

    /** By their questions. */
    Map<String, Check> checks() {
        return checks;
    }

    boolean isComplaint(String symptom) {
        return complaints.containsKey(symptom);
    }

    double[] priors() {
        double all = causes.stream().mapToInt(Node::cases).sum();
        return causes.stream()
                .mapToDouble(it -> (PSEUDO_PRIOR + it.cases()) / (PSEUDO_PRIOR * causes.size() + all))
                .toArray();
    }

    /** Of a finding under each cause; empty when it says nothing, or of what is not known any more. */
    Optional<double[]> under(FaultFinding finding) {
        var symptom = finding.symptom();
        if (symptom == null) {
            return Optional.empty();
        }
        var check = checks.get(finding.asked());
        return check == null ? Optional.ofNullable(complaints.get(symptom)) : check.under(symptom);
    }

    private double[] told(FaultGraph graph, Node symptom) {
        var edges = edges(graph, symptom);
        return causes.stream()
                .mapToDouble(cause -> {
                    var edge = edges.get(cause.key());
                    double written = edge != null && edge.origin() != Origin.CASE ? LISTED : UNLISTED;
                    double seen = edge == null ? 0 : edge.cases();
                    return (PSEUDO_CASES * written + seen) / (PSEUDO_CASES + Math.max(seen, cause.cases()));
                })
                .toArray();
    }

    private Check check(FaultGraph graph, String question, List<Node> answers) {
        var edges = answers.stream().map(it -> edges(graph, it)).toList();
        var concerned = concerned(graph, edges);
        var likelihoods = new double[answers.size() + 1][causes.size()];
        var listed = new boolean[causes.size()];
        for (int c = 0; c < causes.size(); c++) {
            var cause = causes.get(c).key();
            var written = new boolean[answers.size()];
            var seen = new double[answers.size()];
            int count = 0;
            double cases = 0;
            for (int a = 0; a < answers.size(); a++) {
                var edge = edges.get(a).get(cause);
                written[a] = edge != null && edge.origin() != Origin.CASE;
                seen[a] = edge == null ? 0 : edge.cases();
                count += written[a] ? 1 : 0;
                cases += seen[a];
            }
            listed[c] = count > 0;
            var base = base(written, count, concerned.contains(cause));
            for (int a = 0; a <= answers.size(); a++) {
                double more = a < answers.size() ? seen[a] : 0;
                likelihoods[a][c] = (PSEUDO_CASES * base[a] + more) / (PSEUDO_CASES + cases);
            }
        }
        return new Check(question, answers, likelihoods, listed);
    }

    /** Before there are cases. */
    private static double[] base(boolean[] written, int count, boolean concerned) {
        int n = written.length;
        var base = new double[n + 1];
        for (int a = 0; a < n; a++) {
            base[a] = count > 0
                    ? written[a] ? ANSWERED / count : (1 - ANSWERED) / (n - count + 1)
                    : !concerned ? UNLISTED : n == 1 ? ONLY : (1 - OTHER) / n;
        }
        base[n] = count > 0 ? (1 - ANSWERED) / (n - count + 1) : !concerned ? 1 : n == 1 ? 1 - ONLY : OTHER;
        return base;
    }

    /** The causes whose fault shows itself as that of a cause which the answers speak for: the question makes sense there. */
    private Set<FaultGraph.Key> concerned(FaultGraph graph, List<Map<FaultGraph.Key, Edge>> answers) {
        return answers.stream()
                .flatMap(it -> it.keySet().stream())
                .flatMap(cause -> graph.to(cause, Kind.SYMPTOM).stream())
                .map(Edge::from)
                .filter(it -> complaints.containsKey(it.name()))
                .distinct()
                .flatMap(it -> graph.from(it).stream())
                .map(Edge::to)
                .collect(Collectors.toSet());
    }

    private static Map<FaultGraph.Key, Edge> edges(FaultGraph graph, Node symptom) {
        return graph.from(symptom.key()).stream().collect(Collectors.toMap(Edge::to, it -> it, (one, other) -> one));
    }
}
