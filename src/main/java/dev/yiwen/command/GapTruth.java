package dev.yiwen.command;

import dev.yiwen.command.argument.Half;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The standard question that each query stands for, also where it is missing in the set. */
final class GapTruth {
    private static final String QUERIES = "queries.jsonl";

    private final Map<String, String> standards;

    private GapTruth(Map<String, String> standards) {
        this.standards = standards;
    }

    /**
     * @param given the folder that tells; null looks for one beside {@code folder}
     */
    static GapTruth of(EvaluationSet set, Path folder, @Nullable Path given) throws EvaluationSet.FormatFault {
        if (given != null) {
            var told = read(given.resolve(QUERIES));
            for (var query : set.queries()) {
                if (!told.containsKey(query.id())) {
                    throw new EvaluationSet.FormatFault(
                            given.resolve(QUERIES), 0, "says nothing of the query " + query.id());
                }
            }
            return new GapTruth(told);
        }
        return beside(set, folder)
                .orElseThrow(() -> new EvaluationSet.FormatFault(
                        folder, 0, "no folder beside it names what its queries stand for; name one with --truth"));
    }

    /** Queries of the standard questions of a half: all ways to ask the same stay together. */
    List<EvaluationSet.Query> in(Half half, List<EvaluationSet.Query> queries) {
        return queries.stream().filter(it -> half.holds(of(it))).toList();
    }

    String of(EvaluationSet.Query query) {
        return standards.getOrDefault(query.id(), query.id());
    }

    private static Optional<GapTruth> beside(EvaluationSet set, Path folder) throws EvaluationSet.FormatFault {
        var parent = folder.toAbsolutePath().normalize().getParent();
        if (parent == null) {
            return Optional.empty();
        }
        List<Path> folders;
        try (var beside = Files.list(parent)) {
            folders = beside.filter(it -> Files.isReadable(it.resolve(QUERIES)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return Optional.empty();
        }
        for (var other : folders) {
            var told = read(other.resolve(QUERIES));
            if (set.queries().stream().allMatch(it -> told.containsKey(it.id())) && areTheSame(set, other)) {
                return Optional.of(new GapTruth(told));
            }
        }
        return Optional.empty();
    }

    /** Ids are numbers in many sets; the words tell whether the questions are these. */
    private static boolean areTheSame(EvaluationSet set, Path other) throws EvaluationSet.FormatFault {
        var texts = new HashMap<String, String>();
        EvaluationSet.eachLine(
                other.resolve(QUERIES),
                (node, line) ->
                        texts.put(node.path("id").asText(), node.path("text").asText()));
        return set.queries().stream().allMatch(it -> it.text().equals(texts.get(it.id())));
    }

    /** The document of the highest gain by query; queries without one are left out. */
    private static Map<String, String> read(Path file) throws EvaluationSet.FormatFault {
        var told = new HashMap<String, String>();
        EvaluationSet.eachLine(file, (node, line) -> {
            var relevant = node.path("relevant");
            relevant.properties().stream()
                    .max(Map.Entry.comparingByValue((a, b) -> Integer.compare(a.asInt(), b.asInt())))
                    .ifPresent(best -> told.put(node.path("id").asText(), best.getKey()));
        });
        return told;
    }
}
