package dev.yiwen.channel.wechat.subscribe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.audit.AuditEvent;
import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.AuditLog;
import dev.yiwen.identity.StaffId;
import dev.yiwen.shared.Ids;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.Problem.Kind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** What administrators do with templates. Each change is audited with it. */
@Singleton
final class TemplateBook {
    private static final String UNIQUE_VIOLATION = "23505";
    private static final TypeReference<List<TemplateField>> FIELDS = new TypeReference<>() {};

    private static final String VIEW = """
            select t.*, coalesce((select sum(s.remaining) from wechat_consent s where s.template = t.id), 0)::bigint as consents
            from wechat_template t where t.removed_at is null and\s""";

    private static final String INSERT = """
            insert into wechat_template (id, account_id, template_id, name, page, fields, created_by)
            select $1, a.id, $3, $4, $5, $6, $7 from wechat_account a
            where a.id = $2 and a.removed_at is null and a.kind in ('MP', 'MA') returning account_id
            """;

    private final Pool database;
    private final ObjectMapper json;
    private final AuditLog log;

    TemplateBook(Pool database, ObjectMapper json, AuditLog log) {
        this.database = database;
        this.json = json;
        this.log = log;
    }

    /** The first added first. */
    Uni<List<TemplateView>> of(UUID account) {
        return database.preparedQuery(VIEW + "t.account_id = $1 order by t.created_at")
                .execute(Tuple.of(account))
                .map(this::views);
    }

    /** Fails with {@code INVALID} when WeChat would refuse a field, with {@code CONFLICT} when it is there already. */
    Uni<TemplateView> add(UUID account, TemplateForm form, StaffId by) {
        form.fields().stream().filter(it -> !it.sensible()).findFirst().ifPresent(it -> {
            throw new Problem(Kind.INVALID, "WeChat does not take that in " + it.name() + ".");
        });
        var id = Ids.next();
        return change(
                AuditKind.WECHAT_TEMPLATE_ADDED,
                id,
                by,
                transaction -> transaction
                        .preparedQuery(INSERT)
                        .execute(Tuple.tuple()
                                .addUUID(id)
                                .addUUID(account)
                                .addString(form.templateId())
                                .addString(form.name().strip())
                                .addString(form.page())
                                .addString(stored(form.fields()))
                                .addUUID(by.value()))
                        .map(rows -> rows.size()));
    }

    /** Out of sight; the consents stay with it, so that it can be had back. */
    Uni<TemplateView> remove(UUID id, boolean removed, StaffId by) {
        return change(
                removed ? AuditKind.WECHAT_TEMPLATE_REMOVED : AuditKind.WECHAT_TEMPLATE_RESTORED,
                id,
                by,
                transaction -> transaction
                        .preparedQuery(
                                "update wechat_template set removed_at = case when $2 then coalesce(removed_at, now()) end"
                                        + " where id = $1")
                        .execute(Tuple.of(id, removed))
                        .map(rows -> rows.rowCount()));
    }

    /** The fields as their column has them. */
    List<TemplateField> fields(String stored) {
        try {
            return json.readValue(stored, FIELDS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not fields of a template: " + stored, e);
        }
    }

    private String stored(List<TemplateField> fields) {
        try {
            return json.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Uni<TemplateView> change(String kind, UUID id, StaffId by, Function<SqlConnection, Uni<Integer>> work) {
        return database.withTransaction(transaction -> work.apply(transaction)
                        .invoke(count -> {
                            if (count == 0) {
                                throw new Problem(Kind.NOT_FOUND, "There is no such template or account.");
                            }
                        })
                        .call(() -> log.append(
                                transaction, new AuditEvent(kind, by.value(), "wechat-template:" + id, Map.of())))
                        .chain(() -> transaction
                                .preparedQuery(VIEW.replace("t.removed_at is null and", "") + "t.id = $1")
                                .execute(Tuple.of(id))))
                .onFailure(it -> it instanceof PgException e && UNIQUE_VIOLATION.equals(e.getSqlState()))
                .transform(e -> new Problem(Kind.CONFLICT, "This template has been added already."))
                .map(rows -> views(rows).getFirst());
    }

    private List<TemplateView> views(Iterable<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new TemplateView(
                        row.getUUID("id"),
                        row.getString("template_id"),
                        row.getString("name"),
                        row.getString("page"),
                        fields(row.getString("fields")),
                        row.getLong("consents")))
                .toList();
    }
}
