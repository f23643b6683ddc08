package dev.yiwen.channel.wechat.subscribe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.shared.Ids;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Tells a customer by a subscribe message that an answer waits which may not be sent before they write. Takes a consent, and a
 * waiting message is told of once.
 */
@Singleton
public final class Reminders {
    /** WeChat knows of no consent, whatever we counted. */
    private static final int NO_CONSENT = 43101;

    private static final String TAKE = """
            update wechat_consent s set remaining = s.remaining - 1, changed_at = now()
            from wechat_template t
            where t.id = s.template and s.ctid = (
              select c.ctid from wechat_consent c join wechat_template w on w.id = c.template
              where w.account_id = $1 and w.removed_at is null and c.customer_id = $2 and c.remaining > 0
                and not exists (select from wechat_outbox o where o.about = $3)
              order by w.created_at limit 1 for update of c)
            returning t.*
            """;

    private static final String PLAN = """
            insert into wechat_outbox (id, contact_id, voice, text, form, template, about)
            values ($1, $2, 'BOT', $3, 'REMINDER', $4, $5)
            """;

    private static final String GIVE_BACK = """
            update wechat_consent s set remaining = case when $2 then 0 else s.remaining + 1 end, changed_at = now()
            from wechat_outbox o join wechat_contact c on c.id = o.contact_id
            where o.id = $1 and s.template = o.template and s.customer_id = c.customer_id
            """;

    private static final String ARRIVED = """
            update wechat_outbox set state = case when $3 = 0 then 'SENT' else 'FAILED' end, code = nullif($3, 0),
              reason = case when $3 = 0 then null else 'not-delivered' end
            where id = (
              select o.id from wechat_outbox o join wechat_template t on t.id = o.template
              where o.contact_id = $1 and o.form = 'REMINDER' and o.state in ('SENT', 'UNKNOWN') and t.template_id = $2
              order by o.number desc limit 1)
            """;

    private final Pool database;
    private final TemplateBook book;
    private final ObjectMapper json;

    Reminders(Pool database, TemplateBook book, ObjectMapper json) {
        this.database = database;
        this.book = book;
        this.json = json;
    }

    /**
     * A message that waits.
     *
     * @param id its row in the outbox
     * @param text its words
     */
    public record Waiting(UUID account, UUID contact, UUID customer, UUID id, String text) {}

    /** Puts a reminder into the outbox; false where there is no consent, or it was told of before. */
    public Uni<Boolean> plan(SqlConnection transaction, Waiting waiting) {
        return transaction
                .preparedQuery(TAKE)
                .execute(Tuple.of(waiting.account(), waiting.customer(), waiting.id()))
                .chain(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(template -> transaction
                                .preparedQuery(PLAN)
                                .execute(Tuple.of(
                                        Ids.next(),
                                        waiting.contact(),
                                        message(template, waiting.text()),
                                        template.getUUID("id"),
                                        waiting.id()))
                                .replaceWith(true))
                        .orElseGet(() -> Uni.createFrom().item(false)));
    }

    /** WeChat has refused it, so the consent was not taken; unless there is none. */
    public Uni<Void> refused(SqlConnection transaction, UUID reminder, @Nullable Integer code) {
        return transaction
                .preparedQuery(GIVE_BACK)
                .execute(Tuple.of(reminder, code != null && code == NO_CONSENT))
                .replaceWithVoid();
    }

    /** What the platform says became of the last one of each template; the consent is used up either way. */
    public Uni<Void> arrived(UUID contact, Map<String, Integer> results) {
        return Multi.createFrom()
                .iterable(results.entrySet())
                .onItem()
                .transformToUniAndConcatenate(
                        it -> database.preparedQuery(ARRIVED).execute(Tuple.of(contact, it.getKey(), it.getValue())))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    /** As {@code subscribe/send} and {@code bizsend} take it, but for whom. */
    public Map<String, Object> body(String openId, String stored) {
        try {
            var body = new LinkedHashMap<String, Object>();
            body.put("touser", openId);
            json.readTree(stored).properties().forEach(it -> body.put(it.getKey(), it.getValue()));
            return body;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not a subscribe message: " + stored, e);
        }
    }

    private String message(Row template, String answer) {
        var data = new LinkedHashMap<String, Map<String, String>>();
        var now = Instant.now();
        for (var field : book.fields(template.getString("fields"))) {
            data.put(field.name(), Map.of("value", field.filled(answer, now)));
        }
        var message = new LinkedHashMap<String, Object>();
        message.put("template_id", template.getString("template_id"));
        var page = template.getString("page");
        if (page != null && !page.isBlank()) {
            message.put("page", page);
        }
        message.put("data", data);
        try {
            return json.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
