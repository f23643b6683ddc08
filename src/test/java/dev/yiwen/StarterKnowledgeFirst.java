package dev.yiwen;

import static org.awaitility.Awaitility.await;

import dev.yiwen.knowledge.starter.StarterKnowledge;
import io.quarkus.arc.Arc;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import java.time.Duration;

/**
 * Tests begin when the starter knowledge is there: while it is imported, articles come and the knowledge's version moves under
 * whatever a test looks at.
 */
public final class StarterKnowledgeFirst implements QuarkusTestBeforeEachCallback {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        var starter = Arc.container().instance(StarterKnowledge.class).get();
        await("the starter knowledge").atMost(PATIENCE).until(starter::settled);
    }
}
