package dev.yiwen.channel.wechat.subscribe;

import dev.yiwen.identity.CustomerId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Counts what customers have consented to: one consent is one message, it does not end, and WeChat does not tell what is left. */
@Singleton
public final class Consents {
    /** Nobody consents so often and is sent nothing. */
    private static final int MOST = 50;

    private static final String COUNT = """
            insert into wechat_consent as c (template, customer_id, remaining)
            select t.id, $1, 1 from wechat_template t join wechat_account a on a.id = t.account_id and a.removed_at is null
            where t.template_id = any($2) and t.removed_at is null
            on conflict (template, customer_id) do update set remaining = least(c.remaining + 1, $3), changed_at = now()
            """;

    private static final String WANTED = """
            select t.template_id from wechat_template t
            join wechat_account a on a.id = t.account_id and a.removed_at is null and a.enabled
            where a.app_id = $1 and t.removed_at is null order by t.created_at limit 5
            """;

    private final Pool database;

    Consents(Pool database) {
        this.database = database;
    }

    Uni<Void> count(CustomerId customer, Map<String, String> answers) {
        var accepted = answers.entrySet().stream()
                .filter(it -> it.getValue().startsWith("accept"))
                .map(Map.Entry::getKey)
                .toArray(String[]::new);
        return accepted.length == 0
                ? Uni.createFrom().voidItem()
                : database.preparedQuery(COUNT)
                        .execute(Tuple.of(customer.value(), accepted, MOST))
                        .replaceWithVoid();
    }

    Uni<List<String>> wanted(String appId) {
        return database.preparedQuery(WANTED)
                .execute(Tuple.of(appId))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString(0))
                        .toList());
    }
}
