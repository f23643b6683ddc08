package dev.yiwen;

import static dev.yiwen.CallCentre.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The instance that all agents talk to is killed; another goes on. */
class HandoffFaultsIT {
    private static final int CUSTOMERS = 40;
    private static final int SERVED_BEFORE = 8;
    private static final int AGENTS = 4;
    private static final int EACH = 3;
    private static final int RACES = 60;
    private static final CallCentre CENTRE = new CallCentre(Database::connect);

    @SuppressWarnings("NullAway.Init")
    private static RunningYiwen other;

    private final Set<String> closed = ConcurrentHashMap.newKeySet();
    private volatile URI base;
    private volatile boolean done;

    @BeforeAll
    static void start() {
        other = RunningYiwen.start();
    }

    @AfterAll
    static void stop() {
        other.close();
    }

    @BeforeEach
    void nobodyElseWaits() {
        CENTRE.emptyQueue(other.base(), CENTRE.signIn(other.base(), "AGENT"));
    }

    @AfterEach
    void everybodyGoesHome() {
        CENTRE.everybodyGoesHome();
    }

    @Test
    @Timeout(500)
    void nobody_is_lost_when_the_server_is_killed_while_conversations_are_taken_handed_on_and_closed()
            throws SQLException {
        try (var doomed = RunningYiwen.start();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            base = doomed.base();
            try {
                serveThroughTheKill(doomed, threads);
            } finally {
                done = true;
            }
        }
    }

    @Test
    @Timeout(600)
    void whoever_was_offered_when_the_server_was_killed_is_offered_to_who_comes_back() throws SQLException {
        var agents = agents();
        try (var doomed = RunningYiwen.start()) {
            var seats = seats(doomed.base(), agents);
            // They stay: whoever leaves is passed over after a while.
            var waiting = IntStream.range(0, AGENTS)
                    .mapToObj(i -> CENTRE.waiting(other.base()))
                    .toList();
            seats.forEach(it -> it.next("offer"));

            doomed.kill();

            var again = seats(other.base(), agents);
            again.forEach(seat ->
                    accept(seat, seat.next("offer").path("conversationId").asText()));
            await(60).until(() -> !mine(agents).isEmpty());
            hasServed(
                    agents,
                    waiting.stream().map(CallCentre.Customer::conversation).toList());
            waiting.forEach(CallCentre.Customer::close);
        }
    }

    @Test
    @Timeout(600)
    void whoever_was_being_accepted_when_the_server_was_killed_is_served_once() throws SQLException {
        var agents = agents();
        try (var doomed = RunningYiwen.start()) {
            var seats = seats(doomed.base(), agents);
            var waiting = customers(AGENTS * EACH);
            var offers = new ArrayList<Runnable>();
            for (var seat : seats) {
                for (int i = 0; i < EACH; i++) {
                    var id = seat.next("offer").path("conversationId").asText();
                    offers.add(() -> accept(seat, id));
                }
            }
            offers.forEach(Runnable::run);

            doomed.kill();

            hasServed(agents, waiting);
        }
    }

    @Test
    @Timeout(600)
    void whoever_was_being_handed_on_when_the_server_was_killed_is_served_by_the_next() throws Exception {
        var agents = agents();
        try (var doomed = RunningYiwen.start();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = customers(AGENTS * EACH);
            for (int i = 0; i < EACH; i++) {
                for (var agent : agents) {
                    CENTRE.call(doomed.base(), "POST", "/api/v1/handoff/next", agent, "");
                }
            }
            for (var agent : agents) {
                for (var id : CENTRE.mine(doomed.base(), agent)) {
                    threads.submit(() -> CENTRE.call(
                            doomed.base(),
                            "POST",
                            "/api/v1/conversations/" + id + "/transfer",
                            agent,
                            "{\"note\":\"请接着处理\"}"));
                }
            }
            await(10).until(() -> handedOn(waiting) > 0);

            doomed.kill();

            hasServed(agents, waiting);
        }
    }

    @Test
    @Timeout(600)
    void of_two_agents_on_two_instances_who_take_at_once_one_has_it() throws Exception {
        var agents = agents();
        try (var second = RunningYiwen.start();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = customers(RACES);
            for (var id : waiting) {
                var one = threads.submit(() -> took(other.base(), agents.get(0), id));
                var two = threads.submit(() -> took(second.base(), agents.get(1), id));
                assertThat(one.get()).isNotEqualTo(two.get());
            }
            hasServed(agents, waiting);
        }
    }

    private static boolean took(URI base, String agent, String id) throws InterruptedException {
        try {
            CENTRE.call(base, "POST", "/api/v1/conversations/" + id + "/pick", agent, "");
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int handedOn(List<String> waiting) throws SQLException {
        return CENTRE.count("select count(*) from conversation where id = any(?::uuid[]) and owner = 'queue'", waiting);
    }

    /** All are served in the end, none by two at once, and the rows are as they should be. */
    private static void hasServed(List<String> agents, List<String> waiting) throws SQLException {
        CENTRE.serve(other.base(), agents, waiting);
        assertThat(CENTRE.agentsOf(waiting).values()).hasSize(waiting.size()).allMatch(it -> it >= 1);
        CENTRE.isSound(other.base(), waiting);
    }

    private static List<String> agents() {
        return IntStream.range(0, AGENTS)
                .mapToObj(i -> CENTRE.signIn(other.base(), "AGENT"))
                .toList();
    }

    private static List<TestSocket> seats(URI base, List<String> agents) {
        return agents.stream().map(it -> CENTRE.seat(base, it)).toList();
    }

    private static List<String> customers(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> CENTRE.askForHuman(other.base()))
                .toList();
    }

    private static List<String> mine(List<String> agents) throws IOException, InterruptedException {
        var all = new ArrayList<String>();
        for (var agent : agents) {
            all.addAll(CENTRE.mine(other.base(), agent));
        }
        return all;
    }

    private static void accept(TestSocket seat, String conversation) {
        seat.send(Map.of("type", "accept", "conversationId", conversation));
    }

    private void serveThroughTheKill(RunningYiwen doomed, ExecutorService threads) throws SQLException {
        var waiting = customers(CUSTOMERS);
        agents().forEach(agent -> threads.submit(() -> work(agent)));
        await(120).until(() -> closed.size() >= SERVED_BEFORE);

        doomed.kill();
        base = other.base();

        await(180).until(() -> CENTRE.open(waiting) == 0);
        assertThat(CENTRE.agentsOf(waiting).values()).hasSize(CUSTOMERS).allMatch(it -> it >= 1);
        CENTRE.isSound(other.base(), waiting);
    }

    /** Whatever the agent has is closed, or the first time handed on; then the next is taken. */
    private void work(String agent) {
        var handedOn = ConcurrentHashMap.<String>newKeySet();
        while (!done) {
            try {
                for (var id : CENTRE.mine(base, agent)) {
                    if (Math.floorMod(id.hashCode(), 3) == 0 && handedOn.add(id)) {
                        CENTRE.call(
                                base,
                                "POST",
                                "/api/v1/conversations/" + id + "/transfer",
                                agent,
                                "{\"note\":\"请接着处理\"}");
                    } else {
                        CENTRE.call(base, "POST", "/api/v1/conversations/" + id + "/close", agent, "{}");
                        closed.add(id);
                    }
                }
                if (CENTRE.call(base, "POST", "/api/v1/handoff/next", agent, "").isEmpty()) {
                    Thread.sleep(100);
                }
            } catch (IOException e) {
                // The instance is gone, or a colleague was faster: look again.
            } catch (InterruptedException e) {
                return;
            }
        }
    }
}
