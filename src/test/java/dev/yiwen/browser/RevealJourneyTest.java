package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.yiwen.browser.Browser.Screen;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.shared.Ids;
import dev.yiwen.ticket.NewTicket;
import dev.yiwen.ticket.Ticket;
import dev.yiwen.ticket.TicketKind;
import dev.yiwen.ticket.Tickets;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a customer said of themselves stands masked on every page of staff, and is shown to who may know it, for a reason. */
@QuarkusTest
class RevealJourneyTest {
    private static final String PHONE = "13812345678";

    @RegisterExtension
    static final Browser browser = new Browser();

    @Inject
    People people;

    @Inject
    Tickets tickets;

    @Inject
    Pool database;

    private final String name = "陈立新" + Ids.next().toString().substring(28);
    private CustomerId member;
    private Page customer;

    @BeforeEach
    void a_customer_said_who_they_are() {
        member = people.member(name, 3);
        customer = browser.person(Screen.PHONE);
        customer.addInitScript("localStorage.setItem('yiwen.visitor', '" + people.token(member) + "')");
        customer.navigate("/chat");
        assertThat(customer.locator(".asks button").first()).isVisible();
        say("我叫王小丽，电话" + PHONE + "，上个月话费多扣了58元怎么办");
        assertThat(customer.locator("article[data-label]:has(.source)").last()).isVisible();
    }

    @ParameterizedTest
    @EnumSource(names = {"DESKTOP", "PHONE"})
    void a_supervisor_learns_from_a_turn_whose_it_was(Screen screen) {
        var id = conversation();
        var supervisor = staff(Role.SUPERVISOR, screen);
        supervisor.navigate("/why?conversation=" + id.value() + "&seq=2");
        var asked = supervisor.locator("yw-turn .asked");

        assertThat(asked).containsText("我叫[姓名1]");
        assertThat(asked).containsText("电话[手机号1]");
        assertThat(asked).not().containsText(PHONE);
        shown(supervisor, asked, "why", screen);

        assertThat(recorded("conversation:" + id.value())).containsExactly("[手机号1] 核查质量");
    }

    @ParameterizedTest
    @EnumSource(names = {"DESKTOP", "PHONE"})
    void an_agent_learns_from_the_packet_whom_they_serve(Screen screen) {
        say("转人工，电话" + PHONE + "打给我");
        var agent = staff(Role.AGENT, screen);
        button(agent, "开始接待").first().click();
        // What is offered meanwhile pushes the list down: a key meets the row that is meant.
        button(agent, "接入 " + name).press("Enter");
        // Whoever has just taken somebody is shown the talk; on a phone what was chosen before that goes out of sight.
        assertThat(agent.locator("yw-composer textarea")).isVisible();
        if (screen == Screen.PHONE) {
            agent.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("客户与背景"))
                    .click();
        }
        var context = agent.locator("yw-context");
        assertThat(context).containsText("138****5678");
        assertThat(context).not().containsText(PHONE);

        shown(agent, context, "packet", screen);

        assertThat(recorded("conversation:" + conversation().value())).containsExactly("[手机号1] 核查质量");
    }

    @ParameterizedTest
    @EnumSource(names = {"DESKTOP", "PHONE"})
    void a_supervisor_learns_from_a_ticket_how_to_reach_somebody(Screen screen) {
        var ticket = left();
        var supervisor = staff(Role.SUPERVISOR, screen);
        supervisor.navigate("/tickets?ticket=" + ticket.id().value());
        var view = supervisor.locator("yw-ticket-view");
        assertThat(view).containsText("回电[手机号1]");
        assertThat(view).containsText("*********34");

        shown(supervisor, view.locator("h2"), "ticket", screen);
        view.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("显示 [联系方式]"))
                .click();
        button(supervisor, "联系客户").click();

        assertThat(view).containsText("13800001234");
        assertThat(recorded("ticket:" + ticket.id().value())).containsExactly("[手机号1] 核查质量", "[联系方式] 联系客户");
    }

    @Test
    void an_agent_is_offered_nothing_on_the_ticket_of_another() {
        var ticket = left();
        var agent = staff(Role.AGENT, Screen.DESKTOP);

        agent.navigate("/tickets?ticket=" + ticket.id().value());

        assertThat(agent.locator("yw-ticket-view")).containsText("回电[手机号1]");
        assertThat(agent.locator("yw-reveal")).hasCount(0);
    }

    /** Asks what the number is, changes their mind, asks again, looks, and has it hidden. */
    private static void shown(Page page, Locator where, String picture, Screen screen) {
        var device = screen == Screen.PHONE ? "-phone" : "";
        browser.picture(page, "reveal-" + picture + "-masked" + device);
        var ask = where.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("显示 [手机号1]"))
                .first();
        ask.click();
        assertThat(button(page, "核对身份")).isFocused();
        page.keyboard().press("Escape");
        assertThat(button(page, "核对身份")).hasCount(0);
        ask.click();
        browser.picture(page, "reveal-" + picture + "-why" + device);
        button(page, "核查质量").click();
        assertThat(where).containsText(PHONE);
        browser.picture(page, "reveal-" + picture + "-shown" + device);
        assertThat(page.locator("html")).hasJSProperty("scrollWidth", screen == Screen.PHONE ? 390 : 1280);
        where.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("隐藏 [手机号1]"))
                .first()
                .click();
        assertThat(where).not().containsText(PHONE);
    }

    private Ticket left() {
        return tickets.open(NewTicket.leftBy(
                        member,
                        conversation(),
                        TicketKind.COMPLAINT,
                        "多扣了58元，回电" + PHONE,
                        "13800001234",
                        UUID.randomUUID().toString()))
                .await()
                .indefinitely();
    }

    private ConversationId conversation() {
        return ConversationId.of(
                Objects.requireNonNull(database.preparedQuery("select id from conversation where customer_id = $1")
                        .execute(Tuple.of(member.value()))
                        .await()
                        .indefinitely()
                        .iterator()
                        .next()
                        .getUUID(0)));
    }

    /** The tokens and the reasons, oldest first. */
    private List<String> recorded(String subject) {
        var rows =
                database.preparedQuery("""
                        select concat_ws(' ', details ->> 'token', details ->> 'reason') from audit_event
                        where kind = 'reveal' and subject = $1 order by number
                        """).execute(Tuple.of(subject)).await().indefinitely();
        return StreamSupport.stream(rows.spliterator(), false)
                .map(it -> it.getString(0))
                .toList();
    }

    private void say(String text) {
        customer.locator("textarea").fill(text);
        customer.keyboard().press("Enter");
    }

    private Page staff(Role role, Screen screen) {
        return browser.staff(screen, people.staff(role).login(), People.PASSWORD);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
