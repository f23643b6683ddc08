package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import dev.yiwen.browser.Browser.Screen;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No page breaks its own content policy, and a script that somebody slipped in does not run. */
@QuarkusTest
class ContentPolicyTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Inject
    People people;

    private final List<String> violations = new ArrayList<>();

    @ParameterizedTest
    @CsvSource(textBlock = """
            /,          yiwen-home
            /login,     input[name=login]
            /chat,      .asks button
            /assist,    yw-empty
            """)
    void a_page_for_everybody_keeps_to_its_policy(String path, String ready) {
        visit(browser.person(Screen.DESKTOP), path, ready);

        assertThat(violations).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            AGENT,      /agent,      yw-inbox
            SUPERVISOR, /supervise,  yw-held-list
            SUPERVISOR, /cockpit,    yw-figure
            SUPERVISOR, /alarms,     yw-alarm-rule
            SUPERVISOR, /reports,    yw-report-list
            SUPERVISOR, /tickets,    yw-ticket-list
            SUPERVISOR, /ratings,    yw-rating-overview
            SUPERVISOR, /incidents,  yw-incident-form
            SUPERVISOR, /scores,     yw-score-filters
            SUPERVISOR, /scores?tab=criteria, yw-criterion-fields
            SUPERVISOR, /calibration, .tabs
            SUPERVISOR, /routing,    [role=tabpanel]
            SUPERVISOR, /why,        main
            EDITOR,     /wishes,     main
            EDITOR,     /gaps,       main
            EDITOR,     /usefulness, main
            EDITOR,     /knowledge,  yw-article-list
            EDITOR,     /knowledge?golden, yw-golden
            EDITOR,     /knowledge?topics, yw-topic-tree
            ADMIN,      /staff,      table
            AGENT,      /account,    yw-device-list li
            ADMIN,      /brand,      yw-brand-history li
            ADMIN,      /integrations, yw-api-keys h2
            ADMIN,      /wechat, yw-wechat-accounts h2
            SUPERVISOR, /ticket-kinds, yw-kind-form
            ADMIN,      /start,      [data-step]
            """)
    void a_page_of_staff_keeps_to_its_policy(Role role, String path, String ready) {
        visit(browser.staff(Screen.DESKTOP, people.staff(role).login(), People.PASSWORD), path, ready);

        assertThat(violations).isEmpty();
    }

    @Test
    void a_chat_keeps_to_its_policy() {
        var page = browser.person(Screen.PHONE);
        visit(page, "/chat", ".asks button");

        page.locator("textarea").fill("怎么查询本月已用流量？");
        page.keyboard().press("Enter");
        page.locator(".source").first().waitFor();

        assertThat(violations).isEmpty();
    }

    @Test
    void a_script_in_the_markup_does_not_run() {
        var page = browser.person(Screen.DESKTOP);
        visit(page, "/login", "input[name=login]");

        page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"document.title = 1\">')");

        page.waitForCondition(() -> !violations.isEmpty());
        assertThat(page).not().hasTitle("1");
    }

    private void visit(Page page, String path, String ready) {
        page.onConsoleMessage(this::listen);
        // The page that says that there is none keeps to it as well.
        assertThat(Objects.requireNonNull(page.navigate(path)).ok()).isTrue();
        page.locator(ready).first().waitFor();
        assertThat(page.locator("yw-skeleton")).hasCount(0);
    }

    private void listen(ConsoleMessage message) {
        if (message.text().contains("Content Security Policy")) {
            violations.add(message.text());
        }
    }
}
