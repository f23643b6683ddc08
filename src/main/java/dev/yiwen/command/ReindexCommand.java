package dev.yiwen.command;

import dev.yiwen.retrieval.embedding.Embedder;
import dev.yiwen.retrieval.index.Reindexing;
import jakarta.enterprise.inject.Instance;
import picocli.CommandLine.Command;

/** Makes the search index anew by the model of the settings; until it is done nothing is found. */
@Command(
        name = ReindexCommand.NAME,
        mixinStandardHelpOptions = true,
        description =
                "Make the search index anew, after the settings name another embedding model; stop the service first.")
final class ReindexCommand implements Runnable {
    static final String NAME = "reindex";

    private final Instance<Reindexing> reindexing;
    private final Instance<Embedder> embedder;

    ReindexCommand(Instance<Reindexing> reindexing, Instance<Embedder> embedder) {
        this.reindexing = reindexing;
        this.embedder = embedder;
    }

    @Override
    public void run() {
        try (var bar = new Bar("Indexing")) {
            reindexing.get().anew(bar).await().indefinitely();
        }
        var model = embedder.get().model();
        System.out.printf("The knowledge is indexed by %s, %d components.%n", model.name(), model.dimension());
    }
}
