package dev.yiwen.ticket;

import com.sun.management.OperatingSystemMXBean;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import dev.yiwen.ticket.work.TicketChange;
import dev.yiwen.ticket.work.TicketWork;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Processor time of what is done with tickets; the figures of decision 0001. Not part of the tests:
 * {@code ./yiwen test -Dtest=TicketCosts -DskipITs -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@QuarkusTest
class TicketCosts {
    private static final int OPERATIONS = 1_000;
    private static final int AT_ONCE = 8;

    @Inject
    Tickets tickets;

    @Inject
    TicketWork work;

    @Inject
    TicketScene scene;

    @Inject
    People people;

    @Test
    void measure() {
        var agent = people.staff(Role.AGENT);
        var supervisor = people.staff(Role.SUPERVISOR);
        for (int round = 0; round < 3; round++) {
            var opened = report("open", i -> tickets.open(fresh(agent)));
            report("comment", i -> work.change(opened.get(i).id(), agent, new TicketChange.Comment("已联系", List.of())));
            report("take", i -> work.change(opened.get(i).id(), agent, new TicketChange.Take()));
            report("meet", i -> work.change(opened.get(i).id(), agent, new TicketChange.Meet(TicketStep.RESPOND, "好")));
            report("resolve", i -> work.change(opened.get(i).id(), supervisor, new TicketChange.Resolve("已解决")));
            report("reopen", i -> work.change(opened.get(i).id(), agent, new TicketChange.Reopen("又断了")));
        }
    }

    private static NewTicket fresh(Staff agent) {
        return new NewTicket(TicketKind.COMPLAINT, "宽带断了", "三天了", null, null, null, agent.id(), null);
    }

    private static <T> List<T> report(String name, IntFunction<Uni<T>> operation) {
        long before = processorNanos();
        var all = Multi.createFrom()
                .iterable(IntStream.range(0, OPERATIONS).boxed().toList())
                .onItem()
                .transformToUni(operation::apply)
                .merge(AT_ONCE)
                .collect()
                .asList()
                .await()
                .indefinitely();
        System.out.printf("COST %-12s %4d µs%n", name, (processorNanos() - before) / OPERATIONS / 1_000);
        return all;
    }

    private static long processorNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
