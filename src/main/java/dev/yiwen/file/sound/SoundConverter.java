package dev.yiwen.file.sound;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Runs {@code ffmpeg} or {@code sox} over a sound: it is told which format to expect, reads one file, and gives samples on its standard output, of
 * which as many are taken as the longest voice has. Blocking.
 */
public final class SoundConverter {
    private static final Logger LOG = Logger.getLogger(SoundConverter.class);
    private static final List<String> KNOWN = List.of("ffmpeg", "sox");

    /** By media type, as each calls it. */
    private static final Map<String, String> OF_FFMPEG = Map.of(
            "audio/amr", "amr",
            "audio/vnd.wave", "wav",
            "audio/ogg", "ogg",
            "audio/webm", "matroska",
            "audio/mp4", "mov",
            "audio/mpeg", "mp3");

    private static final Map<String, String> OF_SOX = Map.of("audio/amr", "amr-nb", "audio/vnd.wave", "wav");

    private final String command;
    private final boolean ffmpeg;
    private final Duration patience;
    private final Duration longest;

    private SoundConverter(String command, SoundConfig config) {
        this.command = command;
        this.ffmpeg = Path.of(command).getFileName().toString().startsWith("ffmpeg");
        this.patience = config.patience();
        this.longest = config.longest();
    }

    /** Empty where there is none, or none is wanted. */
    public static Optional<SoundConverter> of(SoundConfig config) {
        var wanted = config.converter().map(String::strip).filter(it -> !it.isEmpty());
        if (wanted.isEmpty()) {
            return KNOWN.stream()
                    .filter(SoundConverter::isOnPath)
                    .findFirst()
                    .map(it -> new SoundConverter(it, config));
        }
        return wanted.filter(it -> !it.equals("none")).map(it -> new SoundConverter(it, config));
    }

    public boolean takes(String mediaType) {
        return (ffmpeg ? OF_FFMPEG : OF_SOX).containsKey(mediaType);
    }

    /**
     * Samples of 16 bits, little-endian, one channel; empty for what is no such sound, or took too long.
     *
     * @param rate samples a second
     */
    public Optional<byte[]> samples(String mediaType, byte[] content, int rate) {
        if (!takes(mediaType)) {
            return Optional.empty();
        }
        try {
            Path file = Files.createTempFile("yiwen-sound-", ".bin");
            try {
                Files.write(file, content);
                return run(command(mediaType, file, rate), (int) (longest.toMillis() * rate / 1000 * Short.BYTES));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.warnf("A voice could not be converted: %s", e.toString());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Optional<byte[]> run(List<String> words, int most) throws IOException, InterruptedException {
        var process = new ProcessBuilder(words)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var watch = Thread.ofVirtual().start(() -> endAfterPatience(process));
        try (InputStream samples = process.getInputStream()) {
            byte[] taken = samples.readNBytes(most);
            boolean cut = taken.length == most;
            if (cut) {
                process.destroyForcibly();
            }
            boolean well =
                    process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS) && (cut || process.exitValue() == 0);
            return well && taken.length > 1 ? Optional.of(taken) : Optional.empty();
        } finally {
            process.destroyForcibly();
            watch.interrupt();
        }
    }

    private void endAfterPatience(Process process) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> command(String mediaType, Path file, int rate) {
        var words = new ArrayList<String>();
        words.add(command);
        var hertz = Integer.toString(rate);
        if (ffmpeg) {
            words.addAll(List.of("-v", "error", "-nostdin", "-protocol_whitelist", "file,pipe"));
            words.addAll(List.of("-f", format(OF_FFMPEG, mediaType), "-i", "file:" + file, "-vn", "-ac", "1"));
            words.addAll(List.of("-ar", hertz, "-f", "s16le", "pipe:1"));
        } else {
            words.addAll(List.of("-V1", "-t", format(OF_SOX, mediaType), file.toString()));
            words.addAll(List.of("-t", "raw", "-e", "signed-integer", "-b", "16", "-L", "-c", "1", "-r", hertz, "-"));
        }
        return words;
    }

    private static String format(Map<String, String> formats, String mediaType) {
        return formats.getOrDefault(mediaType, "");
    }

    private static boolean isOnPath(String command) {
        return List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)).stream()
                .filter(it -> !it.isEmpty())
                .anyMatch(it -> Files.isExecutable(Path.of(it, command)));
    }
}
