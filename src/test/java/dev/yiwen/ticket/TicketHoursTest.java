package dev.yiwen.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.handoff.plan.Hours;
import dev.yiwen.handoff.plan.Hours.Shift;
import dev.yiwen.handoff.plan.Plan;
import dev.yiwen.handoff.plan.Plans;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.StaffId;
import dev.yiwen.shared.HomeZone;
import dev.yiwen.ticket.deadline.Deadlines;
import dev.yiwen.ticket.deadline.Warnings;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tickets that are opened while nobody works: today and tomorrow are a holiday. */
@QuarkusTest
class TicketHoursTest {
    @Inject
    Plans plans;

    @Inject
    Tickets tickets;

    @Inject
    Promises promises;

    @Inject
    Warnings warnings;

    @Inject
    Deadlines deadlines;

    @Inject
    TicketScene scene;

    @Inject
    People people;

    private StaffId supervisor;
    private LocalDate opens;

    @BeforeEach
    void nobody_works_until_the_day_after_tomorrow() {
        supervisor = people.staff(Role.SUPERVISOR).id();
        var today = HomeZone.today();
        opens = today.plusDays(2);
        var everyDay = new Shift(Set.of(DayOfWeek.values()), LocalTime.of(9, 0), LocalTime.of(18, 0));
        hold(new Plan(
                Plan.standard().settings(),
                new Hours(List.of(everyDay), List.of(today, today.plusDays(1))),
                List.of(),
                List.of(),
                List.of()));
    }

    @AfterEach
    void everybody_works_always() {
        hold(Plan.standard());
    }

    @Test
    void the_time_of_a_complaint_begins_when_people_work_again() {
        var complaint = scene.opened(TicketKind.COMPLAINT);

        assertThat(complaint.steps()).extracting(Ticket.Due::dueAt).containsExactly(on(0, 10), on(1, 9), on(3, 9));
        assertThat(complaint.steps()).allMatch(Ticket.Due::working);
    }

    @Test
    void a_fault_waits_for_nobodys_morning() {
        var fault = scene.opened(TicketKind.FAULT);

        assertThat(fault.steps()).singleElement().satisfies(it -> {
            assertThat(it.dueAt()).isEqualTo(fault.openedAt().plus(Duration.ofHours(4)));
            assertThat(it.working()).isFalse();
        });
    }

    @Test
    void supervisors_are_warned_in_working_hours_before_and_after() {
        var ticket = scene.opened(TicketKind.OTHER);
        var step = ticket.next().orElseThrow();
        assertThat(step.warnAt()).isEqualTo(on(0, 9).plus(Duration.ofMinutes((long) (9 * 60 * 0.75))));
        scene.age(ticket, Duration.ofHours(25));
        TicketScene.await(warnings.send());
        assertThat(history(ticket)).as("by the clock it would be late").containsExactly(TicketEvent.What.OPENED);

        scene.age(
                ticket,
                Duration.between(Instant.now().plus(Duration.ofHours(25)), step.warnAt())
                        .plusSeconds(1));
        TicketScene.await(warnings.send());
        scene.age(ticket, Duration.between(step.warnAt(), step.dueAt()).plusSeconds(1));
        TicketScene.await(warnings.send());

        assertThat(history(ticket))
                .containsExactly(TicketEvent.What.OPENED, TicketEvent.What.DUE_SOON, TicketEvent.What.OVERDUE);
    }

    @Test
    void a_wait_for_the_customer_that_nobody_worked_in_moves_no_deadline() {
        var complaint = scene.opened(TicketKind.COMPLAINT);
        var due = complaint.steps().getFirst().dueAt();
        var holiday = new Deadlines.Pause(
                TicketKind.COMPLAINT,
                0,
                opens.minusDays(2).atStartOfDay(HomeZone.id()).toInstant(),
                on(0, 8));
        var morning = new Deadlines.Pause(TicketKind.COMPLAINT, 0, on(0, 8), on(0, 17));

        assertThat(deadlines.after(holiday, due, true)).isEqualTo(due);
        assertThat(deadlines.after(morning, due, true))
                .as("8 hours of work after 10:00")
                .isEqualTo(on(0, 18));
        assertThat(deadlines.after(morning, due, false)).isEqualTo(due.plus(Duration.ofHours(9)));
    }

    @Test
    void customers_are_promised_working_days() {
        assertThat(promises.all())
                .extracting(it -> it.words().chinese())
                .contains("1 小时（工作时间）内联系您，1 个工作日内给出处理方案，3 个工作日内回访。", "4 小时内处理并答复您。");
        assertThat(promises.all())
                .extracting(it -> it.words().english())
                .contains("We see to it and reply within 4 h.");
    }

    private List<TicketEvent.What> history(Ticket ticket) {
        return TicketScene.await(tickets.whole(ticket.id())).history().stream()
                .map(TicketEvent::what)
                .toList();
    }

    private Instant on(int daysAfterOpening, int hour) {
        return opens.plusDays(daysAfterOpening)
                .atTime(hour, 0)
                .atZone(HomeZone.id())
                .toInstant();
    }

    private void hold(Plan plan) {
        TicketScene.await(plans.change(plans.current().version(), plan, supervisor, "测试"));
    }
}
