package dev.yiwen.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.yiwen.answer.AnswerConfig;
import dev.yiwen.command.argument.Half;
import dev.yiwen.command.argument.ReadablePath;
import dev.yiwen.command.argument.WritableFile;
import dev.yiwen.knowledge.QuestionClusters;
import dev.yiwen.knowledge.QuestionLikeness.Alike;
import dev.yiwen.retrieval.QuestionsAlike;
import dev.yiwen.retrieval.Retrieval;
import dev.yiwen.retrieval.ranking.Likeness;
import dev.yiwen.retrieval.ranking.LikenessFit;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures the mining of gaps: questions whose standard questions are missing, grouped and proposed to an editor. */
@Command(
        name = "gaps",
        mixinStandardHelpOptions = true,
        description = "Group the questions of a set that nothing answers; compare with the questions they stand for.")
final class EvaluateGaps implements Callable<Integer> {
    /** Questions that make a group worth an editor's look where all that was left unanswered is mined. */
    private static final int RECURRING = 2;

    @Parameters(
            converter = ReadablePath.class,
            paramLabel = "DIR",
            description = "folder with documents.jsonl and queries.jsonl, some of them without a relevant document")
    Path folder = Path.of(".");

    @Option(
            converter = ReadablePath.class,
            names = "--truth",
            paramLabel = "DIR",
            description = "folder whose queries.jsonl names for the same ids what they stand for; without it, a folder"
                    + " beside DIR that does")
    @Nullable Path truth;

    @Option(
            names = "--half",
            description = "standard questions whose id ends in such a digit: ${COMPLETION-CANDIDATES}")
    Half half = Half.ALL;

    @Option(
            converter = WritableFile.class,
            names = "--fit",
            paramLabel = "FILE",
            description = "fit the likeness on pairs of the even half, write it there, and report the odd half with it")
    @Nullable Path fit;

    private final Instance<EvaluationKnowledge> knowledge;
    private final Instance<QuestionsAlike> alike;
    private final Instance<Retrieval> retrieval;
    private final Instance<AnswerConfig> config;
    private final ObjectMapper json;

    EvaluateGaps(
            Instance<EvaluationKnowledge> knowledge,
            Instance<QuestionsAlike> alike,
            Instance<Retrieval> retrieval,
            Instance<AnswerConfig> config,
            ObjectMapper json) {
        this.knowledge = knowledge;
        this.alike = alike;
        this.retrieval = retrieval;
        this.config = config;
        this.json = json;
    }

    @Override
    public Integer call() throws IOException {
        EvaluationSet set;
        GapTruth standards;
        try {
            set = EvaluationSet.read(List.of(folder));
            standards = GapTruth.of(set, folder, truth);
        } catch (EvaluationSet.FormatFault e) {
            System.err.println(e.getMessage());
            return 1;
        }
        knowledge.get().index(set);
        var likeness = fit == null ? Likeness.shipped() : fitted(set, standards, fit);
        var reported = fit == null ? half : Half.ODD;
        System.out.println(json.writeValueAsString(figures(set, standards, likeness, reported)));
        return 0;
    }

    private Map<String, Object> figures(EvaluationSet set, GapTruth standards, Likeness likeness, Half reported) {
        var asked = standards.in(reported, set.queries());
        var unanswerable = asked.stream().filter(it -> it.relevant().isEmpty()).toList();
        var names = unanswerable.stream().map(standards::of).toList();
        var wanted = new HashSet<>(names);
        var compared = compare("Comparing", unanswerable);
        var ours = GapFigures.of(QuestionClusters.of(names.size(), alike(compared, likeness)), names, wanted, 1);
        var figures = new LinkedHashMap<String, Object>();
        figures.put("set", set.name());
        figures.put("n", ours.questions());
        figures.put("clusters", ours.clusters());
        figures.put("pairwise", ours.pairwise());
        figures.put("floors", floors(unanswerable, compared, names, wanted));
        figures.put("recurring", recurring(compared, likeness, names));
        figures.put("mined", mined(asked, standards, likeness, wanted));
        figures.put("missing", ours.missing());
        figures.put("proposed", ours.proposed());
        figures.put("found", ours.found());
        return figures;
    }

    /** Standard questions asked in at least two ways, and groups of at least two questions: what an editor looks at first. */
    private static Map<String, Object> recurring(
            List<QuestionsAlike.Compared> compared, Likeness likeness, List<String> names) {
        var often = names.stream().collect(Collectors.groupingBy(it -> it, Collectors.counting())).entrySet().stream()
                .filter(it -> it.getValue() >= RECURRING)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return proposals(
                GapFigures.of(QuestionClusters.of(names.size(), alike(compared, likeness)), names, often, RECURRING));
    }

    /** All questions that the search is not sure enough of to answer, those that it should have answered too. */
    private Map<String, Object> mined(
            List<EvaluationSet.Query> asked, GapTruth standards, Likeness likeness, Set<String> wanted) {
        double answerAt = config.get().answerAt();
        var left = Asking.each("Asking", asked, it -> Outcome.of(it, retrieval.get())).stream()
                .filter(it -> it.confidence() < answerAt)
                .map(Outcome::query)
                .toList();
        var names = left.stream().map(standards::of).toList();
        var groups = QuestionClusters.of(names.size(), alike(compare("Comparing", left), likeness));
        var figures = new LinkedHashMap<String, Object>();
        figures.put("unanswered", left.size());
        figures.putAll(proposals(GapFigures.of(groups, names, wanted, 1)));
        figures.put("recurring", proposals(GapFigures.of(groups, names, wanted, RECURRING)));
        return figures;
    }

    private static Map<String, Object> proposals(GapFigures figures) {
        var proposals = new LinkedHashMap<String, Object>();
        proposals.put("missing", figures.missing());
        proposals.put("proposed", figures.proposed());
        proposals.put("found", figures.found());
        return proposals;
    }

    /** The plain methods, each at its best of what it can be set to: more than anybody could know. */
    private Map<String, Object> floors(
            List<EvaluationSet.Query> queries,
            List<QuestionsAlike.Compared> compared,
            List<String> names,
            Set<String> wanted) {
        var cosines = compared.stream()
                .map(it -> new Alike(it.first(), it.second(), it.pair().values().getFirst()))
                .toList();
        var singleLink = IntStream.rangeClosed(70, 97)
                .mapToObj(
                        it -> GapFigures.of(GapFloors.singleLink(names.size(), cosines, it / 100.0), names, wanted, 1))
                .max(Comparator.comparingDouble(GapFigures::f1))
                .orElseThrow();
        var vectors = queries.stream()
                .map(it -> retrieval.get().meaning(it.text()).await().indefinitely())
                .toList();
        var kMeans = GapFigures.of(GapFloors.kMeans(vectors, wanted.size()), names, wanted, 1);
        var floors = new LinkedHashMap<String, Object>();
        floors.put("kMeans", kMeans.pairwise());
        floors.put("singleLink", singleLink.pairwise());
        return floors;
    }

    private List<QuestionsAlike.Compared> compare(String task, List<EvaluationSet.Query> queries) {
        System.err.printf("%s: %d%n", task, queries.size());
        return alike.get()
                .compared(queries.stream().map(EvaluationSet.Query::text).toList())
                .await()
                .indefinitely();
    }

    private static List<Alike> alike(List<QuestionsAlike.Compared> compared, Likeness likeness) {
        return compared.stream()
                .map(it -> new Alike(it.first(), it.second(), likeness.probability(it.pair())))
                .toList();
    }

    private Likeness fitted(EvaluationSet set, GapTruth standards, Path file) throws IOException {
        var queries = standards.in(Half.EVEN, set.queries());
        var samples = compare("Comparing", queries).stream()
                .map(it -> new LikenessFit.Sample(
                        it.pair(),
                        standards.of(queries.get(it.first())).equals(standards.of(queries.get(it.second())))))
                .toList();
        var likeness = LikenessFit.of(
                samples,
                "%s, standard questions of the even half: %d pairs".formatted(set.name(), samples.size()),
                "./yiwen evaluate gaps " + set.name() + " --fit FILE");
        json.copy().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), likeness);
        return likeness;
    }
}
