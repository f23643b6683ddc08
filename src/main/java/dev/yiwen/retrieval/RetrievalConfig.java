package dev.yiwen.retrieval;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Settings of the search. The defaults were chosen on the public sets (see src/docs/decisions). */
@ConfigMapping(prefix = "yiwen.retrieval")
public interface RetrievalConfig {

    /** Threads that read, embed and compare texts; 0 means one a core, which gives the best throughput. Lower it to leave room for others. */
    @WithDefault("0")
    int embedThreads();

    /** Questions that may wait for a thread. Above it they are refused: raise it to trade latency for refusals. */
    @WithDefault("256")
    int embedQueue();

    /** Of those, questions of one customer. Raise it when an integration asks much on behalf of one. */
    @WithDefault("20")
    int embedQueueEach();

    /** Query embeddings kept in memory (2 KB each). */
    @WithDefault("10000")
    int embedCache();

    /** Results of searches kept in memory (about 2 KB each) until the knowledge changes. */
    @WithDefault("10000")
    int answerCache();

    /**
     * Passages that are held in memory with their vectors (about 5 KB each) and compared one by one, at about half a millisecond
     * for 5,000. With more, the database's index is asked, which takes about as long for 10,000 as for a million.
     */
    @WithDefault("10000")
    int heldPassages();

    /** Passages kept in memory once read (about 3 KB each, and 128 bytes a token), where there are too many to hold all. */
    @WithDefault("50000")
    int passageCache();

    /** Nearest passages fetched before articles are ranked; not above hnsw.ef_search of the connections. */
    @WithDefault("100")
    int densePassages();

    /** Best lexical passages considered before articles are ranked. */
    @WithDefault("100")
    int lexicalPassages();

    /** Share of the lexical score in the sum of standardised scores; the rest is the dense score's. */
    @WithDefault("0.35")
    double lexicalWeight();

    /** Weights of the second stage, as {@code ./yiwen evaluate retrieval … --fit} writes them, in place of the shipped. */
    Optional<Path> ranking();

    /** Weights of the confidence, as {@code ./yiwen evaluate answers … --fit} writes them, in place of the shipped. */
    Optional<Path> calibration();

    /** Articles that the second stage looks at closely. Each costs some tens of microseconds. */
    @WithDefault("80")
    int shortlist();

    /** Characters of one piece of an answer. A 450-character text takes 16 times as long to embed as a short question. */
    @WithDefault("480")
    int pieceLength();
}
