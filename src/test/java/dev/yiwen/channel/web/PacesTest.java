package dev.yiwen.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.identity.CustomerId;
import dev.yiwen.shared.ClientAddress;
import dev.yiwen.shared.Ids;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PacesTest {
    private static final ClientAddress OFFICE = ClientAddress.of("203.0.113.7");
    private static final long MINUTE = 60_000_000_000L;

    private final WebConfig config =
            new SmallRyeConfigBuilder().withMapping(WebConfig.class).build().getConfigMapping(WebConfig.class);
    private final AtomicLong clock = new AtomicLong();
    private final Paces paces = new Paces(config, clock::get);

    @Test
    void a_customer_has_one_pace_on_however_many_sockets() {
        var customer = customer();
        assertThat(allowed(100, customer, OFFICE)).isEqualTo(config.messageBurst());
        clock.addAndGet(MINUTE);
        assertThat(allowed(100, customer, OFFICE)).isEqualTo(config.messagesPerMinute());
    }

    @Test
    void a_new_visitor_for_each_message_gets_no_further_than_the_address_may() {
        long allowed = IntStream.range(0, 1000)
                .filter(i -> paces.allowsMessage(customer(), OFFICE))
                .count();
        assertThat(allowed).isEqualTo(config.messageBurstOfAddress());
    }

    @Test
    void the_addresses_of_one_network_are_one() {
        long allowed = IntStream.range(0, 1000)
                .filter(i ->
                        paces.allowsMessage(customer(), ClientAddress.of("2001:db8:0:1::" + Integer.toHexString(i))))
                .count();
        assertThat(allowed).isEqualTo(config.messageBurstOfAddress());
    }

    @Test
    void an_office_of_two_hundred_who_chat_at_once_is_let_through() {
        var office = IntStream.range(0, 200).mapToObj(i -> customer()).toList();
        for (int second = 0; second < 60; second += 12) {
            clock.addAndGet(MINUTE / 5);
            assertThat(office).allMatch(it -> paces.allowsMessage(it, OFFICE));
        }
    }

    @Test
    void what_comes_through_a_proxy_that_tells_no_address_is_not_taken_for_one_client() {
        assertThat(IntStream.range(0, 1000)
                        .allMatch(i -> paces.allowsMessage(customer(), ClientAddress.of("127.0.0.1"))
                                && paces.allowsMessage(customer(), ClientAddress.of("::1"))))
                .isTrue();
    }

    private long allowed(int times, CustomerId customer, ClientAddress from) {
        return IntStream.range(0, times)
                .filter(i -> paces.allowsMessage(customer, from))
                .count();
    }

    private static CustomerId customer() {
        return new CustomerId(Ids.next());
    }
}
