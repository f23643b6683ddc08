package dev.yiwen.knowledge.graph;

import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.FaultGraph;
import dev.yiwen.knowledge.importing.source.ColumnChoice;
import dev.yiwen.knowledge.importing.source.ReadRow;
import dev.yiwen.knowledge.importing.source.SourceFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** The graph of the example knowledge, as it is after an import. */
public final class ExampleGraph {
    private ExampleGraph() {}

    public static FaultGraph read() {
        return GraphDrawing.of(articles(), List.of(), List.of());
    }

    static List<Article> articles() {
        return SourceFiles.read(Path.of("knowledge"), ColumnChoice.NONE).rows().stream()
                .map(ReadRow.class::cast)
                .map(it -> it.draft()
                        .asPublished(
                                ArticleId.of(UUID.nameUUIDFromBytes(it.slug().getBytes(StandardCharsets.UTF_8))),
                                it.slug(),
                                1,
                                "test"))
                .toList();
    }
}
