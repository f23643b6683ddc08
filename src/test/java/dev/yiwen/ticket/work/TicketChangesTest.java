package dev.yiwen.ticket.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.yiwen.conversation.Body;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import dev.yiwen.shared.EntityStore;
import dev.yiwen.shared.Problem;
import dev.yiwen.ticket.Ticket;
import dev.yiwen.ticket.TicketEvent;
import dev.yiwen.ticket.TicketEvent.What;
import dev.yiwen.ticket.TicketKind;
import dev.yiwen.ticket.TicketScene;
import dev.yiwen.ticket.TicketState;
import dev.yiwen.ticket.TicketStep;
import dev.yiwen.ticket.Tickets;
import dev.yiwen.ticket.deadline.Warnings;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two who change the same ticket at once, and changes that fail half way. */
@QuarkusTest
class TicketChangesTest {
    @Inject
    TicketWork work;

    @Inject
    TicketAnswers answers;

    @Inject
    Tickets tickets;

    @Inject
    TicketScene scene;

    @Inject
    People people;

    @Inject
    EntityStore entities;

    @Inject
    Warnings warnings;

    private Ticket ticket;
    private CustomerId customer;
    private Staff supervisor;

    @BeforeEach
    void a_customer_left_a_complaint() {
        ticket = scene.opened(TicketKind.COMPLAINT);
        customer = CustomerId.of(Objects.requireNonNull(ticket.customer()).id());
        supervisor = people.staff(Role.SUPERVISOR);
    }

    @Test
    void of_many_who_resolve_a_ticket_at_once_one_does_and_its_customer_is_told_once() {
        var outcomes = outcomes(
                Stream.generate(() -> changed(new TicketChange.Resolve("已退费"))).limit(6));

        assertThat(outcomes)
                .containsOnlyOnce("done")
                .filteredOn("CONFLICT"::equals)
                .hasSize(5);
        assertThat(history()).containsOnlyOnce(What.RESOLVED);
        assertThat(scene.messagesIn(ticket))
                .filteredOn(it ->
                        it.body() instanceof Body.Notice notice && notice.code().equals("ticket-resolved"))
                .hasSize(1);
    }

    @Test
    void a_step_is_met_once() {
        var step = ticket.next().orElseThrow().step();

        var outcomes = outcomes(Stream.generate(() -> changed(new TicketChange.Meet(step, "已致电")))
                .limit(4));

        assertThat(outcomes).containsOnlyOnce("done");
        assertThat(history()).containsOnlyOnce(What.STEP_MET);
    }

    @Test
    void what_two_change_at_once_is_both_kept() {
        var colleagues =
                IntStream.range(0, 4).mapToObj(i -> people.staff(Role.AGENT)).toList();

        var outcomes = outcomes(IntStream.range(0, 4)
                .boxed()
                .flatMap(i -> Stream.of(
                        changed(new TicketChange.Assign(colleagues.get(i).id())), answered("a" + i))));

        assertThat(outcomes).containsOnly("done");
        var whole = whole();
        assertThat(whole.ticket().unread()).isTrue();
        assertThat(whole.ticket().state()).isEqualTo(TicketState.IN_PROGRESS);
        assertThat(history()).filteredOn(What.ANSWERED::equals).hasSize(4);
        assertThat(whole.history())
                .filteredOn(it -> it.what() == What.ASSIGNED)
                .last()
                .extracting(TicketEvent::words)
                .isEqualTo(Objects.requireNonNull(whole.ticket().owner()).name());
    }

    @Test
    void an_answer_that_is_sent_twice_at_once_opens_the_ticket_again_once() {
        TicketScene.await(changed(new TicketChange.Resolve("已退费")));

        var outcomes = outcomes(Stream.generate(() -> answered("a1")).limit(5));

        assertThat(outcomes).containsOnly("done");
        assertThat(history()).containsOnlyOnce(What.ANSWERED).containsOnlyOnce(What.REOPENED);
        assertThat(scene.messagesIn(ticket))
                .filteredOn(it -> it.body().equals(Body.Text.ofTicket("钱没到账", ticket.number())))
                .hasSize(1);
    }

    @Test
    void a_writer_that_went_past_the_lock_writes_nothing_over_what_it_has_not_seen() {
        var stale = TicketScene.await(entities.read(
                session -> session.get(TicketRow.class, ticket.id().value())));
        TicketScene.await(changed(new TicketChange.Resolve("已退费")));

        stale.give(supervisor.id(), supervisor.id());

        assertThatThrownBy(() -> TicketScene.await(entities.write(session -> session.update(stale))))
                .isInstanceOfSatisfying(Problem.class, e -> assertThat(e.kind()).isEqualTo(Problem.Kind.CONFLICT));
        assertThat(whole().ticket().state()).isEqualTo(TicketState.RESOLVED);
    }

    @Test
    void a_reply_that_cannot_be_told_is_not_in_the_ticket() {
        TicketScene.await(changed(new TicketChange.Assign(supervisor.id())));
        var before = whole();

        assertThatThrownBy(() -> TicketScene.await(changed(new TicketChange.Reply("长".repeat(2001), true, "r1"))))
                .isInstanceOf(Problem.class);

        assertThat(whole()).isEqualTo(before);
    }

    @Test
    void a_reply_that_the_ticket_refuses_is_not_told() {
        var before = scene.messagesIn(ticket);

        assertThatThrownBy(() -> TicketScene.await(changed(new TicketChange.Reply("请问是哪个号码？", true, "r1"))))
                .isInstanceOfSatisfying(Problem.class, e -> assertThat(e.kind()).isEqualTo(Problem.Kind.CONFLICT));

        assertThat(scene.messagesIn(ticket)).isEqualTo(before);
    }

    @Test
    void time_stands_still_while_the_customer_is_to_answer() {
        TicketScene.await(changed(new TicketChange.Assign(supervisor.id())));
        TicketScene.await(changed(new TicketChange.Reply("请问是哪个号码？", true, "r1")));
        var before = due(TicketStep.PLAN);
        scene.waited(ticket, Duration.ofHours(30));
        TicketScene.await(warnings.send());
        assertThat(history()).as("as late as it is by the clock").doesNotContain(What.DUE_SOON, What.OVERDUE);

        TicketScene.await(answered("a1"));

        assertThat(due(TicketStep.PLAN)).isCloseTo(before, within(10, ChronoUnit.SECONDS));
        assertThat(whole().ticket().waitingSince()).isNull();
        scene.age(ticket, Duration.ofHours(30));
        TicketScene.await(warnings.send());
        assertThat(history()).contains(What.OVERDUE);
    }

    @Test
    void a_ticket_that_waits_and_goes_to_somebody_else_goes_on() {
        TicketScene.await(changed(new TicketChange.Assign(supervisor.id())));
        TicketScene.await(changed(new TicketChange.Reply("请问是哪个号码？", true, "r1")));
        var before = due(TicketStep.PLAN);
        scene.waited(ticket, Duration.ofHours(30));

        TicketScene.await(
                changed(new TicketChange.Assign(people.staff(Role.AGENT).id())));

        assertThat(due(TicketStep.PLAN)).isCloseTo(before, within(10, ChronoUnit.SECONDS));
        assertThat(whole().ticket().state()).isEqualTo(TicketState.IN_PROGRESS);
    }

    private Instant due(TicketStep step) {
        return whole().ticket().steps().stream()
                .filter(it -> it.step().equals(step))
                .findFirst()
                .orElseThrow()
                .dueAt();
    }

    private Uni<?> changed(TicketChange change) {
        return work.change(ticket.id(), supervisor, change);
    }

    private Uni<?> answered(String id) {
        return answers.write(customer, ticket.number(), id, "钱没到账");
    }

    private static List<String> outcomes(Stream<? extends Uni<?>> changes) {
        return TicketScene.await(Uni.join()
                .all(changes.map(it -> it.map(done -> "done")
                                .onFailure(Problem.class)
                                .recoverWithItem(e -> ((Problem) e).kind().name()))
                        .toList())
                .andCollectFailures());
    }

    private Tickets.Whole whole() {
        return TicketScene.await(tickets.whole(ticket.id()));
    }

    private List<What> history() {
        return whole().history().stream().map(TicketEvent::what).toList();
    }
}
