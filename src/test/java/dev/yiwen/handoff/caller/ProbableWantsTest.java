package dev.yiwen.handoff.caller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.facts.FactCatalogue;
import dev.yiwen.facts.FactName;
import dev.yiwen.facts.FactReading;
import dev.yiwen.handoff.caller.CallerScreen.Contact;
import dev.yiwen.handoff.caller.CallerScreen.Filed;
import dev.yiwen.handoff.caller.ProbableWant.Kind;
import dev.yiwen.ticket.TicketId;
import dev.yiwen.ticket.TicketLabel;
import dev.yiwen.ticket.TicketState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProbableWantsTest {
    /** 10 May, 11 o'clock in Shanghai. */
    private static final Instant NOW = Instant.parse("2026-05-10T03:00:00Z");

    @Test
    void what_is_down_comes_before_what_is_late_and_what_is_open() {
        var wants = ProbableWants.of(
                List.of(filed(7, TicketState.OPEN, false), filed(8, TicketState.IN_PROGRESS, true)),
                List.of(),
                List.of(
                        known(FactName.LINE_STATE, Map.of("state", "down", "lights", "LOS 红灯")),
                        known(
                                FactName.OUTAGES_IN_AREA,
                                Map.of("outages", List.of(Map.of("what", "光缆中断", "state", "fixing"))))),
                NOW);

        assertThat(wants).extracting(ProbableWant::kind).containsExactly(Kind.OUTAGE, Kind.LINE_DOWN, Kind.TICKET_LATE);
        assertThat(wants.getFirst().what()).isEqualTo("光缆中断");
        assertThat(wants.getLast().ticket()).isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-10, 131.5, 89, BILL_HIGHER",
        "2026-05-09, 131.5, 89, BILL_HIGHER",
        "2026-05-07, 89, 89, BILL_ISSUED",
        "2026-05-06, 131.5, 89,",
        "2026-05-11, 131.5, 89,"
    })
    void who_got_a_bill_in_these_days_calls_for_it(String issued, double total, double before, @Nullable Kind kind) {
        var wants = ProbableWants.of(
                List.of(),
                List.of(),
                List.of(known(FactName.BILL, Map.of("issued", issued, "total", total, "before", before))),
                NOW);

        assertThat(wants).extracting(ProbableWant::kind).isEqualTo(kind == null ? List.of() : List.of(kind));
    }

    @Test
    void who_was_here_lately_comes_for_the_same_unless_it_was_settled() {
        assertThat(ProbableWants.of(List.of(), List.of(contact(20, null, false)), List.of(), NOW))
                .singleElement()
                .extracting(ProbableWant::kind, ProbableWant::what)
                .containsExactly(Kind.AGAIN, "宽带又断了");
        assertThat(ProbableWants.of(List.of(), List.of(contact(20, "resolved", false)), List.of(), NOW))
                .isEmpty();
        assertThat(ProbableWants.of(List.of(), List.of(contact(20, null, true)), List.of(), NOW))
                .isEmpty();
        assertThat(ProbableWants.of(List.of(), List.of(contact(80, null, false)), List.of(), NOW))
                .isEmpty();
    }

    @Test
    void repairs_on_their_way_and_promises_that_are_due_are_likely() {
        var record = known(
                FactName.CUSTOMER,
                Map.of(
                        "repairs",
                        List.of(Map.of("what", "上门检查", "state", "scheduled"), Map.of("what", "换光猫", "state", "done")),
                        "promises",
                        List.of(
                                Map.of("what", "回电", "until", "2026-05-10T15:00:00Z"),
                                Map.of("what", "寄发票", "until", "2026-05-12T03:00:00Z"))));

        assertThat(ProbableWants.of(List.of(), List.of(), List.of(record), NOW))
                .extracting(ProbableWant::kind, ProbableWant::what)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Kind.PROMISE_DUE, "回电"),
                        org.assertj.core.groups.Tuple.tuple(Kind.REPAIR, "上门检查"));
    }

    @Test
    void nothing_follows_from_what_has_not_come_or_is_well() {
        assertThat(ProbableWants.of(
                        List.of(filed(7, TicketState.RESOLVED, false)),
                        List.of(),
                        List.of(
                                new FactReading.Late(FactName.BILL),
                                new FactReading.Broken(FactName.CUSTOMER, FactReading.Why.DOWN),
                                new FactReading.Unknown(FactName.DATA_LEFT, NOW),
                                known(FactName.LINE_STATE, Map.of("state", "up")),
                                known(
                                        FactName.OUTAGES_IN_AREA,
                                        Map.of("outages", List.of(Map.of("what", "断电", "state", "fixed"))))),
                        NOW))
                .isEmpty();
    }

    private static FactReading known(FactName fact, Map<String, Object> said) {
        return new FactCatalogue().find(fact).orElseThrow().reading(said, NOW).orElseThrow();
    }

    private static Filed filed(long number, TicketState state, boolean late) {
        return new Filed(
                TicketId.of(UUID.randomUUID()),
                number,
                new TicketLabel("报修", "Repair"),
                "宽带断线",
                state,
                NOW.minus(Duration.ofDays(1)),
                NOW,
                late);
    }

    private static Contact contact(int hoursAgo, @Nullable String disposition, boolean open) {
        return new Contact(
                ConversationId.of(UUID.randomUUID()),
                Channel.WEB,
                NOW.minus(Duration.ofHours(hoursAgo)),
                disposition,
                false,
                open,
                "宽带又断了");
    }
}
