package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import dev.yiwen.browser.Browser.Screen;
import dev.yiwen.handoff.plan.Hours;
import dev.yiwen.handoff.plan.Plan;
import dev.yiwen.handoff.plan.Plans;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import dev.yiwen.shared.HomeZone;
import dev.yiwen.shared.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tickets from what an agent notes or a customer leaves to what was done. */
@QuarkusTest
class TicketJourneyTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Inject
    People people;

    @Inject
    Plans plans;

    @Test
    void an_agent_works_through_a_ticket_by_keyboard() {
        var title = "寄上季度发票 " + Ids.next().toString().substring(28);
        var agent = tickets(people.staff(Role.AGENT), Screen.DESKTOP);
        agent.keyboard().press("n");
        agent.locator("yw-new-ticket input[name=title]").fill(title);
        browser.picture(agent, "ticket-new");
        agent.keyboard().press("Enter");
        assertThat(agent.locator("yw-ticket-view h2")).hasText(title);

        agent.keyboard().press("t");
        assertThat(agent.locator("yw-ticket-view [data-what=TAKEN]")).isVisible();
        agent.keyboard().press("c");
        agent.keyboard().type("已联系财务");
        agent.keyboard().press("Control+Enter");
        assertThat(agent.locator("yw-ticket-view [data-what=COMMENTED]")).containsText("已联系财务");
        browser.picture(agent, "ticket-open");
        agent.keyboard().press("r");
        agent.keyboard().type("已寄出");
        agent.keyboard().press("Control+Enter");

        assertThat(agent.locator("yw-ticket-view [data-what=RESOLVED]")).containsText("已寄出");
        agent.keyboard().press("o");
        agent.keyboard().type("客户没有收到");
        agent.keyboard().press("Control+Enter");
        assertThat(agent.locator("yw-ticket-view [data-what=REOPENED]")).isVisible();
    }

    @Test
    void a_phone_shows_the_list_and_then_one_ticket() {
        var staff = people.staff(Role.AGENT);
        var title = "换卡寄送 " + Ids.next().toString().substring(28);
        var phone = tickets(staff, Screen.PHONE);
        button(phone, "新建工单").click();
        phone.locator("yw-new-ticket input[name=title]").fill(title);
        button(phone, "创建工单").click();
        assertThat(phone.locator("yw-ticket-view h2")).hasText(title);
        browser.picture(phone, "ticket-phone");

        button(phone, "返回列表").click();

        phone.locator("input[type=search]").fill(title);
        assertThat(phone.locator("yw-ticket-list li")).hasCount(1);
        browser.picture(phone, "tickets-phone");
        button(phone, "我的").click();
        assertThat(phone.getByText("没有找到这样的工单")).isVisible();
    }

    @Test
    void a_new_ticket_goes_to_a_colleague_at_once() {
        var colleague = people.staff(Role.AGENT);
        var page = tickets(people.staff(Role.AGENT), Screen.DESKTOP);
        button(page, "新建工单").click();
        page.locator("yw-new-ticket input[name=title]").fill("寄发票 " + Ids.next());
        page.locator("yw-new-ticket select[name=assignee]")
                .selectOption(colleague.id().value().toString());
        browser.picture(page, "ticket-new");

        button(page, "创建工单").click();

        assertThat(page.locator("yw-ticket-view")).containsText(colleague.name());
        assertThat(page.locator("yw-ticket-view [data-what=ASSIGNED]")).isVisible();
    }

    @Test
    void a_supervisor_makes_a_kind_that_colleagues_open_and_retires_it() {
        var name = "装机" + Ids.next().toString().substring(30);
        var page = browser.staff(Screen.DESKTOP, people.staff(Role.SUPERVISOR).login(), People.PASSWORD);
        page.navigate("/ticket-kinds");
        assertThat(page.locator("yw-kind-form").first()).isVisible();
        button(page, "新增类型").click();
        var form = page.locator("yw-kind-form").last();
        form.locator("input[name=chinese]").first().fill(name);
        form.locator(".steps input[name=hours]").fill("48");
        form.locator(".steps input[name=hours]").blur();
        form.getByText("增加字段").click();
        form.locator(".fields input[name=chinese]").fill("安装地址");
        form.locator(".fields input[name=required]").check();
        browser.picture(page, "ticket-kinds");
        page.setViewportSize(390, 844);
        form.locator(".fields").scrollIntoViewIfNeeded();
        browser.picture(page, "ticket-kinds-phone");
        page.setViewportSize(1280, 800);
        button(page, "保存").click();
        assertThat(page.getByText("已保存，之后登记的工单按新的来")).isVisible();

        var agent = tickets(people.staff(Role.AGENT), Screen.PHONE);
        button(agent, "新建工单").click();
        agent.locator("yw-new-ticket select[name=kind]").selectOption(new SelectOption().setLabel(name));
        agent.locator("yw-new-ticket input[name=title]").fill("新装宽带");
        button(agent, "创建工单").click();
        assertThat(agent.locator("yw-new-ticket")).containsText("请填写“安装地址”");
        agent.getByLabel("安装地址 *").fill("人民路 1 号");
        browser.picture(agent, "ticket-new-fields-phone");
        button(agent, "创建工单").click();
        assertThat(agent.locator("yw-ticket-view")).containsText("人民路 1 号");
        assertThat(agent.locator("yw-ticket-view .head")).containsText(name);

        form = page.locator("yw-kind-form").last();
        form.locator("summary").click();
        form.getByText("停用这种类型").click();
        button(page, "保存").click();
        assertThat(form).containsText("已停用");
    }

    @Test
    void a_picture_comes_with_a_new_ticket_which_goes_on_in_another() throws IOException {
        var page = tickets(people.staff(Role.AGENT), Screen.DESKTOP);
        button(page, "新建工单").click();
        page.locator("yw-new-ticket input[name=title]").fill("光猫红灯");
        button(page, "创建工单").click();
        var head = page.locator("yw-ticket-view .head");
        var number = head.locator(".hint").innerText().replace("#", "");
        button(page, "领取工单").click();
        button(page, "新建工单").click();
        page.locator("yw-new-ticket input[name=title]").fill("光猫红灯，第二次登记");
        page.locator("yw-new-ticket input[type=file]").setInputFiles(new FilePayload("现场.png", "image/png", picture()));
        browser.picture(page, "ticket-new-file");
        button(page, "创建工单").click();
        assertThat(page.locator("yw-ticket-view .files img")).isVisible();
        button(page, "领取工单").click();

        button(page, "并入另一张…").click();
        page.locator("yw-ticket-actions input[name=number]").fill(number);
        page.locator("yw-ticket-actions textarea").fill("重复登记");
        browser.picture(page, "ticket-merge");
        button(page, "并入这张").click();
        assertThat(page.locator("yw-ticket-view")).containsText("已并入工单 " + number);
        page.locator("yw-ticket-view").getByText("已并入工单 " + number + "，").click();

        assertThat(page.locator("yw-ticket-view [data-what=ABSORBED]")).isVisible();
        page.setViewportSize(390, 844);
        browser.picture(page, "ticket-merged-phone");
    }

    private static byte[] picture() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    @Test
    void many_are_chosen_by_keyboard_changed_at_once_and_taken_back() {
        // Without digits: what has some is not found by whose work it is not.
        var word = "批量"
                + Ids.next()
                        .toString()
                        .substring(28)
                        .chars()
                        .mapToObj(c -> String.valueOf((char) ('g' + Character.digit(c, 16))))
                        .collect(Collectors.joining());
        var supervisor = people.staff(Role.SUPERVISOR);
        for (var title : List.of("寄发票", "换卡", "断网")) {
            given().cookie("yiwen_session", people.token(supervisor))
                    .contentType(ContentType.JSON)
                    .body(Map.of("kind", "OTHER", "title", word + title))
                    .post("/api/v1/tickets")
                    .then()
                    .statusCode(200);
        }
        var page = tickets(supervisor, Screen.DESKTOP);
        page.locator("input[type=search]").fill(word);
        assertThat(page.locator("yw-ticket-list li")).hasCount(3);
        page.keyboard().press("Escape");
        page.keyboard().press("j");
        page.keyboard().press("x");
        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("Shift+X");
        assertThat(page.locator("yw-ticket-bulk")).containsText("已选 3 张");

        button(page, "改优先级…").click();
        page.locator("yw-ticket-bulk select").selectOption("URGENT");
        browser.picture(page, "ticket-bulk");
        button(page, "修改这 3 张").click();

        assertThat(page.locator("yw-ticket-list [data-priority=URGENT]")).hasCount(3);
        button(page, "撤销").click();
        assertThat(page.locator("yw-ticket-list [data-priority=URGENT]")).hasCount(0);

        page.locator("yw-ticket-list li input").first().check();
        button(page, "领取工单").click();
        assertThat(page.locator("yw-ticket-list li").filter(new Locator.FilterOptions().setHasText(supervisor.name())))
                .hasCount(1);
        var other = tickets(people.staff(Role.AGENT), Screen.PHONE);
        other.locator("input[type=search]").fill(word);
        assertThat(other.locator("yw-ticket-list li")).hasCount(3);
        other.getByLabel("全选").check();
        browser.picture(other, "ticket-bulk-phone");
        button(other, "领取工单").click();
        assertThat(other.locator("yw-ticket-bulk dialog")).containsText("同事已领取");
        browser.picture(other, "ticket-bulk-refused-phone");
        button(other, "知道了").click();
        assertThat(other.locator("yw-ticket-bulk")).containsText("已选 1 张");
    }

    @Test
    void a_message_left_in_the_queue_becomes_a_ticket_that_is_resolved() {
        var name = "林小满" + Ids.next().toString().substring(28);
        var text = name + "：宽带断了两天";
        var customer = browser.person(Screen.PHONE);
        customer.addInitScript("localStorage.setItem('yiwen.visitor', '" + people.token(people.member(name, 3)) + "')");
        customer.navigate("/chat");
        button(customer, "转人工").click();
        button(customer, "留言").click();
        customer.locator("yw-leave-message textarea").fill("我要投诉你们");
        assertThat(customer.getByLabel("投诉", new Page.GetByLabelOptions().setExact(true)))
                .isChecked();
        customer.getByLabel("故障").check();
        assertThat(customer.locator("yw-leave-message")).containsText("4 小时内处理并答复您");
        customer.locator("yw-leave-message textarea").fill(text);
        customer.locator("yw-leave-message input[name=contact]").fill("13800001234");
        browser.picture(customer, "leave-message-phone");
        button(customer, "提交留言").click();
        assertThat(customer.locator(".notice").last()).containsText("留言已登记，工单号");
        assertThat(button(customer, "返回 AI 助手")).hasCount(0);
        browser.picture(customer, "message-left-phone");

        var agent = tickets(people.staff(Role.AGENT), Screen.DESKTOP);
        agent.locator("input[type=search]").fill(name);
        assertThat(agent.locator("yw-ticket-list li")).hasCount(1);
        agent.locator("yw-ticket-list li a").click();
        assertThat(agent.locator("yw-ticket-view")).containsText("*********34");
        button(agent, "领取工单").click();
        assertThat(agent.locator("yw-ticket-view")).containsText("13800001234");
        button(agent, "回复客户").click();
        var words = agent.locator("yw-ticket-actions textarea");
        words.fill("师傅今天下午上门");
        // An input method drops a word with Escape: that must not drop the whole form.
        words.evaluate("it => it.dispatchEvent(new KeyboardEvent('keydown',"
                + " { key: 'Escape', isComposing: true, bubbles: true, composed: true }))");
        button(agent, "发送给客户").click();
        assertThat(customer.locator(".message:not(.mine)").last()).containsText("师傅今天下午上门");
        button(agent, "标记为已解决").click();
        agent.locator("yw-ticket-actions textarea").fill("已修复线路，电话告知");
        agent.locator("yw-ticket-actions form button.primary").click();

        assertThat(agent.locator("yw-ticket-view [data-what=RESOLVED]")).isVisible();
        browser.picture(agent, "ticket-resolved");
    }

    @Test
    void a_complaint_on_a_holiday_shows_that_its_time_begins_with_work() {
        var supervisor = people.staff(Role.SUPERVISOR);
        var today = HomeZone.today();
        var everyDay = new Hours.Shift(Set.of(DayOfWeek.values()), LocalTime.of(9, 0), LocalTime.of(18, 0));
        hold(supervisor, new Hours(List.of(everyDay), List.of(today)));
        try {
            var page = tickets(supervisor, Screen.PHONE);
            button(page, "新建工单").click();
            page.locator("yw-new-ticket select[name=kind]").selectOption("COMPLAINT");
            page.locator("yw-new-ticket input[name=title]").fill("多扣了 20 元");
            button(page, "创建工单").click();

            assertThat(page.locator("yw-ticket-view .steps")).containsText("按工作时间计");
            assertThat(page.locator("yw-ticket-view [data-step=RESPOND]")).containsText(today.plusDays(1) + " 10:00");
            browser.picture(page, "ticket-hours-phone");
        } finally {
            hold(supervisor, null);
        }
    }

    private void hold(Staff by, @Nullable Hours hours) {
        var standard = Plan.standard();
        plans.change(
                        plans.current().version(),
                        new Plan(standard.settings(), hours, List.of(), List.of(), List.of()),
                        by.id(),
                        "测试")
                .await()
                .indefinitely();
    }

    private static Page tickets(Staff staff, Screen screen) {
        var page = browser.staff(screen, staff.login(), People.PASSWORD);
        page.navigate("/tickets");
        assertThat(page.locator("yw-ticket-list").first()).isVisible();
        // Keys do nothing before it is known who presses them.
        assertThat(page.locator("yw-top-bar .who")).isVisible();
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
