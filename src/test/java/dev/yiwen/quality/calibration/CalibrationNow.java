package dev.yiwen.quality.calibration;

import dev.yiwen.identity.Staff;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Lets a test not wait for Monday, and choose what is drawn. */
@Singleton
public class CalibrationNow {
    /** No week of any other test. */
    private static final LocalDate WEEK = LocalDate.now().minusDays(1);

    private final WeeklyDraw weekly;
    private final Reliability reliability;
    private final Pool database;

    CalibrationNow(WeeklyDraw weekly, Reliability reliability, Pool database) {
        this.weekly = weekly;
        this.reliability = reliability;
        this.database = database;
    }

    void draw(LocalDate week) {
        weekly.draw(week).await().indefinitely();
    }

    void renew() {
        reliability.renew().await().indefinitely();
    }

    /** Of the others nothing is left. */
    public void forget() {
        database.query(
                        "delete from calibration_judgement; delete from calibration_case; delete from unreliable_criterion")
                .execute()
                .await()
                .indefinitely();
    }

    void bothSaid(List<UUID> cases, int verdict, Staff one, Staff other) {
        for (Staff judge : List.of(one, other)) {
            for (UUID id : cases) {
                database.preparedQuery("""
                                insert into calibration_judgement (case_id, conversation_id, staff_id, verdict, sealed)
                                select id, conversation_id, $2, $3, true from calibration_case where id = $1
                                on conflict (case_id, staff_id) do update set verdict = excluded.verdict""")
                        .execute(Tuple.of(id, judge.id().value(), verdict))
                        .await()
                        .indefinitely();
            }
        }
    }

    public UUID drawn(UUID conversation, String who, String criterion, int machine) {
        var id = UUID.randomUUID();
        database.preparedQuery("insert into calibration_week (week) values ($1) on conflict do nothing")
                .execute(Tuple.of(WEEK))
                .chain(() -> database.preparedQuery("""
                                insert into calibration_case (id, week, conversation_id, who, criterion, kind, machine)
                                values ($1, $2, $3, $4, $5, 'RANDOM', $6)""")
                        .execute(Tuple.tuple()
                                .addUUID(id)
                                .addLocalDate(WEEK)
                                .addUUID(conversation)
                                .addString(who)
                                .addString(criterion)
                                .addInteger(machine)))
                .await()
                .indefinitely();
        return id;
    }
}
