package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpServer;
import dev.yiwen.Configured;
import dev.yiwen.browser.Browser.Screen;
import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.Utterances;
import dev.yiwen.identity.Customers;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An agent who works in the company's own CRM, on another origin, and sees the suggestions there. */
@QuarkusTest
@TestProfile(Configured.class)
class EmbedJourneyTest {
    private static final String QUESTION = "我家宽带光猫 LOS 灯亮红灯，上不了网怎么办";
    private static final String CRM_PAGE = """
            <!doctype html><meta charset="utf-8"><title>CRM</title>
            <input id="number" aria-label="来电号码"><button id="take">接听</button>
            <textarea id="reply" aria-label="回复"></textarea>
            <iframe id="yiwen" src="%1$s/assist" title="建议" width="400" height="600"></iframe>
            <script>
              const yiwen = document.getElementById('yiwen').contentWindow;
              const say = (message) => yiwen.postMessage(message, '%1$s');
              addEventListener('message', (event) => {
                if (event.origin !== '%1$s') return;
                if (event.data.type === 'yiwen:ready' || event.data.type === 'yiwen:token-needed')
                  say({ type: 'yiwen:sign-in', hostToken: '%2$s' });
                if (event.data.type === 'yiwen:insert-text') document.getElementById('reply').value += event.data.text;
                if (event.data.type === 'yiwen:opened') document.title = event.data.conversation;
              });
              document.getElementById('take').onclick = () =>
                say({ type: 'yiwen:open', number: document.getElementById('number').value });
            </script>
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

    private final String number =
            "138%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
    private Staff staff;
    private Conversation call;
    private HttpServer crm;

    @BeforeEach
    void an_agent_is_on_a_call() {
        staff = people.staff(Role.AGENT);
        var customer = customers.caller(number).await().indefinitely();
        var ringing = conversations.openCall(customer.id(), number).await().indefinitely();
        call = conversations
                .assign(ringing.id(), ringing.epoch(), staff.id())
                .await()
                .indefinitely()
                .orElseThrow();
    }

    @AfterEach
    void hang_up() {
        conversations.close(call.id(), call.epoch()).await().indefinitely();
        if (crm != null) {
            crm.stop(0);
        }
    }

    @Test
    void the_crm_names_a_number_and_gets_the_words_that_the_agent_chose() {
        var page = crmAt(Configured.crmPort());

        page.locator("#number").fill("+86 " + number);
        page.locator("#take").click();
        customerSays(QUESTION);
        var card = frame(page).locator("yw-assist-card").first();
        assertThat(card).containsText("来源：");
        browser.picture(page, "assist-in-crm");
        card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("采用"))
                .click();

        assertThat(page.locator("#reply")).hasValue(java.util.regex.Pattern.compile("LOS 红灯"));
        assertThat(page).hasTitle(call.id().value().toString());
    }

    @Test
    void a_page_of_an_origin_that_nobody_named_may_not_show_it() {
        var page = crmAt(0);

        page.waitForFunction("document.readyState === 'complete'");

        assertThat(frame(page).locator("yiwen-embed")).hasCount(0);
        assertThat(frame(page).locator("body")).not().containsText("等待业务系统");
    }

    @Test
    void the_answer_names_who_may_frame_it() {
        given().get("/assist")
                .then()
                .statusCode(200)
                .header(
                        "Content-Security-Policy",
                        endsWith("frame-ancestors 'self' http://127.0.0.1:" + Configured.crmPort()));
    }

    @Test
    void a_customers_token_is_nobodys_pass() {
        var customers = hostToken(staff.login(), null);

        given().contentType(ContentType.JSON)
                .body(Map.of("hostToken", customers))
                .post("/api/v1/assist/token")
                .then()
                .statusCode(401);
    }

    @Test
    void an_agents_host_token_is_no_customers() {
        given().header("Authorization", "Bearer " + hostToken(staff.login(), "yiwen-assist"))
                .get("/api/v1/assist/" + call.id().value())
                .then()
                .statusCode(401);
    }

    private void customerSays(String text) {
        utterances
                .append(call.id(), new Author.Customer(), UUID.randomUUID().toString(), text, null)
                .await()
                .indefinitely();
    }

    private static FrameLocator frame(Page page) {
        return page.frameLocator("#yiwen");
    }

    private Page crmAt(int port) {
        var html = CRM_PAGE.formatted("http://localhost:" + base.getPort(), hostToken(staff.login(), "yiwen-assist"))
                .getBytes(StandardCharsets.UTF_8);
        try {
            crm = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        crm.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, html.length);
            exchange.getResponseBody().write(html);
            exchange.close();
        });
        crm.start();
        var page = browser.person(Screen.DESKTOP);
        page.navigate("http://127.0.0.1:" + crm.getAddress().getPort() + "/");
        return page;
    }

    private static String hostToken(String login, String purpose) {
        var claims = new JwtClaims();
        claims.setSubject(login);
        claims.setExpirationTimeMinutesInTheFuture(5);
        if (purpose != null) {
            claims.setClaim("purpose", purpose);
        }
        var signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(new HmacKey(Configured.HOST_KEY.getBytes(StandardCharsets.UTF_8)));
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new AssertionError(e);
        }
    }
}
