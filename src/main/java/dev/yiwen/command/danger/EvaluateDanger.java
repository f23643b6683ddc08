package dev.yiwen.command.danger;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.command.Bar;
import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.knowledge.starter.StarterKnowledge;
import dev.yiwen.retrieval.Retrieval;
import dev.yiwen.shared.HomeZone;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures how much danger is told by meaning alone, in sentences that the model was not fitted on. */
@Command(
        name = "danger",
        mixinStandardHelpOptions = true,
        description = "Tell dangerous sentences from calm ones and from the starter knowledge's own, fold by fold.")
public final class EvaluateDanger implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "sentences a line, dangerous below a line [danger], calm below [calm] and before both")
    List<Path> files = List.of();

    @Option(names = "--folds", description = "parts that are left out in turn; ${DEFAULT-VALUE} by default")
    int folds = 10;

    @Option(names = "--fit", paramLabel = "MODEL", description = "fit on all sentences and write the model there")
    @Nullable Path fit;

    private final Instance<StarterKnowledge> starter;
    private final Instance<Articles> articles;
    private final Instance<Retrieval> retrieval;
    private final ObjectMapper json;

    EvaluateDanger(
            Instance<StarterKnowledge> starter,
            Instance<Articles> articles,
            Instance<Retrieval> retrieval,
            ObjectMapper json) {
        this.starter = starter;
        this.articles = articles;
        this.retrieval = retrieval;
        this.json = json;
    }

    @Override
    public Integer call() throws IOException {
        var texts = new LinkedHashMap<String, Boolean>();
        System.err.println("Indexing the starter knowledge …");
        starter.get().load().await().indefinitely();
        phrasings().forEach(it -> texts.put(it, false));
        for (Path file : files) {
            texts.putAll(DangerSentences.read(file));
        }
        var sentences = embedded(texts);
        var unseen = DangerFit.byFolds(sentences, folds);
        double threshold = DangerFit.threshold(unseen);
        unseen.stream()
                .filter(it -> it.sentence().danger() != it.score() > threshold)
                .forEach(it -> System.err.printf(
                        "%s %.2f %s%n",
                        it.sentence().danger() ? "missed" : "false",
                        it.score(),
                        it.sentence().text()));
        Path model = fit;
        if (model != null) {
            String names = names();
            json.writeValue(
                    model.toFile(),
                    DangerFit.of(
                            sentences,
                            threshold,
                            names + ", the questions of the starter knowledge",
                            "./yiwen evaluate danger " + names + " --fit MODEL"));
        }
        System.out.println(json.writeValueAsString(figures(unseen, threshold)));
        return 0;
    }

    private String names() {
        return String.join(
                " ", files.stream().map(it -> String.valueOf(it.getFileName())).toList());
    }

    private Stream<String> phrasings() {
        return articles.get().publishedOn(HomeZone.today()).await().indefinitely().stream()
                .filter(it -> it.audience() == Audience.CUSTOMER)
                .flatMap(EvaluateDanger::phrasings);
    }

    private static Stream<String> phrasings(Article article) {
        return Stream.concat(Stream.of(article.question()), article.phrasings().stream());
    }

    private List<DangerFit.Sentence> embedded(Map<String, Boolean> texts) {
        var sentences = new ArrayList<DangerFit.Sentence>();
        try (var bar = new Bar("Embedding")) {
            bar.begin(texts.size());
            texts.forEach((text, danger) -> {
                var vector = retrieval.get().meaning(text).await().indefinitely();
                sentences.add(new DangerFit.Sentence(text, vector, danger));
                bar.step();
            });
        }
        return sentences;
    }

    private Map<String, Object> figures(List<DangerFit.Unseen> unseen, double threshold) {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("set", names());
        figures.put("danger", count(unseen, true, Double.NEGATIVE_INFINITY));
        figures.put("calm", count(unseen, false, Double.NEGATIVE_INFINITY));
        figures.put("folds", folds);
        figures.put("threshold", Math.round(threshold * 1e4) / 1e4);
        figures.put("found", count(unseen, true, threshold));
        figures.put("falseAlarms", count(unseen, false, threshold));
        return figures;
    }

    private static long count(List<DangerFit.Unseen> unseen, boolean danger, double above) {
        return unseen.stream()
                .filter(it -> it.sentence().danger() == danger && it.score() > above)
                .count();
    }
}
