package dev.yiwen.file.kind;

import dev.yiwen.shared.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.tika.Tika;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;

/**
 * What a file is.
 *
 * @param name with the extension of the kind
 * @param mediaType as the content says; only among plain texts the name decides, since CSV and Markdown are nothing else
 */
public record FileKind(String name, String mediaType) {
    private static final String TEXT = "text/plain";
    private static final String SILK = "audio/silk";
    private static final String FILM = "video/mp4";
    /** By the brand that a phone wrote, and all the same container (ISO/IEC 14496-12). */
    private static final Set<String> FILMS =
            Set.of("application/mp4", "video/x-m4v", "video/quicktime", "video/3gpp", "video/3gpp2");

    private static final Tika TIKA = new Tika();

    private static final Map<String, List<String>> EXTENSIONS = Map.ofEntries(
            Map.entry("image/png", List.of("png")),
            Map.entry("image/jpeg", List.of("jpg", "jpeg")),
            Map.entry("image/gif", List.of("gif")),
            Map.entry("image/webp", List.of("webp")),
            Map.entry("image/heic", List.of("heic", "heif")),
            Map.entry("image/heif", List.of("heif", "heic")),
            Map.entry("application/pdf", List.of("pdf")),
            Map.entry(TEXT, List.of("txt", "log")),
            Map.entry("text/csv", List.of("csv")),
            Map.entry("text/markdown", List.of("md", "markdown")),
            Map.entry(OfficeDocument.WORD, List.of("docx")),
            Map.entry(OfficeDocument.EXCEL, List.of("xlsx")),
            Map.entry(OfficeDocument.POWERPOINT, List.of("pptx")),
            Map.entry(VoiceRecording.WEBM, List.of("webm")),
            Map.entry(VoiceRecording.OGG, List.of("ogg", "opus")),
            Map.entry(VoiceRecording.MP4, List.of("m4a", "mp4")),
            Map.entry("audio/amr", List.of("amr")),
            Map.entry(SILK, List.of("silk")),
            Map.entry(FILM, List.of("mp4", "mov", "m4v", "3gp")),
            Map.entry("audio/vnd.wave", List.of("wav")));

    private static final Set<String> KNOWN =
            EXTENSIONS.values().stream().flatMap(List::stream).collect(Collectors.toSet());
    private static final Set<String> ARCHIVES =
            Set.of("application/zip", "application/x-tika-ooxml", "application/java-archive");

    /**
     * Fails with {@code FILE_KIND} when it is none of {@code wanted}, with {@code FILE_RUNS}, and as {@link OfficeDocument} does.
     *
     * @param sent as the sender calls it
     * @param wanted media types
     */
    public static FileKind of(String sent, byte[] content, Set<String> wanted) {
        var name = FileName.of(sent);
        var type = type(name, content);
        if (!wanted.contains(type)) {
            throw new Problem(Problem.Kind.FILE_KIND, "Files of this kind cannot be sent: " + type + ".");
        }
        return new FileKind(name.as(extensions(type), KNOWN), type);
    }

    /** A name that was kept before names were looked at. */
    public static String safeName(String kept, String type) {
        try {
            return FileName.of(kept).as(extensions(type), KNOWN);
        } catch (Problem e) {
            return FileName.of(kept + ".").as(extensions(type), KNOWN);
        }
    }

    private static String type(FileName name, byte[] content) {
        var recording = VoiceRecording.type(content);
        if (recording.isPresent()) {
            return recording.get();
        }
        if (isSilk(content)) {
            return SILK;
        }
        // Without the name: it must not make one kind into another.
        var type = TIKA.detect(content);
        if (ARCHIVES.contains(type)) {
            return OfficeDocument.type(content);
        }
        if (TextFiles.couldBe(type) && TextFiles.is(content)) {
            TextFiles.requireNothingToRun(content);
            return switch (name.extension()) {
                case "csv" -> "text/csv";
                case "md", "markdown" -> "text/markdown";
                default -> TEXT;
            };
        }
        return FILMS.contains(type) ? FILM : type;
    }

    /** What WeChat's own programs record; one byte of Tencent's may stand before the head. */
    private static boolean isSilk(byte[] content) {
        var head = new String(content, 0, Math.min(content.length, 10), StandardCharsets.ISO_8859_1);
        return head.startsWith("#!SILK_V3") || head.startsWith("\u0002#!SILK_V3");
    }

    /** Of a kind that the operator added, what Tika knows of it. */
    private static List<String> extensions(String type) {
        var ours = EXTENSIONS.get(type);
        if (ours != null) {
            return ours;
        }
        try {
            var known = MimeTypes.getDefaultMimeTypes().forName(type).getExtensions().stream()
                    .map(it -> it.substring(1))
                    .toList();
            return known.isEmpty() ? List.of("bin") : known;
        } catch (MimeTypeException e) {
            return List.of("bin");
        }
    }
}
