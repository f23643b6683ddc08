package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpServer;
import dev.yiwen.Configured;
import dev.yiwen.browser.Browser.Screen;
import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.Utterances;
import dev.yiwen.identity.Customers;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Both web components in pages of another origin, as the README's lines put them there. */
@QuarkusTest
@TestProfile(Configured.class)
class ForeignPageTest {
    private static final String STRANGER = "http://stranger.example";
    private static final String QUESTION = "我家宽带光猫 LOS 灯亮红灯，上不了网怎么办";
    private static final String PAGE = """
            <!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>别人的页面</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <h1>别人的页面</h1>
            <link rel="stylesheet" href="%1$s/static/bundle/%2$s.css">
            <script type="module" src="%1$s/static/bundle/%2$s.js"></script>
            %3$s
            """;

    @RegisterExtension
    static final Browser browser = new Browser();

    @Inject
    People people;

    @Inject
    Customers customers;

    @Inject
    Conversations conversations;

    @Inject
    Utterances utterances;

    @TestHTTPResource
    URI base;

    private HttpServer host;

    @AfterEach
    void stop() {
        if (host != null) {
            host.stop(0);
        }
    }

    @Test
    void the_chat_answers_in_a_page_of_another_origin_and_looks_like_itself() {
        for (var screen : new Screen[] {Screen.DESKTOP, Screen.PHONE}) {
            var page = show(
                    screen,
                    Configured.shopPort(),
                    "chat",
                    "<yiwen-chat endpoint=\"%s\" style=\"height:640px\"></yiwen-chat>".formatted(service()));

            ask(page, "怎么查询剩余流量");

            assertThat(page.locator("yiwen-chat .log")).containsText("剩余流量");
            assertThat(page.locator("yiwen-chat .log")).containsText("来源");
            assertThat(page.locator("yiwen-chat textarea")).isInViewport();
            var family = page.locator("yiwen-chat").evaluate("it => getComputedStyle(it).fontFamily");
            assertThat(String.valueOf(family)).contains("PingFang SC");
            Served.button(page, "表情").click();
            page.locator("yw-emoji-picker input").fill("谢谢");
            page.keyboard().press("Enter");
            assertThat(page.locator("yiwen-chat textarea")).hasValue("🙏");
            page.keyboard().press("Escape");
            browser.picture(page, "chat-on-another-origin-" + screen.name().toLowerCase(java.util.Locale.ROOT));
            host.stop(0);
        }
    }

    @Test
    void the_button_in_the_corner_opens_the_chat_in_a_page_of_another_origin() {
        var page = show(
                Screen.PHONE,
                Configured.shopPort(),
                "chat",
                "<yiwen-launcher endpoint=\"%s\"></yiwen-launcher>".formatted(service()));

        page.locator("yiwen-launcher .launch").click();
        ask(page, "怎么查询剩余流量");

        assertThat(page.locator("yiwen-chat .log")).containsText("剩余流量");
        assertThat(page.locator("yiwen-chat textarea")).isInViewport();
    }

    @Test
    void the_assist_suggests_in_a_page_of_another_origin() {
        var staff = people.staff(Role.AGENT);
        var number = "138%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
        var customer = customers.caller(number).await().indefinitely();
        var ringing = conversations.openCall(customer.id(), number).await().indefinitely();
        var call = conversations
                .assign(ringing.id(), ringing.epoch(), staff.id())
                .await()
                .indefinitely()
                .orElseThrow();
        String pass = given().cookie("yiwen_session", people.token(staff))
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/assist/token")
                .path("token");
        var page = show(
                Screen.DESKTOP,
                Configured.crmPort(),
                "assist",
                "<yiwen-assist endpoint=\"%s\" token=\"%s\" conversation=\"%s\"></yiwen-assist>"
                        .formatted(service(), pass, call.id().value()));

        utterances
                .append(call.id(), new Author.Customer(), UUID.randomUUID().toString(), QUESTION, null)
                .await()
                .indefinitely();

        assertThat(page.locator("yw-assist-card").first()).containsText("来源：");
        browser.picture(page, "assist-on-another-origin");
        conversations.close(call.id(), call.epoch()).await().indefinitely();
    }

    @Test
    void a_page_that_nobody_named_reads_which_setting_is_missing() {
        var page = show(
                Screen.DESKTOP,
                0,
                "chat",
                "<yiwen-chat endpoint=\"%s\" style=\"height:640px\"></yiwen-chat>".formatted(service()));

        assertThat(page.locator("yiwen-chat [role=alert]")).containsText("YIWEN_ORIGINS");
        assertThat(page.locator("yiwen-chat [role=alert]"))
                .containsText("http://127.0.0.1:" + host.getAddress().getPort());
        browser.picture(page, "chat-on-a-stranger");
        host.stop(0);
        var crm = show(
                Screen.DESKTOP,
                0,
                "assist",
                "<yiwen-assist endpoint=\"%s\" token=\"x\" conversation=\"%s\"></yiwen-assist>"
                        .formatted(service(), UUID.randomUUID()));
        assertThat(crm.locator("yiwen-assist")).containsText("YIWEN_ASSIST_ORIGINS");
    }

    @Test
    void a_foreign_request_is_told_its_origin_and_the_setting() {
        given().header("Origin", STRANGER)
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/visitors")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:yiwen:problem:foreign-origin"))
                .body("detail", allOf(containsString(STRANGER), containsString("YIWEN_ORIGINS")));
        given().header("Origin", STRANGER).get("/ws/v1/chat?token=x").then().statusCode(403);
    }

    @Test
    void no_origin_may_read_with_a_cookie() {
        given().header("Origin", "http://127.0.0.1:" + Configured.shopPort())
                .get("/api/v1/session")
                .then()
                .header("Access-Control-Allow-Credentials", (String) null)
                .header("Access-Control-Allow-Origin", "http://127.0.0.1:" + Configured.shopPort());
    }

    @Test
    void an_administrator_copies_the_lines_for_other_pages() {
        for (var screen : new Screen[] {Screen.DESKTOP, Screen.PHONE}) {
            var admin = browser.staff(screen, people.staff(Role.ADMIN).login(), People.PASSWORD);
            admin.context().grantPermissions(java.util.List.of("clipboard-read", "clipboard-write"));
            admin.navigate("/staff");
            admin.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("嵌入代码"))
                    .click();
            var section = admin.locator("yw-snippet-dialog section").nth(1);
            section.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("复制"))
                    .click();

            assertThat(section).containsText("http://127.0.0.1:" + Configured.shopPort());
            assertThat(String.valueOf(admin.evaluate("navigator.clipboard.readText()")))
                    .contains("<yiwen-chat endpoint=\"" + service() + "\"");
            browser.picture(admin, "embed-snippets-" + screen.name().toLowerCase(java.util.Locale.ROOT));
        }
    }

    private static void ask(Page page, String question) {
        var field = page.locator("yiwen-chat textarea");
        field.fill(question);
        field.press("Enter");
    }

    private String service() {
        return "http://localhost:" + base.getPort();
    }

    private Page show(Screen screen, int port, String bundle, String element) {
        var html = PAGE.formatted(service(), bundle, element).getBytes(StandardCharsets.UTF_8);
        try {
            host = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        host.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, html.length);
            exchange.getResponseBody().write(html);
            exchange.close();
        });
        host.start();
        var page = browser.person(screen);
        page.navigate("http://127.0.0.1:" + host.getAddress().getPort() + "/");
        return page;
    }
}
