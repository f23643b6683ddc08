package dev.yiwen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** A clock on the wall of one process that can be set while it runs: a C library in front of the real one. */
final class LeapingClock {
    private static final Path LIBRARY = Path.of("target", "leap.so").toAbsolutePath();
    private static final Path AHEAD = Path.of("target", "leap").toAbsolutePath();

    /** The test is left out where there is no C compiler. */
    LeapingClock() {
        try {
            var compiler = new ProcessBuilder(
                            "cc", "-shared", "-fPIC", "-o", LIBRARY.toString(), "src/test/resources/faults/leap.c")
                    .inheritIO()
                    .start();
            if (compiler.waitFor() != 0) {
                throw new AssertionError("faults/leap.c does not compile");
            }
        } catch (IOException e) {
            Assumptions.abort("no C compiler: " + e.getMessage());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        set(Duration.ZERO);
    }

    Map<String, String> environment() {
        return Map.of("LD_PRELOAD", LIBRARY.toString(), "LEAP_FILE", AHEAD.toString());
    }

    /** Ahead of the true time by so much, from now on. */
    void set(Duration ahead) {
        var seconds = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder());
        seconds.putLong(ahead.toSeconds()).flip();
        // In place: the process looks at the page, not at the name.
        try (var file = FileChannel.open(AHEAD, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.write(seconds, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
