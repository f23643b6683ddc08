package dev.yiwen.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.yiwen.browser.Browser.Screen;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nobody is led away by the address that they sign in with. */
@QuarkusTest
class DestinationTest {
    private static final List<String> ATTACKS = List.of(
            "/.//evil.example",
            "/./\\evil.example",
            "/..//evil.example/agent",
            "/%2e//evil.example",
            "/%2e%2e//evil.example",
            "//evil.example",
            "//evil.example/agent",
            "///evil.example/agent",
            "/\\evil.example/agent",
            "\\\\evil.example",
            "\\/evil.example/agent",
            "/\t/evil.example/agent",
            "/\n/evil.example",
            "\t//evil.example",
            " //evil.example",
            "/%09/evil.example",
            "/%2f/evil.example",
            "/%5cevil.example",
            "https://evil.example/agent",
            "https:evil.example",
            "https:/evil.example/agent",
            "http:///evil.example",
            "//evil.example@localhost/agent",
            "//localhost@evil.example/agent",
            "javascript:document.title='owned'",
            "java\nscript:document.title='owned'",
            "JavaScript://localhost/%0adocument.title='owned'",
            "data:text/html,<script>document.title='owned'</script>",
            "blob:https://evil.example/x",
            "/agent/..//evil.example",
            "/agent/../../\\evil.example",
            "/q/dev",
            "/api/v1/session",
            "/login?to=/login",
            "agent",
            "?to=//evil.example",
            "#//evil.example",
            "/agent//evil.example",
            "/agent%00");

    @RegisterExtension
    static final Browser browser = new Browser();

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init")
    URI here;

    @Inject
    People people;

    @Test
    void leads_nobody_away() {
        var page = browser.staff(Screen.DESKTOP, people.staff(Role.EDITOR).login(), People.PASSWORD);

        for (var attack : ATTACKS) {
            assertThat(ledTo(page, attack))
                    .as(attack)
                    .isEqualTo(here.resolve("/knowledge").toString());
            assertThat(page.title()).as(attack).doesNotContain("owned");
        }
    }

    @Test
    void leads_back_to_the_page_that_was_wanted() {
        var page = browser.staff(Screen.DESKTOP, people.staff(Role.EDITOR).login(), People.PASSWORD);

        assertThat(ledTo(page, "/why?turn=5"))
                .isEqualTo(here.resolve("/why?turn=5").toString());
        assertThat(ledTo(page, "/./why#now")).isEqualTo(here.resolve("/why#now").toString());
    }

    private String ledTo(Page page, String to) {
        page.navigate("/login?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8));
        page.waitForURL(url -> !url.contains("/login"));
        return page.url();
    }
}
