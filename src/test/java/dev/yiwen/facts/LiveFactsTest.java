package dev.yiwen.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.yiwen.command.operator.InventedOperator;
import dev.yiwen.command.operator.OperatorServer;
import dev.yiwen.facts.FactReading.Why;
import dev.yiwen.facts.rest.OperatorConnector;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Over real HTTP, against the example operator. */
@SuppressWarnings("NullAway.Init")
final class LiveFactsTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Clock MAY = Clock.fixed(Instant.parse("2026-05-10T03:20:00Z"), ZoneOffset.UTC);
    private static final Map<String, String> BILLED = Map.of("customer", "tel:+8613800138000");

    private Vertx vertx;
    private OperatorServer operator;

    @BeforeEach
    void start() throws IOException {
        vertx = Vertx.vertx();
        operator = new OperatorServer(0, null, new InventedOperator(MAY));
    }

    @AfterEach
    void stop() {
        operator.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void tells_what_the_system_says() {
        var reading = read(facts(operator.url()), FactName.BILL, BILLED);

        assertThat(reading)
                .isInstanceOfSatisfying(
                        FactReading.Known.class,
                        bill -> assertThat(bill.value())
                                .containsEntry("total", new BigDecimal("131.50"))
                                .containsEntry("before", new BigDecimal("89.00"))
                                .containsEntry("issued", "2026-05-09")
                                .containsEntry("state", "unpaid")
                                .extractingByKey("items")
                                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                                .contains(Map.of("item", "套餐外流量", "amount", new BigDecimal("30.00"))));
    }

    @Test
    void knows_nothing_of_whom_the_system_does_not_know_nor_without_a_customer() {
        var facts = facts(operator.url());

        assertThat(read(facts, FactName.CUSTOMER, Map.of("customer", "tel:+8613800138006")))
                .isInstanceOf(FactReading.Unknown.class);
        assertThat(read(facts, FactName.BILL, Map.of("area", "东湖"))).isInstanceOf(FactReading.Unknown.class);
        assertThat(operator.asked()).isOne();
    }

    @Test
    void asks_for_an_area_where_one_is_spoken_of_else_for_the_customers() {
        var facts = facts(operator.url());

        assertThat(area(read(facts, FactName.STATIONS_NEAR, BILLED))).isEqualTo("东湖片区");
        assertThat(area(read(facts, FactName.STATIONS_NEAR, Map.of("customer", "tel:+8613800138000", "area", "北港那边"))))
                .isEqualTo("北港片区");
    }

    @Test
    void lets_nobody_wait_and_has_what_came_late_for_who_asks_again() {
        operator.faults(Duration.ofMillis(300), false);
        var facts = facts(operator.url());

        var first =
                facts.read(FactName.BILL, BILLED, Duration.ofMillis(1)).await().atMost(LONG);
        var second = facts.read(FactName.BILL, BILLED, LONG).await().atMost(LONG);

        assertThat(first).isInstanceOf(FactReading.Late.class);
        assertThat(second).isInstanceOf(FactReading.Known.class);
        assertThat(operator.asked()).isOne();
    }

    @Test
    void asks_once_for_all_who_want_to_know_at_the_same_time_and_soon_after() {
        var facts = facts(operator.url());

        var all = IntStream.range(0, 20)
                .mapToObj(i -> facts.read(FactName.BILL, BILLED, LONG).subscribeAsCompletionStage())
                .toList();
        all.forEach(it -> assertThat(it.join()).isInstanceOf(FactReading.Known.class));
        read(facts, FactName.BILL, BILLED);

        assertThat(operator.asked()).isOne();
    }

    @Test
    void asks_again_once_it_is_no_longer_fresh() {
        var facts = facts(operator.url(), "fresh=PT0.000000001S");

        read(facts, FactName.BILL, BILLED);
        read(facts, FactName.BILL, BILLED);

        assertThat(operator.asked()).isEqualTo(2);
    }

    @Test
    void gives_up_after_the_longest_time() {
        operator.faults(Duration.ofMinutes(1), false);

        assertThat(read(facts(operator.url(), "timeout=100ms"), FactName.BILL, BILLED))
                .isEqualTo(new FactReading.Broken(FactName.BILL, Why.SLOW));
    }

    @Test
    void leaves_a_failing_system_alone_for_each_fact_by_itself() {
        operator.faults(Duration.ZERO, true);
        var facts = facts(operator.url(), "breaker.calls=2", "breaker.pause=1m");

        assertThat(IntStream.range(0, 4).mapToObj(i -> read(facts, FactName.BILL, BILLED)))
                .containsExactly(
                        new FactReading.Broken(FactName.BILL, Why.DOWN),
                        new FactReading.Broken(FactName.BILL, Why.DOWN),
                        new FactReading.Broken(FactName.BILL, Why.PAUSED),
                        new FactReading.Broken(FactName.BILL, Why.PAUSED));
        assertThat(operator.asked()).isEqualTo(2);

        operator.faults(Duration.ZERO, false);
        assertThat(read(facts, FactName.DATA_LEFT, BILLED)).isInstanceOf(FactReading.Known.class);
    }

    @Test
    void says_so_when_nobody_is_there() {
        var url = operator.url();
        operator.close();

        assertThat(read(facts(url), FactName.BILL, BILLED)).isEqualTo(new FactReading.Broken(FactName.BILL, Why.DOWN));
    }

    @Test
    void proves_itself_with_the_token() throws IOException {
        try (var closed = new OperatorServer(0, "a secret", new InventedOperator(MAY))) {
            assertThat(read(facts(closed.url()), FactName.BILL, BILLED))
                    .isEqualTo(new FactReading.Broken(FactName.BILL, Why.REFUSED));
            assertThat(read(facts(closed.url(), "token=a secret"), FactName.BILL, BILLED))
                    .isInstanceOf(FactReading.Known.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200|<html>",
                "200|[1]",
                "200|{\"secret\":\"x\"}",
                "200|{\"total\":\"much\"}",
            })
    void shows_nothing_that_is_not_as_described(int status, String body) throws IOException {
        var other = answering(status, body);

        assertThat(read(facts("http://127.0.0.1:" + other.getAddress().getPort()), FactName.BILL, BILLED))
                .isEqualTo(new FactReading.Broken(FactName.BILL, Why.GARBLED));
        other.stop(0);
    }

    @Test
    void is_led_nowhere_else() throws IOException {
        var leading = answering(307, "");

        assertThat(read(facts("http://127.0.0.1:" + leading.getAddress().getPort()), FactName.BILL, BILLED))
                .isEqualTo(new FactReading.Broken(FactName.BILL, Why.DOWN));
        assertThat(operator.asked()).isZero();
        leading.stop(0);
    }

    @Test
    void asks_nobody_without_an_address() {
        assertThat(facts("").configured()).isFalse();
        assertThat(read(facts(""), FactName.BILL, BILLED)).isInstanceOf(FactReading.Broken.class);
    }

    @Test
    void tells_all_that_the_example_operator_says_of_anybody() {
        var facts = facts(operator.url());

        for (var fact : new FactCatalogue().all()) {
            var told = IntStream.of(0, 1, 2, 3, 4, 5, 7, 8, 9)
                    .mapToObj(digit -> read(facts, fact.name(), Map.of("customer", "tel:+861380013800" + digit)))
                    .toList();
            assertThat(told).as(fact.name().value()).hasOnlyElementsOfType(FactReading.Known.class);
            assertThat(told.stream()
                            .flatMap(it -> ((FactReading.Known) it).value().keySet().stream())
                            .distinct())
                    .containsAll(fact.outputs().stream().map(FactField::name).toList());
        }
    }

    @Test
    void names_nobody_in_what_is_logged() {
        var reading = read(facts(operator.url()), FactName.CUSTOMER, BILLED);

        assertThat(reading.toString()).doesNotContain("138").doesNotContain("湖滨路");
        assertThat(new FactQuery(FactName.CUSTOMER, BILLED).toString()).doesNotContain("138");
    }

    private HttpServer answering(int status, String body) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().set("Location", operator.url() + "/facts/bill");
                var bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
        server.start();
        return server;
    }

    private LiveFacts facts(String url, String... settings) {
        var config = FactsSettings.of(url, settings);
        return new LiveFacts(new OperatorConnector(vertx, config), new FactCatalogue(), config);
    }

    private static FactReading read(LiveFacts facts, FactName name, Map<String, String> inputs) {
        return facts.read(name, inputs, LONG).await().atMost(LONG);
    }

    private static Object area(FactReading reading) {
        return ((FactReading.Known) reading).value().getOrDefault("area", List.of());
    }
}
