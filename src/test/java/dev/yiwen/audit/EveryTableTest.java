package dev.yiwen.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.audit.subject.DataCatalogue;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Whoever adds a table says here, or in a bean of {@link CustomerData}, what becomes of it when a customer is erased. */
@QuarkusTest
class EveryTableTest {
    private static final Map<String, String> NOT_OF_CUSTOMERS = Map.ofEntries(
            Map.entry("article", "knowledge"),
            Map.entry("article_revision", "knowledge"),
            Map.entry("review_policy", "a choice"),
            Map.entry("review_comment", "written by editors, of knowledge"),
            Map.entry("article_editing", "members of staff, for moments"),
            Map.entry("bulk_change", "knowledge"),
            Map.entry("bulk_change_article", "knowledge"),
            Map.entry("publish_set", "knowledge"),
            Map.entry("publish_set_article", "knowledge"),
            Map.entry("passage", "knowledge, indexed"),
            Map.entry("passage_encoder", "a model's name"),
            Map.entry("knowledge_version", "a number"),
            Map.entry("link_check", "addresses that articles name"),
            Map.entry("article_link", "knowledge"),
            Map.entry("snippet", "knowledge"),
            Map.entry("snippet_change", "knowledge"),
            Map.entry("graph_correction", "knowledge, by members of staff"),
            Map.entry("import_batch", "knowledge, as files bring it"),
            Map.entry("import_source", "knowledge, as files bring it, for 30 days"),
            Map.entry("import_item", "knowledge, as files bring it"),
            Map.entry("import_mapping", "names of columns"),
            Map.entry("knowledge_gap", "which questions belong together, without their words"),
            Map.entry("gap_mining", "a moment"),
            Map.entry("golden_question", "written by editors, of nobody; where from is in golden_origin"),
            Map.entry("golden_run", "counts"),
            Map.entry("golden_result", "what the bot did with editors' questions"),
            Map.entry("golden_failure", "what the bot did with editors' questions"),
            Map.entry("publish_signature", "written by editors; of wordings hashes"),
            Map.entry("publish_impact", "hashes of wordings, until another draft or other knowledge"),
            Map.entry("phrasing_refusal", "hashes of phrasings, and why not"),
            Map.entry("article_use", "counts a day"),
            Map.entry("article_use_run", "two moments"),
            Map.entry("figure_hour", "counts an hour"),
            Map.entry("quality_report", "counts, and shares of them"),
            Map.entry("report_schedule", "written by supervisors, with addresses of colleagues"),
            Map.entry("report_run", "which report was sent to which colleague"),
            Map.entry("topic", "written by editors"),
            Map.entry("index_weights", "written by supervisors"),
            Map.entry("article_check", "which member of staff looked at knowledge when"),
            Map.entry("starter_import", "times"),
            Map.entry("starter_article", "knowledge"),
            Map.entry("first_steps", "a time"),
            Map.entry("ticket_kinds", "written by supervisors"),
            Map.entry("brand_version", "written by administrators"),
            Map.entry("brand_picture", "the bot's, not customers'"),
            Map.entry("signing_secret", "the installation's"),
            Map.entry("api_key", "the operator's systems'"),
            Map.entry("webhook_endpoint", "addresses of the operator's systems"),
            Map.entry("wechat_account", "the operator's accounts"),
            Map.entry("wechat_template", "the operator's templates"),
            Map.entry("wechat_token", "the operator's, encrypted"),
            Map.entry("wechat_cursor", "how far messages were fetched"),
            Map.entry("webhook_delivery", "ids alone, for 30 days"),
            Map.entry("staff", "members of staff"),
            Map.entry("presence", "members of staff"),
            Map.entry("sign_in_pace", "addresses and logins of those who sign in as staff, for minutes"),
            Map.entry("sign_in_place", "addresses of staff"),
            Map.entry("staff_role", "names of rights, of nobody"),
            Map.entry("staff_session", "members of staff"),
            Map.entry("second_factor", "members of staff"),
            Map.entry("recovery_code", "members of staff"),
            Map.entry("routing_plan", "written by supervisors"),
            Map.entry("editor_word", "written by editors"),
            Map.entry("watch_rule", "written by supervisors"),
            Map.entry("incident", "written by supervisors"),
            Map.entry("incident_event", "what supervisors did with it"),
            Map.entry("alarm_rule", "written by supervisors, with addresses of colleagues"),
            Map.entry("alarm", "counts a day"),
            Map.entry("alarm_mute", "a choice of supervisors"),
            Map.entry("alarm_look", "dates"),
            Map.entry("alarm_rise", "a sum a stream"),
            Map.entry("review_task", "written by supervisors, with counts a day"),
            Map.entry("review_measure", "written by supervisors"),
            Map.entry("review_event", "what supervisors did with it"),
            Map.entry("criteria_version", "written by supervisors"),
            Map.entry("dissatisfaction_cluster", "words that several have in common"),
            Map.entry("calibration_rule", "a choice of supervisors"),
            Map.entry("calibration_week", "dates"),
            Map.entry("unreliable_criterion", "figures of criteria"),
            Map.entry("phrase", "written by staff, with placeholders for names"),
            Map.entry("model_day", "a number a day"),
            Map.entry("audit_event", "names customers by id alone, and is kept (see AuditEvent)"),
            Map.entry("audit_head", "numbers"),
            Map.entry("legal_hold", "no erasure while there is one; of a lifted one the reason goes with the customer"),
            Map.entry("customer_tombstone", "the id alone, and for a day a hash"),
            Map.entry("privacy_report", "counts"),
            Map.entry("flyway_schema_history", "migrations"));

    private static final String TABLES = """
            select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and n.nspname = current_schema()
            """;

    /** Straight or through others. */
    private static final String OF_A_CUSTOMER = """
            with recursive of (id) as (
              select 'customer'::regclass::oid
              union
              select k.conrelid from pg_constraint k join of on k.confrelid = of.id where k.contype = 'f'
            )
            select id::regclass::text as name from of
            """;

    private static final String OF_STAFF = """
            select k.conrelid::regclass::text as name, a.attname as column
            from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey)
            where k.contype = 'f' and k.confrelid = 'staff'::regclass
            """;

    @Inject
    DataCatalogue data;

    @Inject
    Pool database;

    @Test
    void every_table_is_erased_or_has_a_reason_not_to_be() {
        var known = new TreeSet<>(NOT_OF_CUSTOMERS.keySet());
        known.addAll(described());

        assertThat(names(TABLES)).as("A table is in neither").isSubsetOf(known);
    }

    @Test
    void what_refers_to_a_customer_is_erased() {
        assertThat(described()).containsAll(names(OF_A_CUSTOMER));
    }

    @Test
    void nothing_is_described_twice_and_no_reason_is_left_over() {
        assertThat(data.tables().stream().map(PersonalTable::name).toList()).doesNotHaveDuplicates();
        assertThat(described()).doesNotContainAnyElementsOf(NOT_OF_CUSTOMERS.keySet());
    }

    @Test
    void who_of_the_staff_had_to_do_with_a_customer_is_not_handed_out() {
        var handedOut = data.tables().stream()
                .filter(it -> it.withheld() == null)
                .collect(Collectors.toMap(PersonalTable::name, PersonalTable::hidden));

        assertThat(database.query(OF_STAFF).execute().await().indefinitely())
                .allSatisfy(row -> assertThat(
                                handedOut.getOrDefault(row.getString("name"), Set.of(row.getString("column"))))
                        .as(row.getString("name"))
                        .contains(row.getString("column")));
    }

    private Set<String> described() {
        return data.tables().stream().map(PersonalTable::name).collect(Collectors.toSet());
    }

    private List<String> names(String sql) {
        return StreamSupport.stream(
                        database.query(sql).execute().await().indefinitely().spliterator(), false)
                .map((Row row) -> row.getString("name"))
                .toList();
    }
}
