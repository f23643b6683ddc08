package dev.yiwen.handoff.wall;

import dev.yiwen.conversation.CallLine;
import dev.yiwen.conversation.CallLines;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.TalkSign;
import dev.yiwen.conversation.TalkSigns;
import dev.yiwen.handoff.packet.FirstWords;
import dev.yiwen.handoff.plan.Plan;
import dev.yiwen.handoff.plan.Plans;
import dev.yiwen.handoff.wait.WaitsSince;
import dev.yiwen.identity.StaffId;
import dev.yiwen.privacy.Masked;
import dev.yiwen.triage.Triage;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The conversations that agents have in hand, for their supervisors. */
@Singleton
public final class InHand {
    private static final int LONGEST = 300;
    private static final int LONGEST_TEXT = 200;
    /** The customer's last messages by which they are calm or not. */
    private static final int LATELY = 5;
    /** What the voice adds from which it is worth a mark. */
    private static final double HEARD = 0.1;

    private static final String READ = """
            select c.id, c.epoch, c.channel, c.subject, c.agent_id, s.name as agent_name, cu.name,
              coalesce(h.assigned_at, c.opened_at) as since,
              exists (select from handoff u where u.conversation_id = c.id and u.urgent_at is not null) as urgent,
              c.reason ->> 'code' = 'LEGAL_OR_COMPLAINT' as complaint, words.texts, first.texts as first_texts, %s,
              left(last.text, 264) as text
            from conversation c
            join staff s on s.id = c.agent_id
            join customer cu on cu.id = c.customer_id
            left join lateral (
              select assigned_at from handoff h
              where h.conversation_id = c.id and h.agent_id = c.agent_id order by h.epoch desc limit 1) h on true
            left join lateral (
              select array_agg(m.body ->> 'text' order by m.seq) as texts from (
                select body, seq from message
                where conversation_id = c.id and author = 'customer' order by seq desc limit $2) m) words on true
            left join lateral (
              select array_agg(left(m.body ->> 'text', 264) order by m.seq) as texts from (
                select body, seq from message
                where conversation_id = c.id and author = 'customer' order by seq limit 3) m) first on true
            left join lateral (
              select body ->> 'text' as text from message
              where conversation_id = c.id and author <> 'system' order by seq desc limit 1) last on true
            where c.owner = 'agent'
            order by since limit $1
            """.formatted(WaitsSince.COLUMN);

    private final Pool database;
    private final Triage triage;
    private final CallLines lines;
    private final TalkSigns signs;
    private final Plans plans;

    InHand(Pool database, Triage triage, CallLines lines, TalkSigns signs, Plans plans) {
        this.database = database;
        this.triage = triage;
        this.lines = lines;
        this.signs = signs;
        this.plans = plans;
    }

    private record Known(Map<ConversationId, CallLine> lines, Map<ConversationId, TalkSign> signs) {}

    /** Whoever needs a supervisor most is first; among those who need them alike, who has lasted longest. */
    public Uni<List<Held>> all() {
        return database.preparedQuery(READ)
                .execute(Tuple.of(LONGEST, LATELY))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList())
                .chain(rows -> Uni.combine()
                        .all()
                        .unis(lines.of(ids(rows.stream().filter(InHand::isCall))), signs.of(ids(rows.stream())))
                        .with(Known::new)
                        // Hundreds of lines are read for personal data.
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .map(known -> sorted(rows, known)));
    }

    private static boolean isCall(Row row) {
        return Channel.valueOf(row.getString("channel")) == Channel.VOICE;
    }

    private static List<ConversationId> ids(Stream<Row> rows) {
        return rows.map(InHand::id).toList();
    }

    private static ConversationId id(Row row) {
        return ConversationId.of(row.getUUID("id"));
    }

    private List<Held> sorted(List<Row> rows, Known known) {
        var plan = plans.current().plan();
        return rows.stream()
                .map(row -> held(
                        row, plan, known.lines().get(id(row)), known.signs().getOrDefault(id(row), TalkSign.NOTHING)))
                .sorted(Comparator.comparingInt((Held it) -> -it.urgency()).thenComparing(Held::since))
                .toList();
    }

    private Held held(Row row, Plan plan, @Nullable CallLine line, TalkSign sign) {
        var waits = row.getOffsetDateTime("waits_since");
        var agent = StaffId.of(row.getUUID("agent_id"));
        var moods = moods(row, sign);
        double anger = Stream.concat(moods.stream().skip(Math.max(0, moods.size() - LATELY)), angers(row))
                .mapToDouble(it -> it)
                .max()
                .orElse(0);
        boolean danger = row.getBoolean("urgent");
        boolean complaint = Boolean.TRUE.equals(row.getBoolean("complaint"));
        return new Held(
                id(row),
                row.getInteger("epoch"),
                Channel.valueOf(row.getString("channel")),
                row.getString("subject"),
                new Held.CustomerName(row.getString("name")),
                agent,
                row.getString("agent_name"),
                groups(plan, agent),
                row.getOffsetDateTime("since").toInstant(),
                anger,
                moods,
                !sign.moods().isEmpty() && sign.moods().getLast().voice() >= HEARD,
                danger,
                complaint,
                waits == null ? null : waits.toInstant(),
                Optional.of(FirstWords.of(texts(row, "first_texts")))
                        .filter(it -> !it.isBlank())
                        .orElse(null),
                Masked.beginning(row.getString("text"), LONGEST_TEXT),
                line,
                sign.step(),
                sign.alerts(),
                Urgency.of(danger, complaint, anger, sign.alerts()));
    }

    /** As it was noted message by message; of what nobody has noted yet, each by its words. */
    private List<Double> moods(Row row, TalkSign sign) {
        return sign.moods().isEmpty()
                ? angers(row).toList()
                : sign.moods().stream().map(TalkSign.Mood::anger).toList();
    }

    private Stream<Double> angers(Row row) {
        return texts(row, "texts").stream().map(triage::angerIn);
    }

    private static List<String> texts(Row row, String column) {
        var texts = row.getArrayOfStrings(column);
        return texts == null ? List.of() : List.of(texts);
    }

    private static List<String> groups(Plan plan, StaffId agent) {
        return plan.skillsOf(agent).groups().stream()
                .flatMap(it -> plan.group(it).map(Plan.Group::name).stream())
                .sorted()
                .collect(Collectors.toList());
    }
}
