package dev.yiwen.file.kind;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiwen.shared.Problem;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VoiceRecordingTest {
    private static final Set<String> WANTED = Set.of("audio/webm", "audio/ogg", "audio/mp4");
    private static final String CLUSTER = "\u001fC\u00b6u";
    private static final String OGG = "OggS" + "\0".repeat(24);

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource({
        "voice.webm, voice.webm, WEBM",
        "voice, voice.ogg, OGG",
        "voice.mp4, voice.mp4, MP4",
        "a.wav, a.m4a, MP4"
    })
    void a_voice_is_told_by_its_content(String sent, String kept, String content) {
        var kind = FileKind.of(sent, bytes(sample(content)), WANTED);

        assertThat(kind.name()).isEqualTo(kept);
        assertThat(kind.mediaType()).isEqualTo("audio/" + content.toLowerCase(java.util.Locale.ROOT));
    }

    @Test
    void what_a_cluster_sounds_like_says_nothing() {
        var webm = sample("WEBM") + CLUSTER + "\u0085V_VP8";

        assertThat(FileKind.of("a", bytes(webm), WANTED).mediaType()).isEqualTo("audio/webm");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FILM_WEBM", "FILM_MP4", "MATROSKA", "NO_TRACKS", "VORBIS", "CUT_MP4", "EMPTY_MP4"})
    void films_and_other_containers_are_refused(String content) {
        assertThatThrownBy(() -> FileKind.of("voice.webm", bytes(sample(content)), WANTED))
                .isInstanceOf(Problem.class);
    }

    private static String sample(String kind) {
        return switch (kind) {
            case "WEBM" -> matroska("webm", "A_OPUS");
            case "FILM_WEBM" -> matroska("webm", "A_OPUSV_VP9");
            case "MATROSKA" -> matroska("matroska", "A_OPUS");
            case "NO_TRACKS" -> matroska("webm", "A_OPUS").substring(0, 30);
            case "OGG" -> OGG + "OpusHead";
            case "VORBIS" -> OGG + "\u0001vorbis";
            case "MP4" -> box("ftyp", "isom") + box("moov", track("soun"));
            case "FILM_MP4" -> box("ftyp", "isom") + box("moov", track("soun") + track("vide"));
            case "CUT_MP4" -> (box("ftyp", "isom") + box("moov", track("soun"))).substring(0, 40);
            case "EMPTY_MP4" -> box("ftyp", "isom") + box("moov", "");
            default -> throw new IllegalArgumentException(kind);
        };
    }

    /** A segment of unknown size: where things stand, then the tracks. */
    private static String matroska(String type, String codecs) {
        return "\u001aE\u00df\u00a3" + sized("B\u0082" + sized(type)) + "\u0018S\u0080g\u0001" + "\u00ff".repeat(7)
                + "\u0011M\u009bt" + sized("S\u00ab" + sized(CLUSTER)) + "\u0016T\u00aek" + sized(codecs);
    }

    private static String sized(String content) {
        return (char) (0x80 | content.length()) + content;
    }

    private static String track(String handler) {
        return box("trak", box("mdia", box("hdlr", "\0".repeat(8) + handler + "\0".repeat(12))));
    }

    private static String box(String name, String content) {
        int size = content.length() + 8;
        return "\0\0" + (char) (size >> 8) + (char) (size & 0xFF) + name + content;
    }

    private static byte[] bytes(String latin) {
        return latin.getBytes(ISO_8859_1);
    }
}
