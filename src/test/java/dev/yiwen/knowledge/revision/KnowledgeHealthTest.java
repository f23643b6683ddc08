package dev.yiwen.knowledge.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.yiwen.identity.Staff;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class KnowledgeHealthTest {
    @Inject
    Reviewed reviewed;

    @Inject
    KnowledgeHealth health;

    @Inject
    Pool pool;

    private Staff editor;

    @BeforeEach
    void an_editor() {
        editor = reviewed.editor();
    }

    @Test
    void what_editors_do_leaves_nothing_behind() {
        var id = published();
        reviewed.save(editor, id, 1, "新价格").statusCode(200);
        reviewed.schedule(editor, id, 2, Instant.now().plus(1, ChronoUnit.HOURS))
                .statusCode(200);

        assertThat(wrongWith(id)).isEmpty();
        reviewed.as(editor)
                .get("/api/v1/knowledge-health")
                .then()
                .statusCode(200)
                .body("name", equalTo(KnowledgeHealth.NAMES));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            live-unsearchable   | delete from passage where article_id = $1
            searchable-not-live | update passage set revision = 7 where article_id = $1
            live-at-once        | update article_revision set live_from = now() - interval '1 day', live_to = now() + interval '1 day' where article_id = $1 and revision = 2
            drafts-twice        | update article_revision set state = 'DRAFT' where article_id = $1
            overdue             | update article_revision set state = 'SCHEDULED', goes_live_at = now() - interval '1 hour' where article_id = $1 and revision = 2
            """)
    void what_must_not_be_is_found(String name, String fault) {
        var id = published();
        reviewed.save(editor, id, 1, "新价格").statusCode(200);
        assertThat(wrongWith(id)).isEmpty();

        // Taken back at once: everything else shares the tables.
        pool.withTransaction(tx -> tx.preparedQuery(fault)
                        .execute(Tuple.of(UUID.fromString(id)))
                        .chain(() -> KnowledgeHealth.checks(tx, Integer.MAX_VALUE))
                        .invoke(all -> assertThat(all)
                                .filteredOn(it -> it.examples().contains(UUID.fromString(id)))
                                .extracting(KnowledgeHealth.Check::name)
                                .contains(name))
                        .chain(() -> io.smallrye.mutiny.Uni.createFrom().<Void>failure(new TakenBack())))
                .onFailure(TakenBack.class)
                .recoverWithNull()
                .await()
                .indefinitely();

        assertThat(wrongWith(id)).isEmpty();
    }

    private static final class TakenBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private String published() {
        var id = reviewed.draft(editor, "旧价格");
        reviewed.step(editor, id, "publish", 1).statusCode(200);
        return id;
    }

    private List<String> wrongWith(String id) {
        return KnowledgeHealth.checks(pool, Integer.MAX_VALUE).await().indefinitely().stream()
                .filter(it -> it.examples().contains(UUID.fromString(id)))
                .map(KnowledgeHealth.Check::name)
                .toList();
    }
}
