package dev.yiwen.command.wrapup;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.command.Bar;
import dev.yiwen.command.argument.Half;
import dev.yiwen.command.argument.ReadablePath;
import dev.yiwen.handoff.wrapup.Categories;
import dev.yiwen.handoff.wrapup.CategoryModel;
import dev.yiwen.handoff.wrapup.CategoryModel.Example;
import dev.yiwen.knowledge.starter.StarterKnowledge;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures what is drafted of conversations: whether the category is right, and which facts are found. */
@Command(
        name = "wrap-up",
        mixinStandardHelpOptions = true,
        description = "File conversations and find their facts; prints what was missed, then one JSON object.")
public final class EvaluateWrapUp implements Callable<Integer> {

    @Parameters(
            converter = ReadablePath.class,
            paramLabel = "FILE",
            arity = "1..*",
            description = "lines of {id, turns: [{speaker, text}]}, with category and facts where somebody filed them")
    List<Path> files = List.of();

    @Option(
            converter = ReadablePath.class,
            names = "--labels",
            paramLabel = "LABELS",
            description =
                    "lines of id and category with a tab between, for dialogues that have none; others are left out")
    @Nullable Path labels;

    @Option(
            names = "--half",
            description =
                    "dialogues of such a number: ${COMPLETION-CANDIDATES}; categories are then also learnt from the other half")
    Half half = Half.ALL;

    private final Instance<StarterKnowledge> starter;
    private final Instance<Categories> categories;
    private final ObjectMapper json;

    EvaluateWrapUp(Instance<StarterKnowledge> starter, Instance<Categories> categories, ObjectMapper json) {
        this.starter = starter;
        this.categories = categories;
        this.json = json;
    }

    private record Filed(
            FiledDialogue dialogue, String gold, @Nullable String byRules) {
        Example example() {
            return new Example(Categories.said(dialogue.transcript()), byRules, gold);
        }
    }

    @Override
    public Integer call() throws IOException {
        var dialogues = new ArrayList<FiledDialogue>();
        try {
            var known = labels();
            for (Path file : files) {
                dialogues.addAll(FiledDialogue.read(file, known, json).stream()
                        .filter(it -> it.category() != null)
                        .toList());
            }
        } catch (FiledDialogue.FormatFault e) {
            System.err.println(e.getMessage());
            return 1;
        }
        if (dialogues.isEmpty()) {
            System.err.println("No dialogue has a category.");
            return 1;
        }
        System.err.println("Indexing the starter knowledge …");
        starter.get().load().await().indefinitely();
        System.out.println(json.writeValueAsString(figures(filed(dialogues))));
        return 0;
    }

    private Map<String, String> labels() throws IOException {
        var known = new HashMap<String, String>();
        if (labels != null) {
            for (String line : Files.readAllLines(labels, StandardCharsets.UTF_8)) {
                var fields = line.split("\t");
                if (fields.length == 2 && !line.startsWith("#")) {
                    known.put(fields[0], fields[1].strip());
                }
            }
        }
        return known;
    }

    private List<Filed> filed(List<FiledDialogue> dialogues) {
        var filed = new ArrayList<Filed>();
        try (var bar = new Bar("Filing")) {
            bar.begin(dialogues.size());
            for (FiledDialogue it : dialogues) {
                var rules = categories
                        .get()
                        .byRules(it.transcript(), Optional.empty())
                        .await()
                        .indefinitely();
                filed.add(new Filed(it, Objects.requireNonNull(it.category()), rules.orElse(null)));
                bar.step();
            }
        }
        return filed;
    }

    private Map<String, Object> figures(List<Filed> filed) {
        var looked = IntStream.range(0, filed.size())
                .filter(half::holds)
                .mapToObj(filed::get)
                .toList();
        var facts = new FactScores();
        looked.forEach(it -> facts.add(it.dialogue()));
        var figures = new LinkedHashMap<String, Object>();
        figures.put(
                "set",
                files.stream().map(it -> String.valueOf(it.getFileName())).collect(Collectors.joining("+")));
        figures.put("half", half);
        figures.put("n", looked.size());
        figures.put("rules", right(looked, it -> Optional.ofNullable(it.byRules()), "rules"));
        if (half != Half.ALL) {
            var model = CategoryModel.fit(IntStream.range(0, filed.size())
                    .filter(i -> !half.holds(i))
                    .mapToObj(i -> filed.get(i).example())
                    .toList());
            figures.put("learnt", right(looked, it -> model.of(it.example().said(), it.byRules()), "learnt"));
        }
        facts.asMap().ifPresent(it -> figures.put("facts", it));
        facts.misses().forEach(System.err::println);
        return figures;
    }

    private interface Filing {
        Optional<String> of(Filed dialogue);
    }

    /** Share of those that were filed as the person did. */
    private static double right(List<Filed> all, Filing by, String name) {
        int right = 0;
        for (Filed it : all) {
            var filing = by.of(it);
            if (filing.filter(it.gold()::equals).isPresent()) {
                right++;
            } else {
                System.err.println(it.dialogue().id() + " " + name + " " + it.gold() + " -> " + filing.orElse("none"));
            }
        }
        return FactScores.share(right, all.size());
    }
}
