package dev.yiwen.channel.wechat.subscribe;

import dev.yiwen.identity.CustomerId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Counts what customers have consented to: one consent is one message, it does not end, and WeChat does not tell
 * what is left. */
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

    private static final String OF_CONTACT = """
            insert into wechat_consent as c (template, customer_id, remaining)
            select t.id, w.customer_id, 1 from wechat_template t join wechat_contact w on w.id = $2
            where t.account_id = $1 and t.template_id = any($3) and t.removed_at is null
            on conflict (template, customer_id) do update
              set remaining = case when $4 then least(c.remaining + 1, $5) else greatest(c.remaining, 1) end, changed_at = now()
            """;

    private static final String WITHDRAW = """
            update wechat_consent c set remaining = 0, changed_at = now()
            from wechat_template t, wechat_contact w
            where t.account_id = $1 and w.id = $2 and t.template_id = any($3) and c.template = t.id and c.customer_id = w.customer_id
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

    /** The platform has told of a yes; each is one message. */
    public Uni<Void> added(UUID account, UUID contact, List<String> templates) {
        return ofContact(account, contact, templates, true);
    }

    /** The platform has told of a yes that may have been counted already. */
    public Uni<Void> atLeastOne(UUID account, UUID contact, List<String> templates) {
        return ofContact(account, contact, templates, false);
    }

    /** The customer wants none any more. */
    public Uni<Void> withdrawn(UUID account, UUID contact, List<String> templates) {
        return database.preparedQuery(WITHDRAW)
                .execute(Tuple.of(account, contact, templates.toArray(String[]::new)))
                .replaceWithVoid();
    }

    private Uni<Void> ofContact(UUID account, UUID contact, List<String> templates, boolean another) {
        return database.preparedQuery(OF_CONTACT)
                .execute(Tuple.of(account, contact, templates.toArray(String[]::new), another, MOST))
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
