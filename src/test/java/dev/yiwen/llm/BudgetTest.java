package dev.yiwen.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.yiwen.shared.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Spent tokens are rows, so that all instances share them. */
@QuarkusTest
class BudgetTest {
    private static final String GOOD = "补卡收取 10 元。";

    @Inject
    Pool database;

    private final ChatStub stub = new ChatStub();

    @BeforeEach
    void anew() {
        database.query("delete from model_day").execute().await().indefinitely();
        stub.says(GOOD);
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void charges_the_conversation_and_the_day_with_what_was_spent() {
        var conversation = conversation();

        ask(model("budget.day=100000"), conversation);

        await().untilAsserted(() -> assertThat(spent(conversation)).isEqualTo(340));
        assertThat(spentToday()).isEqualTo(340);
    }

    @Test
    void asks_no_more_once_the_conversation_has_spent_its_budget() {
        var conversation = conversation();
        var model = model("budget.conversation=800", "max-tokens=500");
        ask(model, conversation);
        await().untilAsserted(() -> assertThat(spent(conversation)).isEqualTo(340));

        var second = ask(model, conversation);

        assertThat(fault(second)).isEqualTo(Fault.CONVERSATION_BUDGET);
        assertThat(ask(model, conversation())).isInstanceOf(Reply.Whole.class);
        assertThat(stub.calls()).isEqualTo(2);
    }

    @Test
    void asks_no_more_once_any_instance_has_spent_the_day() {
        ask(model("budget.day=800", "max-tokens=500"), conversation());
        await().untilAsserted(() -> assertThat(spentToday()).isEqualTo(340));
        var conversation = conversation();

        var other = ask(model("budget.day=800", "max-tokens=500"), conversation);

        assertThat(fault(other)).isEqualTo(Fault.DAY_BUDGET);
        assertThat(spent(conversation)).isZero();
        assertThat(spentToday()).isEqualTo(340);
    }

    @Test
    void charges_nothing_for_a_refusal() {
        var conversation = conversation();
        stub.now(ChatStub.status(500));

        ask(model("retries=0"), conversation);

        await().untilAsserted(() -> assertThat(spent(conversation)).isZero());
    }

    private LanguageModel model(String... settings) {
        var config = stub.config(settings);
        return new LanguageModel(config, new PgBudget(database, config), (StreamingChatModel) null);
    }

    private static Reply ask(LanguageModel model, UUID conversation) {
        return model.write(new Prompt(conversation, "规则", Redaction.of("补卡多少钱")), text -> {})
                .await()
                .indefinitely();
    }

    private static Fault fault(Reply reply) {
        return ((Reply.Broken) reply).fault();
    }

    private UUID conversation() {
        var customer = Ids.next();
        var conversation = Ids.next();
        database.preparedQuery("with c as (insert into customer (id) values ($1) returning id)"
                        + " insert into conversation (id, customer_id, channel) select $2, id, 'WEB' from c")
                .execute(Tuple.of(customer, conversation))
                .await()
                .indefinitely();
        return conversation;
    }

    private long spent(UUID conversation) {
        return sum(
                "select coalesce(sum(tokens), 0)::bigint from model_conversation where conversation_id = $1",
                Tuple.of(conversation));
    }

    private long spentToday() {
        return sum("select coalesce(sum(tokens), 0)::bigint from model_day", Tuple.tuple());
    }

    private long sum(String query, Tuple parameters) {
        return database.preparedQuery(query)
                .execute(parameters)
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }
}
