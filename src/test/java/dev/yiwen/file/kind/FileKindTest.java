package dev.yiwen.file.kind;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiwen.shared.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileKindTest {
    private static final Set<String> WANTED = Set.of(
            "image/png",
            "image/heic",
            "application/pdf",
            "text/plain",
            "text/csv",
            "text/markdown",
            "audio/amr",
            "audio/vnd.wave",
            OfficeDocument.WORD,
            OfficeDocument.EXCEL,
            OfficeDocument.POWERPOINT);
    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    private static final byte[] TEXT = "先断电，再看指示灯。".getBytes(UTF_8);

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "账单.pdf, 账单.png",
        "photo.PNG, photo.png",
        "photo.jpeg, photo.png",
        "photo, photo.png",
        "扫描.20260101, 扫描.20260101.png",
        "../../etc/passwd, passwd.png",
        "C:\\Users\\a\\照片.png, 照片.png",
        "CON.png, _CON.png",
        "com1.tar.png, _com1.tar.png",
        "a<b>:c|d?.png, a_b__c_d_.png",
        "photo.png. . ., photo.png",
        "'. .', file.png"
    })
    void a_name_says_what_the_content_is(String sent, String kept) {
        assertThat(FileKind.of(sent, PNG, WANTED).name()).isEqualTo(kept);
    }

    @Test
    void a_name_cannot_be_turned_around() {
        assertThat(FileKind.of("账单\u202Egpj.gnp", PNG, WANTED).name()).isEqualTo("账单gpj.gnp.png");
        assertThat(FileKind.of("a\u0000b\u200Fc\uFEFF\n.png", PNG, WANTED).name())
                .isEqualTo("abc.png");
        assertThatThrownBy(() -> FileKind.of("账单\u202Egpj.exe", PNG, WANTED)).isInstanceOf(Problem.class);
    }

    @Test
    void a_name_fits_every_file_system() {
        var name = FileKind.of("合同".repeat(200) + ".png", PNG, WANTED).name();

        assertThat(name.getBytes(UTF_8)).hasSizeBetween(170, 180);
        assertThat(name).startsWith("合同合同").endsWith(".png");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "a.hta",
                "a.ps1",
                "a.reg",
                "a.url",
                "a.lnk",
                "a.scf",
                "a.bat",
                "a.jse",
                "a.cmd",
                "a.vbs",
                "a.js",
                "a.exe",
                "a.msi",
                "a.jar",
                "a.apk",
                "a.svg",
                "a.html",
                "账单.pdf.exe",
                "a.exe. .",
                "a.EXE ",
                "a.e\u200Bxe",
                "a.docm",
                "a.iso",
                "a.py",
                "a.sh",
                "a.desktop",
                "a.webloc",
                "x/a.bat"
            })
    void what_a_machine_would_run_is_refused_by_its_name(String name) {
        for (var content : new byte[][] {TEXT, PNG}) {
            refused(Problem.Kind.FILE_RUNS, name, content);
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "[InternetShortcut]\r\nURL=file://host/a",
                "Windows Registry Editor Version 5.00",
                "REGEDIT4\r\n",
                "[Shell]\r\n",
                "@echo off\r\ndel *",
                "#!/bin/sh\nrm -r",
                "<script>alert(1)</script>",
                "\uFEFF  <job id=a>",
                "[Desktop Entry]",
                "ID;PWXL;N;E\nC;X1;Y1;K0;ECMD|'/c calc'!A0",
                "WEB\r\n1\r\nhttp://host",
                "<?php echo 1;",
                "[.ShellClassInfo]\nIconResource=\\\\host\\a"
            })
    void what_a_machine_would_run_is_refused_by_its_content(String text) {
        assertThatThrownBy(() -> FileKind.of("说明.txt", text.getBytes(UTF_8), WANTED))
                .isInstanceOfSatisfying(
                        Problem.class,
                        it -> assertThat(it.kind()).isIn(Problem.Kind.FILE_RUNS, Problem.Kind.FILE_KIND));
    }

    @Test
    void pages_drawings_and_programs_are_refused_whatever_their_name() {
        refused(Problem.Kind.FILE_KIND, "a.txt", "<!doctype html><html><script>1</script></html>".getBytes(UTF_8));
        refused(Problem.Kind.FILE_KIND, "a.png", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(UTF_8));
        refused(Problem.Kind.FILE_KIND, "a.docx", new byte[] {'M', 'Z', 0, 0, 0, 0, 0, 0});
        // A shortcut of Windows.
        refused(Problem.Kind.FILE_KIND, "a.pdf", new byte[] {0x4C, 0, 0, 0, 1, 0x14, 2, 0, 0, 0, 0, 0, (byte) 0xC0, 0});
    }

    @Test
    void tables_notes_and_recordings_are_welcome() {
        assertThat(FileKind.of("通话.csv", "号码,时长\n10000,3".getBytes(Charset.forName("GBK")), WANTED))
                .isEqualTo(new FileKind("通话.csv", "text/csv"));
        assertThat(FileKind.of("步骤.md", "# 步骤\n1. 断电".getBytes(UTF_8), WANTED))
                .isEqualTo(new FileKind("步骤.md", "text/markdown"));
        assertThat(FileKind.of("config.json", TEXT, WANTED)).isEqualTo(new FileKind("config.json.txt", "text/plain"));
        assertThat(FileKind.of("语音.amr", "#!AMR\n\0\0\0\0".getBytes(UTF_8), WANTED))
                .isEqualTo(new FileKind("语音.amr", "audio/amr"));
        assertThat(FileKind.of("a.mp3", "RIFF\44\0\0\0WAVEfmt \20\0\0\0\1\0\1\0".getBytes(UTF_8), WANTED)
                        .mediaType())
                .isEqualTo("audio/vnd.wave");
        assertThat(FileKind.of("IMG_1.jpg", "\0\0\0\30ftypheic\0\0\0\0mif1heic".getBytes(UTF_8), WANTED))
                .isEqualTo(new FileKind("IMG_1.heic", "image/heic"));
    }

    @Test
    void a_document_is_one_by_what_is_in_it() {
        assertThat(FileKind.of("合同", zip(word()), WANTED)).isEqualTo(new FileKind("合同.docx", OfficeDocument.WORD));
        var notFirst = new LinkedHashMap<>(Map.of("word/media/a.txt", "a"));
        notFirst.putAll(word());
        assertThat(FileKind.of("合同.xlsx", zip(notFirst), WANTED).name()).isEqualTo("合同.docx");
    }

    static Stream<Map<String, String>> noDocuments() {
        return Stream.of(
                Map.of("a.exe", "MZ"),
                Map.of("META-INF/MANIFEST.MF", "Main-Class: A", "A.class", "a"),
                Map.of("[Content_Types].xml", "<Types/>"),
                with(word(), "word/document.xml", "<html/>"),
                Map.of("[Content_Types].xml", types("")));
    }

    @ParameterizedTest
    @MethodSource("noDocuments")
    void an_archive_that_calls_itself_a_document_is_refused(Map<String, String> entries) {
        refused(Problem.Kind.FILE_KIND, "合同.docx", zip(entries));
    }

    static Stream<Map<String, String>> macros() {
        return Stream.of(
                with(word(), "word/vbaProject.bin", "a"),
                with(word(), "word/VBAPROJECT.BIN", "a"),
                with(word(), "xl/macrosheets/sheet1.xml", "<a/>"),
                with(
                        word(),
                        "[Content_Types].xml",
                        types("<Override PartName=\"/a.bin\""
                                + " ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/>")),
                with(word(), "word/_rels/settings.xml.rels", relation("attachedTemplate", "https://host/a.dotm")),
                with(word(), "word/_rels/settings.xml.rels", relation("attachedTemplate", "\\\\host\\a.dotm")),
                with(word(), "word/_rels/document.xml.rels", relation("oleObject", "mhtml:http://host/a!x")));
    }

    @ParameterizedTest
    @MethodSource("macros")
    void documents_with_macros_or_that_fetch_them_are_refused(Map<String, String> entries) {
        refused(Problem.Kind.FILE_MACROS, "合同.docx", zip(entries));
    }

    @Test
    void links_and_the_template_of_the_authors_own_machine_are_no_macros() {
        var links = relation("hyperlink", "https://example.com/");
        var template = relation("attachedTemplate", "file:///C:\\Users\\a\\Normal.dotm");

        assertThat(FileKind.of(
                                "a.docx",
                                zip(with(
                                        with(word(), "word/_rels/document.xml.rels", links),
                                        "word/_rels/settings.xml.rels",
                                        template)),
                                WANTED)
                        .mediaType())
                .isEqualTo(OfficeDocument.WORD);
    }

    @Test
    void a_document_that_grows_without_end_is_refused() {
        var zeros = " ".repeat(300 * 1024 * 1024);

        refused(Problem.Kind.TOO_LARGE, "a.docx", zip(with(word(), "word/media/a.txt", zeros)));
    }

    @Test
    void a_document_does_not_say_who_wrote_it() throws Exception {
        var core = "<cp:coreProperties xmlns:cp=\"a\" xmlns:dc=\"b\"><dc:creator>张三</dc:creator></cp:coreProperties>";

        var kept = OfficeDocument.withoutAuthor(zip(with(word(), "docProps/core.xml", core)));

        var entries = unzip(kept);
        assertThat(entries.get("docProps/core.xml")).doesNotContain("张三").contains("coreProperties");
        assertThat(entries).containsEntry("word/document.xml", "<w:document xmlns:w=\"w\"><w:body/></w:document>");
        assertThat(FileKind.of("a.docx", kept, WANTED).mediaType()).isEqualTo(OfficeDocument.WORD);
    }

    private static void refused(Problem.Kind kind, String name, byte[] content) {
        assertThatThrownBy(() -> FileKind.of(name, content, WANTED))
                .isInstanceOfSatisfying(
                        Problem.class, it -> assertThat(it.kind()).isEqualTo(kind));
    }

    private static String types(String more) {
        return "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + "<Override PartName=\"/word/document.xml\" ContentType=\"" + OfficeDocument.WORD + ".main+xml\"/>"
                + more + "</Types>";
    }

    private static Map<String, String> word() {
        var entries = new LinkedHashMap<String, String>();
        entries.put("[Content_Types].xml", types(""));
        entries.put("word/document.xml", "<w:document xmlns:w=\"w\"><w:body/></w:document>");
        return entries;
    }

    private static Map<String, String> with(Map<String, String> entries, String name, String content) {
        var more = new LinkedHashMap<>(entries);
        more.put(name, content);
        return more;
    }

    private static String relation(String type, String target) {
        return "<Relationships><Relationship Id=\"r\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                + "relationships/" + type + "\" Target=\"" + target + "\" TargetMode=\"External\"/></Relationships>";
    }

    private static byte[] zip(Map<String, String> entries) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(UTF_8));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    private static Map<String, String> unzip(byte[] archive) throws IOException {
        var entries = new LinkedHashMap<String, String>();
        try (var zip = new ZipInputStream(new java.io.ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
            }
        }
        return entries;
    }
}
