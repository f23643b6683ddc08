package dev.yiwen.knowledge.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.knowledge.Audience;
import dev.yiwen.knowledge.HandoffCues;
import dev.yiwen.knowledge.importing.source.ColumnChoice;
import dev.yiwen.knowledge.importing.source.ReadRow;
import dev.yiwen.knowledge.importing.source.SourceFiles;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StarterPhrasingsTest {
    @Inject
    HandoffCues cues;

    @Test
    void no_title_or_phrasing_hands_whoever_asks_it_to_a_human_at_once() {
        var asked = SourceFiles.read(Path.of("knowledge"), ColumnChoice.NONE).rows().stream()
                .map(ReadRow.class::cast)
                .filter(it -> it.draft().audience() == Audience.CUSTOMER)
                .flatMap(it -> Stream.concat(Stream.of(it.draft().question()), it.draft().phrasings().stream()))
                .toList();

        assertThat(asked)
                .hasSizeGreaterThan(700)
                .allSatisfy(it -> assertThat(cues.in(it)).as(it).isEmpty());
    }
}
