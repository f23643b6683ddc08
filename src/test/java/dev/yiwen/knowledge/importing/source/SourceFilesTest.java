package dev.yiwen.knowledge.importing.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;

class SourceFilesTest {

    @Test
    void an_archive_is_a_folder() throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("资料/a.csv", utf8("问题,答案\n怎么退款,原路\n"));
        files.put("资料/b.md", utf8("---\nquestion: 怎么开票\n---\n在 App 里。\n"));
        files.put("__MACOSX/._a.csv", utf8("x"));
        files.put("inner.zip", zip(Map.of("c.md", utf8("x"))));

        var read = SourceCase.of("all.zip", zip(files));

        assertThat(read.questions()).containsExactly("怎么退款", "怎么开票");
        assertThat(read.articles().getLast().slug()).isEqualTo("资料/b");
        assertThat(read.faults()).containsExactly(":0 a ZIP archive in a ZIP archive is not read: unpack it first");
    }

    @Test
    void an_archive_that_unpacks_without_end_is_refused() throws IOException {
        var bomb = bomb("xl/workbook.xml");

        assertThat(SourceCase.of("a.zip", bomb("a.csv")).faults())
                .singleElement()
                .asString()
                .contains("unpacks to too much");
        assertThat(SourceCase.of("a.xlsx", bomb).faults())
                .singleElement()
                .asString()
                .contains("unpacks to too much");
        assertThat(SourceCase.of("a.docx", bomb("word/document.xml")).faults())
                .singleElement()
                .asString()
                .contains("unpacks to too much");
    }

    @Test
    void old_encrypted_empty_and_wrongly_named_files_say_what_to_do() throws Exception {
        assertThat(SourceCase.of("a.xlsx", container("Workbook")).faults().getFirst())
                .contains(".xls", "save it as .xlsx");
        assertThat(SourceCase.of("a.docx", container("WordDocument")).faults().getFirst())
                .contains(".doc", "save it as .docx");
        assertThat(SourceCase.of("a.xlsx", encrypted()).faults().getFirst()).contains("protected by a password");
        assertThat(SourceCase.of("a.docx", new byte[0]).faults()).containsExactly(":0 holds nothing");
        assertThat(SourceCase.of("a.csv", "").faults()).containsExactly(":0 holds nothing");
        assertThat(SourceCase.of("a.xlsx", "问题,答案").faults())
                .singleElement()
                .asString()
                .contains("called .xlsx");
        assertThat(SourceCase.of("a.xlsx", zip(Map.of("x", utf8("x")))).faults())
                .singleElement()
                .asString()
                .contains("no workbook");
        assertThat(SourceCase.of("a.pdf", "no pdf").faults())
                .singleElement()
                .asString()
                .contains("damaged");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    /** 300 MB of nothing. */
    private static byte[] bomb(String name) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_SPEED);
            zip.putNextEntry(new ZipEntry(name));
            var nothing = new byte[1024 * 1024];
            for (int i = 0; i < 300; i++) {
                zip.write(nothing);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] container(String part) throws IOException {
        try (var system = new POIFSFileSystem();
                var out = new ByteArrayOutputStream()) {
            system.createDocument(new java.io.ByteArrayInputStream(new byte[5_000]), part);
            system.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    private static byte[] encrypted() throws Exception {
        try (var system = new POIFSFileSystem();
                var out = new ByteArrayOutputStream()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var stream = encryptor.getDataStream(system)) {
                stream.write(zip(Map.of("xl/workbook.xml", utf8("x"))));
            }
            system.writeFilesystem(out);
            return out.toByteArray();
        }
    }
}
