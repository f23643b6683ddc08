package dev.yiwen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The short form of {@code ./yiwen attack}, against the packaged application. */
final class AttackIT {
    private static final int MINUTES = 10;

    @Test
    void nothing_that_an_attacker_tries_gets_through() throws Exception {
        var log = Files.createDirectories(Path.of("target", "running")).resolve("attack.log");
        var attack = new ProcessBuilder(PackagedYiwen.command("attack", "--short"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(attack.waitFor(MINUTES, TimeUnit.MINUTES)).as("ended").isTrue();
            assertThat(attack.exitValue()).as(() -> readable(log)).isZero();
        } finally {
            attack.destroyForcibly();
        }
    }

    private static String readable(Path log) {
        try {
            return Files.readString(log);
        } catch (java.io.IOException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
