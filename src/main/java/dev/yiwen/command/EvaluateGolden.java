package dev.yiwen.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.command.argument.ReadablePath;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.KnowledgeTrial;
import dev.yiwen.knowledge.golden.Expectation;
import dev.yiwen.knowledge.golden.GoldenCase;
import dev.yiwen.knowledge.golden.GoldenResult;
import dev.yiwen.knowledge.importing.ImportOutcome;
import dev.yiwen.knowledge.importing.KnowledgeImport;
import dev.yiwen.knowledge.starter.StarterKnowledge;
import dev.yiwen.shared.HomeZone;
import jakarta.enterprise.inject.Instance;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Asks golden questions; exit status 1 when one that must pass fails. For a knowledge base that is kept in Git: the folder is
 * brought into a schema of its own, and nothing of the installation is touched.
 */
@Command(
        name = "golden",
        mixinStandardHelpOptions = true,
        description =
                "Ask golden questions of the live knowledge, or of a folder's; fails when one that must pass fails.")
final class EvaluateGolden implements Callable<Integer> {

    @Parameters(
            converter = ReadablePath.class,
            paramLabel = "FILE",
            description = "{\"question\" or \"conversation\", \"expect\": an article's slug, abstain or human} a line")
    Path file = Path.of(".");

    @Option(
            converter = ReadablePath.class,
            names = "--knowledge",
            paramLabel = "PATH",
            description = "of this folder or file, in a format of the import, in place of the live knowledge")
    @Nullable Path knowledge;

    @Option(names = "--day", paramLabel = "DATE", description = "as on this day, e.g. 2026-12-01")
    @Nullable LocalDate day;

    private final Instance<KnowledgeImport> imports;
    private final Instance<StarterKnowledge> starter;
    private final Instance<Articles> articles;
    private final Instance<KnowledgeTrial> trials;
    private final ObjectMapper json;

    EvaluateGolden(
            Instance<KnowledgeImport> imports,
            Instance<StarterKnowledge> starter,
            Instance<Articles> articles,
            Instance<KnowledgeTrial> trials,
            ObjectMapper json) {
        this.imports = imports;
        this.starter = starter;
        this.articles = articles;
        this.trials = trials;
        this.json = json;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        List<GoldenCase> cases;
        try {
            cases = GoldenFile.read(file);
        } catch (EvaluationSet.FormatFault e) {
            System.err.println(e.getMessage());
            return 2;
        }
        if (!isIndexed()) {
            return 2;
        }
        warnOfUnknown(cases);
        var results = asked(cases);
        for (var failed : results.stream().filter(it -> !it.passed()).toList()) {
            System.out.println(json.writeValueAsString(described(failed)));
        }
        System.out.println(json.writeValueAsString(figures(results)));
        return results.stream().anyMatch(it -> !it.passed() && it.asked().mustPass()) ? 1 : 0;
    }

    /** False when something of it could not be read: said. */
    private boolean isIndexed() {
        var folder = knowledge;
        if (folder == null) {
            if (articles.get().publishedOn(today()).await().indefinitely().isEmpty()) {
                System.err.println("Nothing is live here: the starter knowledge is asked.");
                starter.get().load().await().indefinitely();
            }
            return true;
        }
        try (var bar = new Bar("Indexing")) {
            var report = imports.get().from(folder, bar).await().indefinitely();
            report.faults().forEach(System.err::println);
            return report.count(ImportOutcome.FAILED) == 0;
        }
    }

    private void warnOfUnknown(List<GoldenCase> cases) {
        Set<String> live = articles.get().publishedOn(today()).await().indefinitely().stream()
                .map(it -> it.slug())
                .collect(Collectors.toSet());
        cases.stream()
                .filter(it -> it.expectation().way() == Expectation.Way.ARTICLE
                        && !live.contains(it.expectation().word()))
                .forEach(it -> System.err.printf(
                        "%s: there is no article %s%n",
                        it.name(), it.expectation().word()));
    }

    private List<GoldenResult> asked(List<GoldenCase> cases) {
        try (var bar = new Bar("Asking")) {
            bar.begin(cases.size());
            return trials.get()
                    .on(new KnowledgeTrial.Stage(today(), List.of(), Set.of()))
                    .chain(trial -> GoldenResult.of(cases, trial, bar::step))
                    .await()
                    .indefinitely();
        }
    }

    private LocalDate today() {
        var asked = day;
        return asked == null ? HomeZone.today() : asked;
    }

    private static Map<String, Object> described(GoldenResult failed) {
        var described = new LinkedHashMap<String, Object>();
        described.put("line", failed.asked().name());
        described.put("question", failed.asked().turns().getLast());
        described.put("expected", failed.asked().expectation().word());
        described.put("got", failed.got());
        described.put("confidence", Math.round(failed.confidence() * 1000) / 1000.0);
        described.put("must", failed.asked().mustPass());
        return described;
    }

    private Map<String, Object> figures(List<GoldenResult> results) {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("set", String.valueOf(file.getFileName()));
        figures.putAll(counts(results));
        figures.put(
                "mustFailed",
                results.stream()
                        .filter(it -> !it.passed() && it.asked().mustPass())
                        .count());
        figures.put(
                "byExpectation",
                results.stream()
                        .collect(Collectors.groupingBy(
                                it -> it.asked().expectation().way(),
                                TreeMap::new,
                                Collectors.collectingAndThen(Collectors.toList(), EvaluateGolden::counts))));
        var groups = results.stream()
                .filter(it -> !it.asked().group().isEmpty())
                .collect(Collectors.groupingBy(
                        it -> it.asked().group(),
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), EvaluateGolden::counts)));
        if (!groups.isEmpty()) {
            figures.put("byGroup", groups);
        }
        return figures;
    }

    private static Map<String, Object> counts(List<GoldenResult> results) {
        var counts = new LinkedHashMap<String, Object>();
        long passed = results.stream().filter(GoldenResult::passed).count();
        counts.put("n", results.size());
        counts.put("passed", passed);
        counts.put("failed", results.size() - passed);
        return counts;
    }
}
