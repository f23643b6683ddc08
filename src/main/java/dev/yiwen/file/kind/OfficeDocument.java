package dev.yiwen.file.kind;

import dev.yiwen.shared.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * A document of Office Open XML (ECMA-376, part 2): a ZIP archive whose {@code [Content_Types].xml} names a main part that is
 * there. Everything in it is unpacked once and forgotten, within bounds, so that no archive is stored that grows without end.
 */
public final class OfficeDocument {
    static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    static final String POWERPOINT = "application/vnd.openxmlformats-officedocument.presentationml.presentation";

    private static final Set<String> TYPES = Set.of(WORD, EXCEL, POWERPOINT);
    /** The root element of each main part. */
    private static final Map<String, String> ROOTS =
            Map.of(WORD, "document", EXCEL, "workbook", POWERPOINT, "presentation");

    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final int MOST_ENTRIES = 5_000;
    private static final long MOST_UNPACKED = 256L * 1024 * 1024;
    private static final int LONGEST_LIST = 4 * 1024 * 1024;
    /** Relations that a program follows by itself, and places that are not on its reader's own machine. */
    private static final Set<String> FETCHED = Set.of("attachedTemplate", "oleObject", "frame", "subDocument");

    private static final Pattern REMOTE = Pattern.compile(
            "\\s*((https?|ftp|mhtml|ms-[a-z]+):|[\\\\/]{2}|file:(//[^/\\\\]|/*[\\\\/]{4}|/*\\\\\\\\))",
            Pattern.CASE_INSENSITIVE);

    private static final XMLInputFactory XML = xml();

    /** What their authors' programs wrote about them, and what takes its place. */
    private static final Map<String, String> NOTES = Map.of(
            "docProps/core.xml",
            "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\"/>",
            "docProps/app.xml",
            "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"/>",
            "docProps/custom.xml",
            "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\"/>");

    private final ZipFile archive;
    private long unpacked;

    private OfficeDocument(ZipFile archive) {
        this.archive = archive;
    }

    /** Fails with {@code FILE_KIND} for any other archive, {@code FILE_MACROS}, {@code FILE_DAMAGED}. */
    static String type(byte[] content) {
        try (var archive = open(content)) {
            return new OfficeDocument(archive).type();
        } catch (IOException | XMLStreamException | IllegalArgumentException e) {
            throw new Problem(Problem.Kind.FILE_DAMAGED, "The document is damaged.");
        }
    }

    public static boolean is(String mediaType) {
        return TYPES.contains(mediaType);
    }

    /** Without author, company, manager and editing times; the text and whoever commented it stay. */
    public static byte[] withoutAuthor(byte[] content) {
        var out = new ByteArrayOutputStream(content.length);
        try (var archive = open(content);
                var written = new ZipArchiveOutputStream(out)) {
            for (var entries = archive.getEntriesInPhysicalOrder(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                if (entry.getName().startsWith("_xmlsignatures/")) {
                    return content;
                }
                var instead = NOTES.get(entry.getName());
                if (instead == null) {
                    written.addRawArchiveEntry(entry, archive.getRawInputStream(entry));
                } else {
                    put(written, entry.getName(), instead.getBytes(StandardCharsets.UTF_8));
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new Problem(Problem.Kind.FILE_DAMAGED, "The document is damaged.");
        }
        return out.toByteArray();
    }

    private static void put(ZipArchiveOutputStream written, String name, byte[] content) throws IOException {
        var entry = new ZipArchiveEntry(name);
        var checksum = new CRC32();
        checksum.update(content);
        entry.setMethod(ZipArchiveEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        written.putArchiveEntry(entry);
        written.write(content);
        written.closeArchiveEntry();
    }

    private static ZipFile open(byte[] content) throws IOException {
        return ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get();
    }

    private String type() throws IOException, XMLStreamException {
        var names = new HashSet<String>();
        for (var entries = archive.getEntries(); entries.hasMoreElements(); ) {
            var entry = entries.nextElement();
            requireBound(names.size() < MOST_ENTRIES);
            if (!names.add(entry.getName())) {
                throw new IllegalArgumentException("Twice in the archive: " + entry.getName());
            }
            var name = entry.getName().toLowerCase(Locale.ROOT);
            if (name.contains("vbaproject") || name.contains("vbadata") || name.contains("macrosheets/")) {
                throw macros();
            }
        }
        var listed = archive.getEntry(CONTENT_TYPES);
        if (listed == null) {
            throw new Problem(Problem.Kind.FILE_KIND, "Archives cannot be sent.");
        }
        var parts = contentTypes(listed);
        var type = TYPES.stream()
                .filter(it -> parts.containsKey(it + ".main+xml"))
                .findFirst()
                .orElseThrow(() -> new Problem(Problem.Kind.FILE_KIND, "The archive is no document that can be sent."));
        var main = archive.getEntry(parts.get(type + ".main+xml"));
        if (main == null || !root(main).equals(ROOTS.get(type))) {
            throw new Problem(Problem.Kind.FILE_KIND, "The archive has no document in it.");
        }
        for (var entries = archive.getEntries(); entries.hasMoreElements(); ) {
            look(entries.nextElement());
        }
        return type;
    }

    /** The part of each content type that has one of its own, without the slash that it begins with. */
    private Map<String, String> contentTypes(ZipArchiveEntry listed) throws IOException, XMLStreamException {
        var parts = new HashMap<String, String>();
        for (var element : elements(listed)) {
            var type = element.getOrDefault("ContentType", "");
            var small = type.toLowerCase(Locale.ROOT);
            if (small.contains("macroenabled") || small.contains("vbaproject") || small.contains("activex")) {
                throw macros();
            }
            var part = element.get("PartName");
            if (part != null) {
                parts.putIfAbsent(type, part.substring(1));
            }
        }
        return parts;
    }

    /** Its packed size says nothing, and its promised one need not be true. */
    private void look(ZipArchiveEntry entry) throws IOException, XMLStreamException {
        if (entry.getName().endsWith(".rels")) {
            for (var relation : elements(entry)) {
                var type = relation.getOrDefault("Type", "");
                if (relation.getOrDefault("TargetMode", "").equalsIgnoreCase("External")
                        && FETCHED.contains(type.substring(type.lastIndexOf('/') + 1))
                        && REMOTE.matcher(relation.getOrDefault("Target", "")).lookingAt()) {
                    throw macros();
                }
            }
        } else if (!entry.isDirectory()) {
            try (var in = archive.getInputStream(entry)) {
                count(in);
            }
        }
    }

    private String root(ZipArchiveEntry entry) throws IOException, XMLStreamException {
        try (var in = archive.getInputStream(entry)) {
            var reader = XML.createXMLStreamReader(in);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    return reader.getLocalName();
                }
            }
        }
        return "";
    }

    private List<Map<String, String>> elements(ZipArchiveEntry entry) throws IOException, XMLStreamException {
        var elements = new ArrayList<Map<String, String>>();
        var reader = XML.createXMLStreamReader(new ByteArrayInputStream(bytes(entry)));
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                var attributes = new HashMap<String, String>();
                for (int i = 0; i < reader.getAttributeCount(); i++) {
                    attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
                }
                elements.add(attributes);
            }
        }
        return elements;
    }

    private byte[] bytes(ZipArchiveEntry entry) throws IOException {
        try (var in = archive.getInputStream(entry)) {
            var bytes = in.readNBytes(LONGEST_LIST);
            unpacked += bytes.length;
            requireBound(bytes.length < LONGEST_LIST && unpacked <= MOST_UNPACKED);
            return bytes;
        }
    }

    private void count(InputStream in) throws IOException {
        var buffer = new byte[64 * 1024];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            unpacked += read;
            requireBound(unpacked <= MOST_UNPACKED);
        }
    }

    private static void requireBound(boolean holds) {
        if (!holds) {
            throw new Problem(Problem.Kind.TOO_LARGE, "The document is too large when it is unpacked.");
        }
    }

    private static Problem macros() {
        return new Problem(Problem.Kind.FILE_MACROS, "Documents with macros, or that fetch them, cannot be sent.");
    }

    private static XMLInputFactory xml() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
