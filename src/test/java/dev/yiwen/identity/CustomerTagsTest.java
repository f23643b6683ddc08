package dev.yiwen.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CustomerTagsTest {
    @Inject
    Customers customers;

    @Inject
    People people;

    @Test
    void who_gave_and_who_took_a_tag_is_kept() {
        var customer = people.visitor();
        var lin = people.staff(Role.AGENT);
        var zhao = people.staff(Role.SUPERVISOR);

        tag(customer, lin, "VIP", "说话慢一点");
        tag(customer, lin, "说话慢一点", "VIP");
        tag(customer, zhao, "说话慢一点", "老年客户");

        assertThat(customers.tagChanges(customer).await().indefinitely())
                .extracting(TagChange::by, TagChange::added, TagChange::removed)
                .containsExactly(
                        tuple(zhao.name(), List.of("老年客户"), List.of("VIP")),
                        tuple(lin.name(), List.of("VIP", "说话慢一点"), List.of()));
    }

    @Test
    void the_host_applications_word_stands_beside_that_of_staff() {
        var customer = people.memberWith("VIP");

        var tagged = tag(customer, people.staff(Role.AGENT), "老年客户");

        assertThat(tagged.tags()).containsExactly("老年客户");
        assertThat(tagged.hostTags()).containsExactly("VIP");
    }

    private Customer tag(CustomerId customer, Staff by, String... tags) {
        return customers.tag(customer, List.of(tags), by.id()).await().indefinitely();
    }
}
