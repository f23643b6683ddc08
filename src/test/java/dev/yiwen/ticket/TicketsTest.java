package dev.yiwen.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import dev.yiwen.shared.Problem;
import dev.yiwen.ticket.deadline.Warnings;
import dev.yiwen.ticket.work.TicketChange;
import dev.yiwen.ticket.work.TicketWork;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TicketsTest {
    @Inject
    Tickets tickets;

    @Inject
    TicketWork work;

    @Inject
    Warnings warnings;

    @Inject
    TicketScene scene;

    @Inject
    People people;

    @Test
    void a_complaint_is_answered_in_an_hour_planned_in_a_day_and_called_back_in_three() {
        var complaint = scene.opened(TicketKind.COMPLAINT);

        assertThat(complaint.steps())
                .extracting(Ticket.Due::step)
                .containsExactly(TicketStep.RESPOND, TicketStep.PLAN, TicketStep.CALL_BACK);
        assertThat(hoursToDo(complaint)).containsExactly(1L, 24L, 72L);
    }

    @Test
    void a_fault_is_restored_in_four_hours_and_a_major_one_in_one() {
        assertThat(hoursToDo(scene.opened(TicketKind.FAULT))).containsExactly(4L);
        assertThat(hoursToDo(scene.opened(TicketKind.MAJOR_FAULT))).containsExactly(1L);
    }

    @Test
    void a_message_that_is_sent_twice_opens_one_ticket() {
        var message = scene.message(TicketKind.OTHER, "想改套餐");

        var opened = atOnce(8, () -> tickets.open(message));

        assertThat(opened).extracting(Ticket::id).containsOnly(opened.getFirst().id());
    }

    @Test
    void a_customer_with_many_open_tickets_opens_no_more() {
        var message = scene.message(TicketKind.OTHER, "想改套餐");
        IntStream.range(0, 5).forEach(i -> TicketScene.await(tickets.open(again(message))));

        assertThatThrownBy(() -> TicketScene.await(tickets.open(again(message))))
                .isInstanceOfSatisfying(
                        Problem.class, e -> assertThat(e.kind()).isEqualTo(Problem.Kind.TOO_MANY_REQUESTS));
    }

    @Test
    void of_many_who_take_a_ticket_at_once_one_gets_it() {
        var ticket = scene.opened(TicketKind.FAULT);
        var agents =
                IntStream.range(0, 6).mapToObj(i -> people.staff(Role.AGENT)).toList();

        var outcomes = TicketScene.await(Uni.join()
                .all(agents.stream()
                        .map(it -> work.change(ticket.id(), it, new TicketChange.Take())
                                .map(done -> "got it")
                                .onFailure(Problem.class)
                                .recoverWithItem(e -> ((Problem) e).kind().name()))
                        .toList())
                .andCollectFailures());

        assertThat(outcomes)
                .containsOnlyOnce("got it")
                .filteredOn("CONFLICT"::equals)
                .hasSize(5);
    }

    @Test
    void a_deadline_is_warned_of_once_before_and_once_after() {
        var ticket = scene.opened(TicketKind.FAULT);

        scene.age(ticket, Duration.ofHours(3).plusMinutes(30));
        atOnce(6, warnings::send);
        scene.age(ticket, Duration.ofHours(1));
        atOnce(6, warnings::send);

        assertThat(history(ticket))
                .containsExactly(TicketEvent.What.OPENED, TicketEvent.What.DUE_SOON, TicketEvent.What.OVERDUE);
    }

    @Test
    void what_was_done_in_time_is_warned_of_no_more() {
        var owner = people.staff(Role.AGENT);
        var ticket = scene.opened(TicketKind.COMPLAINT);
        change(ticket, owner, new TicketChange.Take());
        change(ticket, owner, new TicketChange.Meet(TicketStep.RESPOND, "已致电"));

        scene.age(ticket, Duration.ofHours(2));
        TicketScene.await(warnings.send());

        assertThat(history(ticket)).doesNotContain(TicketEvent.What.DUE_SOON, TicketEvent.What.OVERDUE);
    }

    @Test
    void a_resolved_ticket_is_opened_again_with_deadlines_anew_and_all_of_it_is_noted() {
        var owner = people.staff(Role.AGENT);
        var ticket = scene.opened(TicketKind.FAULT);
        change(ticket, owner, new TicketChange.Take());
        scene.age(ticket, Duration.ofHours(9));
        change(ticket, owner, new TicketChange.Resolve("换了光猫"));

        var again = change(ticket, owner, new TicketChange.Reopen("又断了")).ticket();

        assertThat(again.state()).isEqualTo(TicketState.IN_PROGRESS);
        assertThat(again.next().orElseThrow().dueAt()).isAfter(ticket.openedAt().plus(Duration.ofHours(3)));
        assertThat(history(ticket))
                .filteredOn(it -> it != TicketEvent.What.DUE_SOON && it != TicketEvent.What.OVERDUE)
                .containsExactly(
                        TicketEvent.What.OPENED,
                        TicketEvent.What.TAKEN,
                        TicketEvent.What.RESOLVED,
                        TicketEvent.What.REOPENED);
    }

    @Test
    void a_reply_is_read_in_the_customers_chat_and_is_the_first_response() {
        var owner = people.staff(Role.AGENT);
        var ticket = scene.opened(TicketKind.COMPLAINT);
        change(ticket, owner, new TicketChange.Take());

        var replied = change(ticket, owner, new TicketChange.Reply("已退还 20 元", false, "r1"))
                .ticket();

        assertThat(replied.next().orElseThrow().step()).isEqualTo(TicketStep.PLAN);
        assertThat(scene.messagesIn(ticket)).last().satisfies(it -> {
            assertThat(it.author()).isEqualTo(new Author.Agent(owner.id(), owner.name()));
            assertThat(it.body()).isEqualTo(Body.Text.ofTicket("已退还 20 元", ticket.number()));
        });
    }

    @Test
    void a_colleagues_ticket_is_resolved_by_its_owner_or_a_supervisor_alone() {
        var ticket = scene.opened(TicketKind.OTHER);
        change(ticket, people.staff(Role.AGENT), new TicketChange.Take());

        assertThatThrownBy(() -> change(ticket, people.staff(Role.AGENT), new TicketChange.Resolve("好了")))
                .isInstanceOfSatisfying(Problem.class, e -> assertThat(e.kind()).isEqualTo(Problem.Kind.FORBIDDEN));
        assertThat(change(ticket, people.staff(Role.SUPERVISOR), new TicketChange.Resolve("好了"))
                        .ticket()
                        .state())
                .isEqualTo(TicketState.RESOLVED);
    }

    private Tickets.Whole change(Ticket ticket, Staff by, TicketChange change) {
        return TicketScene.await(work.change(ticket.id(), by, change));
    }

    private List<TicketEvent.What> history(Ticket ticket) {
        return TicketScene.await(tickets.whole(ticket.id())).history().stream()
                .map(TicketEvent::what)
                .toList();
    }

    private static List<Long> hoursToDo(Ticket ticket) {
        return ticket.steps().stream()
                .map(it -> Duration.between(ticket.openedAt(), it.dueAt()).toHours())
                .toList();
    }

    private static NewTicket again(NewTicket it) {
        return new NewTicket(
                it.kind(),
                it.title(),
                it.details(),
                null,
                it.customer(),
                it.conversation(),
                null,
                UUID.randomUUID().toString());
    }

    private static <T> List<T> atOnce(int times, java.util.function.Supplier<Uni<T>> work) {
        var all = new ArrayList<Uni<T>>();
        IntStream.range(0, times).forEach(i -> all.add(work.get()));
        return TicketScene.await(Uni.join().all(all).andFailFast());
    }
}
