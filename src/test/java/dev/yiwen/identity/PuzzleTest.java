package dev.yiwen.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.Test;

class PuzzleTest {
    private static final HmacKey KEY = new HmacKey("a secret of the tests, 32 bytes.".getBytes(StandardCharsets.UTF_8));
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    private final Puzzle puzzle = Puzzle.next(KEY, 12, NOW.plusSeconds(60));
    private final long number = Puzzle.solve(puzzle.text(), 12);

    @Test
    void believes_a_solution_and_names_it() {
        assertThat(Puzzle.solved(KEY, puzzle.text(), number, NOW))
                .contains(puzzle.text().substring(0, 22));
    }

    @Test
    void believes_no_other_number() {
        var first = Puzzle.solve(puzzle.text(), 12);

        for (long wrong = 0; wrong < first; wrong++) {
            assertThat(Puzzle.solved(KEY, puzzle.text(), wrong, NOW)).isEmpty();
        }
    }

    @Test
    void believes_no_puzzle_that_ended() {
        assertThat(Puzzle.solved(KEY, puzzle.text(), number, NOW.plus(Duration.ofSeconds(61))))
                .isEmpty();
    }

    @Test
    void believes_no_puzzle_that_somebody_made_easier_or_longer_lived() {
        var parts = puzzle.text().split("\\.");
        for (var forged : List.of(
                parts[0] + "." + parts[1] + ".1." + parts[3],
                parts[0] + ".999999999999." + parts[2] + "." + parts[3],
                "AAAAAAAAAAAAAAAAAAAAAA." + parts[1] + "." + parts[2] + "." + parts[3],
                parts[0] + "." + parts[1] + "." + parts[2] + ".",
                puzzle.text() + "x",
                "",
                "....")) {
            assertThat(Puzzle.solved(KEY, forged, Puzzle.solve(forged, 12), NOW))
                    .as(forged)
                    .isEmpty();
        }
        assertThat(Puzzle.solved(new HmacKey(new byte[32]), puzzle.text(), number, NOW))
                .isEmpty();
    }
}
