package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.yiwen.browser.Browser.Screen;
import dev.yiwen.handoff.Scene;
import dev.yiwen.handoff.desk.ShortPatience;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import dev.yiwen.shared.Ids;
import dev.yiwen.ticket.Ticket;
import dev.yiwen.ticket.TicketKind;
import dev.yiwen.ticket.TicketScene;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An agent is at work on whatever page they look at. */
@QuarkusTest
@TestProfile(ShortPatience.class)
class StaffShellTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Inject
    People people;

    @Inject
    Scene scene;

    @Inject
    TicketScene tickets;

    private Staff staff;
    private String name;
    private Page customer;
    private Page agent;

    @BeforeEach
    void an_agent_is_at_work_and_a_customer_asks_for_one() {
        scene.startsEmpty();
        staff = people.staff(Role.AGENT);
        agent = browser.staff(Screen.DESKTOP, staff.login(), People.PASSWORD);
        button(agent, "开始接待").first().click();
        assertThat(button(agent, "小休")).isVisible();
        name = "周文" + Ids.next().toString().substring(28);
        customer = browser.person(Screen.PHONE);
        customer.addInitScript("localStorage.setItem('yiwen.visitor', '" + people.token(people.member(name, 1)) + "')");
        customer.navigate("/chat");
    }

    @AfterEach
    void clear() {
        scene.startsEmpty();
    }

    @Test
    void an_agent_keeps_the_customer_on_other_pages_and_reads_there_that_they_wrote() {
        askForHuman();
        button(agent, "接受").click();
        assertThat(agent.locator("yw-composer textarea")).isVisible();

        agent.navigate("/tickets");
        agent.waitForTimeout(ShortPatience.UNTIL_REQUEUED.toMillis());
        agent.navigate("/ratings");
        agent.waitForTimeout(ShortPatience.UNTIL_REQUEUED.toMillis());

        assertThat(agent.locator("yw-staff-shell .presence")).hasText("接待中");
        assertThat(button(customer, "返回 AI 助手")).hasCount(0);
        customer.locator("yw-composer textarea").fill("您还在吗？");
        customer.keyboard().press("Enter");
        assertThat(agent).hasTitle(Pattern.compile("^\\(1\\) 客户评价"));
        assertThat(agent.locator("yw-top-bar nav .unread")).hasText("1");
        browser.picture(agent, "shell-unread");
        agent.locator("yw-top-bar nav a[href='/agent']").click();
        assertThat(button(agent, "小休")).isVisible();
        assertThat(agent.locator("yw-inbox .mine .item", new Page.LocatorOptions().setHasText(name)))
                .isVisible();
    }

    @Test
    void an_offer_is_seen_and_accepted_on_the_page_of_tickets() {
        agent.navigate("/tickets");
        assertThat(agent.locator("yw-staff-shell .presence")).hasText("接待中");
        askForHuman();

        var offer = agent.locator("yw-staff-shell .offer");
        assertThat(offer).containsText(name);
        assertThat(agent).hasTitle(Pattern.compile("新会话等待接入"));
        browser.picture(agent, "shell-offer");
        offer.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("接受"))
                .click();

        assertThat(agent).hasURL(Pattern.compile("/agent\\?conversation="));
        assertThat(agent.locator("yw-composer textarea")).isVisible();
    }

    @Test
    void a_phone_shows_the_queue_and_an_offer_on_every_page() {
        var phone = browser.staff(Screen.PHONE, staff.login(), People.PASSWORD);
        phone.navigate("/ratings");
        assertThat(phone.locator("yw-staff-shell .queue")).hasText("排队 0");
        askForHuman();
        assertThat(phone.locator("yw-staff-shell .offer")).containsText(name);
        browser.picture(phone, "shell-offer-phone");

        phone.locator("yw-staff-shell")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("拒绝"))
                .click();

        assertThat(phone.locator("yw-staff-shell .offer")).hasCount(0);
        assertThat(phone.locator("yw-staff-shell .queue")).hasText("排队 1");
        assertThat(agent.locator("yw-attention .offer")).hasCount(0);
        browser.picture(phone, "shell-queue-phone");
    }

    @Test
    void whoever_was_away_reads_why_and_the_supervisor_sees_who_waits() {
        askForHuman();
        agent.navigate("about:blank");
        agent.waitForTimeout(ShortPatience.UNTIL_REQUEUED.toMillis());
        agent.navigate("/agent");
        assertThat(agent.locator("yw-inbox .mine")).containsText("系统已把您设为小休");
        browser.picture(agent, "agent-was-away");

        var supervisor =
                browser.staff(Screen.DESKTOP, people.staff(Role.SUPERVISOR).login(), People.PASSWORD);
        supervisor.navigate("/supervise");
        assertThat(supervisor.locator("yw-floor .waiting")).containsText(name);
        assertThat(supervisor.locator("yw-floor [data-agent='" + staff.id().value() + "']"))
                .containsText("页面关闭或断线");
        assertThat(supervisor.locator("yw-floor .alarm")).isVisible();
        browser.picture(supervisor, "supervise-floor");
        supervisor.setViewportSize(390, 844);
        browser.picture(supervisor, "supervise-floor-phone");

        button(agent, "开始接待").first().click();
        assertThat(supervisor.locator("yw-floor .alarm")).hasCount(0);

        button(supervisor, "处理 " + name).click();
        button(supervisor, "指派给").click();
        assertThat(supervisor.locator("yw-queue-action .problem")).hasText("请写明原因");
        supervisor.locator("yw-queue-action input").fill("一直是她在跟");
        browser.picture(supervisor, "supervise-assign-phone");
        button(supervisor, "指派给").click();
        assertThat(supervisor.locator("yw-toasts")).containsText("已指派给");
        assertThat(agent.locator("yw-inbox .mine .item", new Page.LocatorOptions().setHasText(name)))
                .isVisible();
    }

    @Test
    void what_a_customer_answers_into_a_ticket_is_told_on_every_page_of_its_owner() {
        var ticket = tickets.opened(TicketKind.COMPLAINT);
        given().cookie("yiwen_session", people.token(staff))
                .contentType(ContentType.JSON)
                .body(Map.of())
                .post("/api/v1/tickets/" + ticket.id().value() + "/take")
                .then()
                .statusCode(200);
        var other = browser.staff(Screen.DESKTOP, people.staff(Role.AGENT).login(), People.PASSWORD);
        // What was there before the page had counted does not ring.
        var counted = new AtomicBoolean();
        agent.onWebSocket(it -> it.onFrameReceived(frame -> counted.compareAndSet(
                false, frame.text() != null && frame.text().contains("\"type\":\"tickets\""))));
        agent.navigate("/ratings");
        agent.waitForCondition(counted::get);

        answer(ticket);

        var mark = "yw-top-bar nav a[href='/tickets'] .unread";
        assertThat(agent.locator(mark)).hasText("1");
        assertThat(agent.locator("yw-toasts")).containsText("客户回复了您负责的工单");
        browser.picture(agent, "shell-ticket-answered");
        agent.navigate("/agent");
        assertThat(agent.locator(mark)).hasText("1");
        assertThat(other.locator(mark)).hasCount(0);
        agent.navigate("/tickets?ticket=" + ticket.id().value());
        assertThat(agent.locator(mark)).hasCount(0);
    }

    private void answer(Ticket ticket) {
        var customer = CustomerId.of(Objects.requireNonNull(ticket.customer()).id());
        given().header("Authorization", "Bearer " + people.token(customer))
                .contentType(ContentType.JSON)
                .body(Map.of("clientMessageId", "a1", "text", "还没有人联系我"))
                .post("/api/v1/chat/tickets/" + ticket.number() + "/answers")
                .then()
                .statusCode(200);
    }

    private void askForHuman() {
        button(customer, "转人工").click();
        assertThat(button(customer, "返回 AI 助手")).isVisible();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
