package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.yiwen.browser.Browser.Screen;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import dev.yiwen.shared.Ids;
import dev.yiwen.ticket.Ticket;
import dev.yiwen.ticket.TicketKind;
import dev.yiwen.ticket.TicketScene;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A ticket is a talk between a customer and whoever works on it. */
@QuarkusTest
class TwoWayTicketTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Inject
    People people;

    @Inject
    Conversations conversations;

    @Inject
    TicketScene tickets;

    @Test
    void a_customer_is_told_of_her_ticket_answers_into_it_and_reads_the_reply() {
        var name = "何小满" + Ids.next().toString().substring(28);
        var title = "宽带频繁掉线 " + Ids.next().toString().substring(28);
        var staff = people.staff(Role.AGENT);
        var customer = browser.person(Screen.PHONE);
        var member = people.member(name, 1);
        customer.addInitScript("localStorage.setItem('yiwen.visitor', '" + people.token(member) + "')");
        customer.navigate("/chat");
        menu(customer);
        assertThat(customer.getByText("还没有工单")).isVisible();
        browser.picture(customer, "own-tickets-empty-phone");
        button(customer, "关闭").click();
        button(customer, "转人工").click();
        assertThat(button(customer, "返回 AI 助手")).isVisible();
        var conversation =
                conversations.ofCustomer(member, 1).await().indefinitely().getFirst();
        conversations
                .assign(conversation.id(), conversation.epoch(), staff.id())
                .await()
                .indefinitely();
        assertThat(customer.locator(".notice").last()).containsText("已接入");
        var agent = browser.staff(Screen.DESKTOP, staff.login(), People.PASSWORD);
        agent.navigate("/tickets");

        agent.evaluate(
                "([title, id]) => fetch('/api/v1/tickets', { method: 'POST', headers: { 'Content-Type':"
                        + " 'application/json' }, body: JSON.stringify({ kind: 'FAULT', title, conversationId: id }) })",
                List.of(title, conversation.id().value().toString()));

        var told = customer.locator(".notice").last();
        assertThat(told).containsText(title);
        assertThat(told).containsText("前处理并答复您");
        browser.picture(customer, "ticket-opened-phone");
        told.getByRole(AriaRole.BUTTON).click();
        var own = customer.locator("yw-own-tickets details");
        assertThat(own).hasCount(1);
        assertThat(own).containsText("待处理");
        assertThat(own).containsText("还没有回复");
        browser.picture(customer, "own-ticket-phone");
        own.locator("textarea").fill("晚上八点以后掉得最多");
        own.getByRole(AriaRole.BUTTON).click();
        assertThat(own.locator("li.mine")).containsText("晚上八点以后掉得最多");
        button(customer, "关闭").click();
        assertThat(customer.locator(".message.mine").last()).containsText("晚上八点以后掉得最多");

        agent.locator("input[type=search]").fill(title);
        assertThat(agent.locator("yw-ticket-list li")).hasCount(1);
        assertThat(agent.locator("yw-ticket-list li")).containsText("客户有新回复");
        browser.picture(agent, "ticket-unread");
        agent.locator("yw-ticket-list li a").click();
        assertThat(agent.locator("yw-ticket-view [data-what=ANSWERED]")).containsText("晚上八点以后掉得最多");
        button(agent, "领取工单").click();
        assertThat(agent.locator("yw-ticket-list li .badge.warn")).hasCount(0);
        button(agent, "回复客户").click();
        agent.locator("yw-ticket-actions textarea").fill("已安排师傅今晚八点上门，方便吗？");
        agent.getByLabel("等客户回复后再继续（时限暂停）").check();
        browser.picture(agent, "ticket-reply");
        button(agent, "发送给客户").click();
        assertThat(agent.locator("yw-ticket-view .head")).containsText("等客户回复");

        var reply = customer.locator(".message:not(.mine)").last();
        assertThat(reply).containsText("已安排师傅今晚八点上门，方便吗？");
        assertThat(reply.locator(".by")).containsText(staff.name());
        browser.picture(customer, "ticket-reply-phone");
        reply.locator(".ticket-link").click();
        assertThat(own).containsText("等您回复");
        assertThat(own.locator("li.agent")).containsText(staff.name());
        browser.picture(customer, "own-ticket-waits-phone");
        own.locator("textarea").fill("方便");
        own.getByRole(AriaRole.BUTTON).click();
        assertThat(own).containsText("处理中");
        assertThat(agent.locator("yw-ticket-view [data-what=ANSWERED]").last()).containsText("方便");
        assertThat(agent.locator("yw-ticket-view .head")).containsText("处理中");
    }

    @Test
    void what_a_customer_writes_below_a_reply_goes_into_the_ticket_unless_they_ask_the_assistant() {
        var ticket = tickets.opened(TicketKind.FAULT, "宽带一到晚上就掉");
        var staff = people.staff(Role.AGENT);
        act(staff, ticket, "take", Map.of());
        act(staff, ticket, "replies", Map.of("words", "师傅明天九点上门，方便吗？", "waits", true));
        var owner = CustomerId.of(Objects.requireNonNull(ticket.customer()).id());
        var customer = browser.person(Screen.PHONE);
        customer.addInitScript("localStorage.setItem('yiwen.visitor', '" + people.token(owner) + "')");
        customer.navigate("/chat");
        assertThat(customer.locator(".answering")).containsText("工单 " + ticket.number());
        browser.picture(customer, "ticket-answering-phone");

        customer.locator("yw-composer textarea").fill("方便的，九点来吧");
        customer.keyboard().press("Enter");

        assertThat(customer.locator(".message.mine").last()).containsText("方便的，九点来吧");
        given().cookie("yiwen_session", people.token(staff))
                .get("/api/v1/tickets/" + ticket.id().value())
                .then()
                .body("ticket.state", equalTo("IN_PROGRESS"))
                .body("history.words", hasItem("方便的，九点来吧"));
        button(customer, "改问 AI 助手").click();
        assertThat(customer.locator(".answering")).hasCount(0);
        customer.locator("yw-composer textarea").fill("你好");
        customer.keyboard().press("Enter");
        assertThat(customer.locator("article[data-label]").last()).isVisible();
    }

    private void act(Staff staff, Ticket ticket, String what, Map<String, Object> body) {
        given().cookie("yiwen_session", people.token(staff))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/tickets/" + ticket.id().value() + "/" + what)
                .then()
                .statusCode(200);
    }

    private static void menu(Page customer) {
        customer.locator("button.menu").click();
        button(customer, "我的工单").click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
