package dev.yiwen.retrieval.index;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.knowledge.KnowledgeVersion;
import dev.yiwen.knowledge.starter.StarterKnowledge;
import dev.yiwen.retrieval.Candidate;
import dev.yiwen.retrieval.Retrieval;
import dev.yiwen.retrieval.RetrievalConfig;
import dev.yiwen.retrieval.Retrieved;
import dev.yiwen.retrieval.SearchCache;
import dev.yiwen.retrieval.Workers;
import dev.yiwen.retrieval.embedding.Embedder;
import dev.yiwen.retrieval.ranking.Reranker;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The whole search, once over passages in memory and once by pgvector, on every third question of the evaluation sets. */
@QuarkusTest
class DatabasePassagesTest {
    private static final Path SETS = Path.of("src/test/resources/evaluation");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int DEPTH = 10;
    /** Four-byte sums are rounded otherwise here and there. */
    private static final double NEAR = 0.05;

    @Inject
    Embedder embedder;

    @Inject
    Pool pool;

    @Inject
    KnowledgeVersion knowledge;

    @Inject
    StarterKnowledge starter;

    @Inject
    Workers workers;

    @Inject
    Reranker reranker;

    @Inject
    ObjectMapper json;

    @Test
    void the_database_ranks_evaluation_questions_as_memory_does() throws IOException {
        Awaitility.await().atMost(PATIENCE).until(starter::settled);
        var held = search("10000");
        var stored = search("0");
        var questions = questions();
        assertThat(questions).hasSizeGreaterThan(230);

        var apart = new ArrayList<String>();
        var different = new ArrayList<String>();
        for (var question : questions) {
            var inMemory = ask(held, question);
            var inDatabase = ask(stored, question);
            if (!slugs(inDatabase).getFirst().equals(slugs(inMemory).getFirst())
                    || Math.abs(inDatabase.confidence() - inMemory.confidence()) > NEAR) {
                apart.add(question);
            }
            if (!slugs(inMemory).equals(slugs(inDatabase))) {
                different.add(question);
            }
        }

        // The index is approximate (decision 0018) and another each time that it is built: now and then a passage is
        // missed,
        // mostly of a question that no article answers.
        assertThat(apart).hasSizeLessThanOrEqualTo(questions.size() / 100);
        assertThat(different).hasSizeLessThan(questions.size() / 10);
    }

    private Retrieval search(String heldPassages) {
        var config = new SmallRyeConfigBuilder()
                .withMapping(RetrievalConfig.class)
                .withDefaultValue("yiwen.retrieval.held-passages", heldPassages)
                .build()
                .getConfigMapping(RetrievalConfig.class);
        var mirror = new PassageMirror(pool, knowledge, new DatabasePassages(pool, config), config);
        assertThat(mirror.current().await().atMost(PATIENCE).passages())
                .isInstanceOf(heldPassages.equals("0") ? DatabasePassages.class : InMemoryPassages.class);
        return new Retrieval(
                new Retrieval.Models(embedder, reranker),
                workers,
                new Retrieval.Indexed(mirror, new Overlays(mirror, embedder, config)),
                new SearchCache(knowledge, config),
                config);
    }

    private static Retrieved ask(Retrieval retrieval, String question) {
        return retrieval
                .search(question, Set.of(Audience.CUSTOMER), DEPTH)
                .await()
                .atMost(PATIENCE);
    }

    private static List<String> slugs(Retrieved found) {
        return found.candidates().stream().map(Candidate::slug).toList();
    }

    /** Of the sets whose lines have a question, as it was asked and as it was typed. */
    private Set<String> questions() throws IOException {
        var questions = new LinkedHashSet<String>();
        for (var set : List.of("starter-questions", "typed-questions", "prompt-attacks")) {
            for (var line : Files.readAllLines(SETS.resolve(set + ".jsonl"))) {
                var fields = json.readTree(line);
                for (var name : List.of("question", "clean", "typed", "text")) {
                    questions.add(fields.path(name).textValue());
                }
            }
        }
        try (var scripts = Files.walk(SETS.resolve("conversations"))) {
            for (var script :
                    scripts.filter(it -> it.toString().endsWith(".yaml")).toList()) {
                for (var line : Files.readAllLines(script)) {
                    var said = line.split("customer: |, kind:", 3);
                    if (said.length == 3) {
                        questions.add(said[1]);
                    }
                }
            }
        }
        questions.removeIf(Objects::isNull);
        var place = new AtomicInteger();
        questions.removeIf(it -> place.getAndIncrement() % 3 != 0);
        return questions;
    }
}
