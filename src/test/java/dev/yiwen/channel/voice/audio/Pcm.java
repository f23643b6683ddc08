package dev.yiwen.channel.voice.audio;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Audio for tests: 16-bit little-endian mono. */
public final class Pcm {
    private static final Path SPEAKER = Path.of("/usr/bin/espeak-ng");
    private static final Path SOX = Path.of("/usr/bin/sox");

    private Pcm() {}

    /** @param amplitude of 1, the loudest */
    public static Buffer tone(int rate, int ms, double amplitude) {
        var pcm = Buffer.buffer();
        for (int i = 0; i < rate * ms / 1000; i++) {
            pcm.appendShortLE((short) (Math.sin(2 * Math.PI * 200 * i / rate) * amplitude * Short.MAX_VALUE));
        }
        return pcm;
    }

    public static Buffer silence(int rate, int ms) {
        return Buffer.buffer(new byte[rate * ms / 1000 * 2]);
    }

    /**
     * Mandarin as a machine speaks it, each sentence with a pause after it. Where there is no speaker the test is left out,
     * in CI it fails.
     */
    public static Buffer spoken(int rate, String... sentences) {
        boolean canSpeak = Files.isExecutable(SPEAKER) && Files.isExecutable(SOX);
        if ("true".equals(System.getenv("CI"))) {
            assertThat(canSpeak).as("espeak-ng and sox are installed").isTrue();
        }
        Assumptions.assumeTrue(canSpeak, "needs espeak-ng and sox");
        var pcm = Buffer.buffer();
        for (var sentence : sentences) {
            pcm.appendBuffer(said(rate, sentence)).appendBuffer(silence(rate, 480));
        }
        return pcm;
    }

    private static Buffer said(int rate, String sentence) {
        try {
            var wav = Files.createTempFile("spoken", ".wav");
            var raw = Files.createTempFile("spoken", ".raw");
            run("espeak-ng", "-v", "cmn", "-s", "260", "-w", wav.toString(), sentence);
            run(
                    "sox",
                    wav.toString(),
                    "-t",
                    "raw",
                    "-r",
                    "" + rate,
                    "-c",
                    "1",
                    "-b",
                    "16",
                    "-e",
                    "signed-integer",
                    "-L",
                    raw.toString(),
                    "norm",
                    "-6");
            var pcm = Buffer.buffer(Files.readAllBytes(raw));
            Files.delete(wav);
            Files.delete(raw);
            return pcm;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void run(String... command) throws IOException {
        var process = new ProcessBuilder(List.of(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
