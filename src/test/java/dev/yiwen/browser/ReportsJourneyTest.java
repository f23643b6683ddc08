package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.yiwen.browser.Browser.Screen;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.quality.metric.History;
import dev.yiwen.shared.HomeZone;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A supervisor makes the month's report, reads it, takes it along as PDF, and goes from a number to its conversations. */
@QuarkusTest
class ReportsJourneyTest {
    private static final double PATIENCE = 60_000;

    @RegisterExtension
    static final Browser browser = new Browser();

    @Inject
    People people;

    @Inject
    History history;

    @Test
    void a_supervisor_makes_reads_and_prints_the_months_report() throws Exception {
        var month = YearMonth.from(HomeZone.today().minusDays(10));
        for (int i = 0; i < 60; i++) {
            var at = Instant.now().minus(Duration.ofHours(9L * i + 1));
            history.rated(history.chat(history.customer(), i % 3 == 0 ? "billing" : "network", at), i % 5 == 0 ? 2 : 5);
        }
        var supervisor = people.staff(Role.SUPERVISOR);
        var page = browser.staff(Screen.DESKTOP, supervisor.login(), People.PASSWORD);

        page.navigate("/reports");
        page.locator("select[name=period]").selectOption(month.toString());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("现在生成"))
                .click();
        var made = page.locator("yw-report-list li[data-state=READY]")
                .filter(new Locator.FilterOptions().setHasText(supervisor.name()));
        assertThat(made).isVisible(new IsVisibleOptions().setTimeout(PATIENCE));
        browser.picture(page, "reports");
        var file = page.waitForDownload(() -> made.getByText("下载 PDF").click());
        try (var document = Loader.loadPDF(Files.readAllBytes(file.path()))) {
            assertThat(new PDFTextStripper().getText(document)).contains("月度满意度报告");
        }
        made.getByText("打开").click();
        var satisfaction = page.locator("yw-report-paper a[href*='metric=SATISFACTION&by=DAY']")
                .first();
        assertThat(satisfaction).isVisible(new IsVisibleOptions().setTimeout(PATIENCE));
        page.locator("yw-report-paper canvas").first().waitFor();
        browser.picture(page, "report");

        var phone = browser.staff(Screen.PHONE, supervisor.login(), People.PASSWORD);
        phone.navigate(page.url().substring(page.url().indexOf("/reports")));
        phone.locator("yw-report-paper canvas").first().waitFor();
        assertThat((Boolean) phone.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
        browser.picture(phone, "report-phone");
        phone.navigate("/reports");
        phone.locator("yw-report-list li").first().waitFor();
        browser.picture(phone, "reports-phone");

        satisfaction.click();
        page.locator("yw-figure").waitFor();
        assertThat(page.url()).contains("/cockpit?metric=SATISFACTION&by=DAY&from=" + month.atDay(1));
    }
}
