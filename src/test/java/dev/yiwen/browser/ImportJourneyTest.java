package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.yiwen.browser.Browser.Screen;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.StaffMembers;
import dev.yiwen.shared.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Set;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A workbook as people have it is looked at, becomes drafts, and is taken back. */
@QuarkusTest
class ImportJourneyTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    StaffMembers members;

    @Inject
    Pool database;

    private final String mark = Ids.next().toString().substring(28);
    private String login;

    @BeforeEach
    void an_editor() {
        login = "importer." + mark;
        var staff =
                members.create(login, "周敏", Set.of(Role.EDITOR), login).await().atMost(PATIENCE);
        members.setPassword(staff.id(), login, false).await().atMost(PATIENCE);
    }

    @Test
    void a_messy_workbook_becomes_drafts_and_is_taken_back() throws IOException {
        var page = browser.staff(Screen.DESKTOP, login, login);
        page.navigate("/knowledge");
        button(page, "导入").click();
        page.locator("yw-import-view input[type=file]").setInputFiles(new FilePayload("客服知识.xlsx", XLSX, workbook()));

        assertThat(page.locator("yw-import-view .rows tbody tr").first()).isVisible();
        assertThat(chip(page, "新增 3")).isVisible();
        assertThat(chip(page, "重复 1")).isVisible();
        assertThat(chip(page, "矛盾 1")).isVisible();
        browser.picture(page, "import-preview");
        chip(page, "错误 2").click();
        assertThat(page.locator("yw-import-view .rows tbody tr")).hasCount(2);
        assertThat(page.locator("yw-import-view .rows tbody")).containsText("缺少答案");

        var marked =
                page.waitForDownload(() -> page.getByText("下载带说明的 客服知识.xlsx").click());
        try (var book = new XSSFWorkbook(Files.newInputStream(marked.path()))) {
            assertThat(book.getSheet("套餐").getRow(2).getCell(4).getStringCellValue())
                    .startsWith("导入结果");
            assertThat(book.getSheet("套餐").getRow(7).getCell(4).getStringCellValue())
                    .startsWith("错误：缺少答案");
        }

        page.getByText("作为草稿导入（4 条）").click();

        assertThat(page.locator("yw-import-view")).containsText("已导入 4 条草稿");
        browser.picture(page, "import-made");
        org.assertj.core.api.Assertions.assertThat(drafts()).isEqualTo(4);

        button(page, "撤销导入").first().click();

        assertThat(page.locator("yw-toasts")).containsText("丢弃 4 条草稿");
        assertThat(page.locator("yw-import-view .earlier li").first()).containsText("已撤销");
        org.assertj.core.api.Assertions.assertThat(drafts()).isZero();
    }

    @Test
    void on_a_phone_columns_are_put_right_and_remembered() {
        var page = browser.staff(Screen.PHONE, login, login);
        page.navigate("/knowledge?import=");
        var table = "甲%s,乙%s\n怎么退%s,七天内退\n怎么换%s,先寄回\n".formatted(mark, mark, mark, mark);
        page.locator("yw-import-view input[type=file]")
                .setInputFiles(
                        new FilePayload("表.csv", "text/csv", table.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(chip(page, "错误 2")).isVisible();
        browser.picture(page, "import-columns-phone");

        page.getByLabel("甲" + mark).selectOption("QUESTION");
        page.getByLabel("乙" + mark).selectOption("ANSWER");
        button(page, "按此重新对照").click();

        assertThat(chip(page, "新增 2")).isVisible();
        assertThat(page.locator("yw-import-view .rows tbody tr").first()).containsText("怎么退" + mark);
        browser.picture(page, "import-phone");
    }

    @Test
    void all_knowledge_is_handed_out_as_a_workbook() throws IOException {
        var page = browser.staff(Screen.DESKTOP, login, login);
        page.navigate("/knowledge");
        page.locator("yw-export-menu summary").click();
        browser.picture(page, "export-menu");

        var file = page.waitForDownload(
                () -> page.locator("yw-export-menu a").first().click());

        try (var book = new XSSFWorkbook(Files.newInputStream(file.path()))) {
            assertThat(book.getSheetAt(0).getRow(0).getCell(1).getStringCellValue())
                    .isEqualTo("问题");
            assertThat(book.getSheetAt(0).getLastRowNum()).isGreaterThan(100);
        }
    }

    private byte[] workbook() throws IOException {
        try (var book = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            var sheet = book.createSheet("套餐");
            row(sheet, 0, "客服知识库（2026 年 11 月整理）");
            row(sheet, 1, "分类", "内容", "", "");
            row(sheet, 2, "", "标准问题", "相似问", "答案");
            row(sheet, 3, "导入测试", "月费多少" + mark, "多少钱；一个月几块", "59 元/月，含 100 分钟");
            row(sheet, 4, "", "怎么退订" + mark, "取消套餐", "发送 QX 到 10000，24 小时内生效");
            row(sheet, 5, "", "怎么退订" + mark + " ？", "", "发送 QX 到 10000，48 小时内生效");
            row(sheet, 6, "", "月费多少" + mark + "？", "", "59 元/月，含 100 分钟");
            row(sheet, 7, "", "有合约吗" + mark, "", "");
            sheet.addMergedRegion(CellRangeAddress.valueOf("A1:D1"));
            sheet.addMergedRegion(CellRangeAddress.valueOf("A4:A8"));
            sheet.addMergedRegion(CellRangeAddress.valueOf("B2:D2"));
            var other = book.createSheet("宽带");
            row(other, 0, "q", "a", "生效");
            row(other, 1, "宽带怎么移机" + mark, "N/A", "2026/1/31");
            row(other, 2, "宽带多久装好" + mark, "两天", "下个月");
            book.createSheet("空表");
            book.write(out);
            return out.toByteArray();
        }
    }

    private static void row(XSSFSheet sheet, int at, String... cells) {
        var row = sheet.createRow(at);
        for (int i = 0; i < cells.length; i++) {
            if (!cells[i].isEmpty()) {
                row.createCell(i).setCellValue(cells[i]);
            }
        }
    }

    private long drafts() {
        return database.preparedQuery(
                        "select count(*) from article_revision where state = 'DRAFT' and question like $1")
                .execute(Tuple.of("%" + mark + "%"))
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getLong(0);
    }

    private static Locator chip(Page page, String name) {
        return page.locator("yw-import-view").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
