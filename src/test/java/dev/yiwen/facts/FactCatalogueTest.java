package dev.yiwen.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.facts.FactField.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class FactCatalogueTest {
    private final FactCatalogue catalogue = new FactCatalogue();

    @Test
    void describes_each_fact_and_field_in_both_languages() {
        assertThat(catalogue.all()).hasSizeGreaterThanOrEqualTo(6).allSatisfy(fact -> {
            assertThat(fact.description()).isNotBlank();
            assertThat(fact.inputs())
                    .isNotEmpty()
                    .allSatisfy(it -> assertThat(it.description()).isNotBlank());
            assertThat(labels(fact)).allSatisfy(it -> {
                assertThat(it.chinese()).matches(".*\\p{IsHan}.*");
                assertThat(it.english()).matches("[A-Za-z ,]+");
            });
        });
    }

    @Test
    void says_what_each_state_means_and_what_each_list_holds() {
        assertThat(catalogue.all().stream().flatMap(it -> everywhere(it.outputs())))
                .allSatisfy(field -> {
                    assertThat(field.states().isEmpty()).isEqualTo(field.kind() != Kind.STATE);
                    assertThat(field.fields().isEmpty()).isEqualTo(field.kind() != Kind.LIST);
                });
    }

    @Test
    void drops_what_is_not_described_or_of_another_kind() {
        var said = Map.<String, Object>of(
                "name",
                "王女士",
                "since",
                "long ago",
                "password",
                "1234",
                "marks",
                List.of("VIP", 7, " "),
                "products",
                List.of(Map.of("product", "宽带", "state", "exploded", "price", 3), "x"),
                "tariff",
                Map.of("a", 1));

        var reading = catalogue.find(FactName.CUSTOMER).orElseThrow().reading(said, Instant.EPOCH);

        assertThat(reading.orElseThrow())
                .isInstanceOfSatisfying(
                        FactReading.Known.class,
                        it -> assertThat(it.value())
                                .isEqualTo(Map.of(
                                        "name",
                                        "王女士",
                                        "marks",
                                        List.of("VIP"),
                                        "products",
                                        List.of(Map.of("product", "宽带")))));
    }

    @Test
    void shows_states_with_their_words_and_lists_as_tables() {
        var line = catalogue.find(FactName.STATIONS_NEAR).orElseThrow();
        var said = Map.<String, Object>of(
                "area", "东湖", "stations", List.of(Map.of("station", "一号站", "state", "down", "distance", 320)));

        var view = FactView.of(line, line.reading(said, Instant.EPOCH).orElseThrow());

        assertThat(view.state()).isEqualTo("known");
        assertThat(view.fields()).extracting(FactView.Shown::name).containsExactly("area", "stations");
        assertThat(view.fields().getLast().rows())
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .anySatisfy(cell -> assertThat(cell.value())
                                .isInstanceOfSatisfying(FactView.ShownState.class, it -> {
                                    assertThat(it.label().chinese()).isEqualTo("中断");
                                    assertThat(it.tone()).isEqualTo(FactField.Tone.BAD);
                                })));
    }

    private static Stream<FactLabel> labels(FactDefinition fact) {
        return Stream.concat(
                Stream.of(fact.label()),
                everywhere(fact.outputs())
                        .flatMap(it -> Stream.concat(
                                Stream.of(it.label()), it.states().stream().map(FactField.FactState::label))));
    }

    private static Stream<FactField> everywhere(List<FactField> fields) {
        return fields.stream().flatMap(it -> Stream.concat(Stream.of(it), everywhere(it.fields())));
    }
}
