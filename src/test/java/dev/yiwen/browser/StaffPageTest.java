package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.yiwen.browser.Browser.Screen;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.StaffMembers;
import dev.yiwen.shared.Ids;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Administrators manage who works with Yiwen; supervisors read. */
@QuarkusTest
class StaffPageTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    StaffMembers members;

    private String suffix;
    private String agent;

    @BeforeEach
    void an_agent_to_manage() {
        suffix = Ids.next().toString().substring(20);
        agent = signUp("agent", "李强", Role.AGENT);
    }

    @Test
    void somebody_new_signs_in_with_the_password_that_is_shown_once() {
        var admin = staffPage(signUp("admin", "系统管理员", Role.ADMIN));
        var login = "chen.jing." + suffix;
        button(admin, "新增人员").click();
        admin.locator("input[name=name]").fill("陈静");
        admin.locator("input[name=login]").fill(login);
        admin.locator("input[name=EDITOR]").check();
        browser.picture(admin, "staff-new");
        button(admin, "创建账号").click();
        var password = admin.locator("yw-password-dialog .password").textContent();
        browser.picture(admin, "staff-password");

        var fresh = browser.person(Screen.PHONE);
        fresh.navigate("/login");
        fresh.locator("input[name=login]").fill(login);
        fresh.locator("input[name=password]").fill(password);
        fresh.keyboard().press("Enter");

        assertThat(fresh.getByText("一次性密码").first()).isVisible();
    }

    @Test
    void a_deactivation_is_undone() {
        var admin = staffPage(signUp("admin", "系统管理员", Role.ADMIN));
        var row = row(admin, agent);
        row.getByText("停用", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(row).containsText("已停用");

        button(admin, "撤销").click();

        assertThat(row).containsText("已启用");
        assertThat(members.byLogin(agent).await().atMost(PATIENCE).orElseThrow().active())
                .isTrue();
    }

    @Test
    void a_colleague_who_left_a_device_somewhere_is_signed_out_of_it() {
        var colleague = browser.staff(Screen.DESKTOP, agent, agent);
        assertThat(colleague.locator("yw-inbox")).isVisible();
        var admin = staffPage(signUp("admin", "系统管理员", Role.ADMIN));
        assertThat(row(admin, agent)).containsText("刚刚");
        browser.picture(admin, "staff");
        admin.onDialog(Dialog::accept);

        row(admin, agent).getByText("退出登录").click();

        assertThat(admin.getByText("李强 已退出所有登录")).isVisible();
        colleague.waitForURL(url -> url.contains("/login"));
    }

    @Test
    void a_file_is_looked_at_mended_and_made_into_accounts() throws IOException {
        var admin = staffPage(signUp("admin", "系统管理员", Role.ADMIN, Role.SUPERVISOR));
        var login = "wang.fang." + suffix;
        button(admin, "批量新增").click();
        admin.locator("yw-roster-dialog input[type=file]")
                .setInputFiles(sheet("账号,姓名,角色\r\n" + login + ",王芳,老板\r\n" + agent + ",李强,坐席\r\n"));
        assertThat(admin.locator(".faults li").first()).hasText("第 2 行 没有“老板”这个角色");
        assertThat(admin.locator(".faults li").last()).containsText("第 3 行 账号“" + agent + "”已经有人用了");
        assertThat(admin.getByText("创建 2 个账号")).hasCount(0);
        browser.picture(admin, "staff-roster-faults");
        admin.locator("yw-roster-dialog input[type=file]")
                .setInputFiles(sheet("账号,姓名,角色\r\n" + login + ",王芳,坐席、知识编辑\r\nsun." + suffix + ",孙丽,主管\r\n"));
        assertThat(admin.locator("yw-roster-dialog tbody tr").first()).containsText("坐席、知识编辑");
        browser.picture(admin, "staff-roster");

        button(admin, "创建 2 个账号").click();

        assertThat(admin.locator("yw-roster-dialog h2")).hasText("已创建 2 个账号");
        browser.picture(admin, "staff-roster-done");
        var password = admin.locator("yw-roster-dialog tbody tr")
                .first()
                .locator(".mono")
                .textContent();
        var list = admin.waitForDownload(() -> button(admin, "下载名单").click());
        assertThat(Files.readString(list.path())).contains("王芳," + login + "," + password);
        button(admin, "我已保存").click();
        assertThat(row(admin, login)).containsText("待改初始密码");
        var fresh = browser.person(Screen.PHONE);
        fresh.navigate("/login");
        fresh.locator("input[name=login]").fill(login);
        fresh.locator("input[name=password]").fill(password);
        fresh.keyboard().press("Enter");
        assertThat(fresh.getByText("一次性密码").first()).isVisible();
    }

    /** As a Chinese spreadsheet saves it. */
    private static FilePayload sheet(String text) {
        return new FilePayload("人员.csv", "application/vnd.ms-excel", text.getBytes(Charset.forName("GBK")));
    }

    @Test
    void an_own_role_is_made_given_and_changed_while_its_holder_works() {
        var admin = staffPage(signUp("admin", "系统管理员", Role.ADMIN, Role.SUPERVISOR));
        var role = "质检" + suffix.substring(0, 6);
        button(admin, "新建角色").click();
        var form = admin.locator("yw-role-dialog");
        form.locator("input[name=role]").fill(role);
        form.locator("input[name=SUPERVISE]").check();
        assertThat(form.locator("input[name=READ_ALL]")).isChecked();
        assertThat(form.locator("input[name=READ_ALL]")).isDisabled();
        form.locator("input[name=SUPERVISE]").uncheck();
        browser.picture(admin, "role-new");
        form.locator("button.primary").click();
        assertThat(admin.locator("[data-role='" + role + "']")).containsText("查看全部会话");

        row(admin, agent).getByText("编辑").click();
        admin.locator("yw-member-dialog input[name='" + role + "']").check();
        admin.locator("yw-member-dialog input[name=AGENT]").uncheck();
        browser.picture(admin, "role-given");
        admin.locator("yw-member-dialog button.primary").click();
        assertThat(row(admin, agent)).containsText(role);

        var colleague = browser.staff(Screen.DESKTOP, agent, agent);
        assertThat(colleague.locator("yw-top-bar nav a")).hasText(new String[] {"坐席台", "回答依据"});
        admin.locator("[data-role='" + role + "']").getByText("编辑").click();
        form.locator("input[name=TICKETS]").check();
        form.locator("button.primary").click();

        assertThat(colleague.locator("yw-top-bar nav a")).hasText(new String[] {"坐席台", "工单", "回答依据"});
        browser.picture(colleague, "role-colleague");
        admin.evaluate(
                "document.querySelector('yiwen-staff').shadowRoot.querySelector('yw-role-list').scrollIntoView()");
        browser.picture(admin, "role-list");
        var phone = browser.staff(Screen.PHONE, agent.replace("agent", "admin"), agent.replace("agent", "admin"));
        phone.navigate("/staff");
        phone.locator("[data-role='" + role + "']").scrollIntoViewIfNeeded();
        assertThat(phone.locator("html")).hasJSProperty("scrollWidth", 390);
        browser.picture(phone, "role-list-phone");
        phone.locator("[data-role='" + role + "']").getByText("编辑").click();
        browser.picture(phone, "role-edit-phone");
    }

    @Test
    void all_pages_of_somebody_who_may_everything_are_reached_at_any_width_and_by_keyboard() {
        var login = signUp("all", "系统管理员", Role.ADMIN, Role.SUPERVISOR, Role.EDITOR, Role.AGENT);
        var page = staffPage(login);
        for (var width : new int[] {1280, 1024, 390}) {
            page.setViewportSize(width, 800);
            var more = page.locator("yw-top-bar .more > button");
            assertThat(more).isVisible();
            more.focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("yw-top-bar .more .menu a").last()).hasText("个人信息");
            browser.picture(page, "bar-" + width);
            var cut = page.evaluate(
                    "() => { const bar = document.querySelector('yiwen-staff').shadowRoot.querySelector('yw-top-bar').shadowRoot;"
                            + " return [...bar.querySelectorAll('a, button')].filter(one => getComputedStyle(one).visibility === 'visible'"
                            + " && (one.getBoundingClientRect().right > innerWidth || one.getBoundingClientRect().left < 0)).map(one => one.textContent.trim()) }");
            assertThat(cut)
                    .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                    .isEmpty();
            page.keyboard().press("Escape");
            assertThat(more).isFocused();
        }

        page.locator("yw-top-bar .more > button").click();
        page.locator("yw-top-bar .more .menu a").last().click();

        page.waitForURL(url -> url.endsWith("/privacy"));
        assertThat(page.locator("yw-top-bar .more .here")).hasText("个人信息");
    }

    @Test
    void a_supervisor_reads_and_changes_nothing() {
        var supervisor = staffPage(signUp("supervisor", "赵敏", Role.SUPERVISOR));

        assertThat(row(supervisor, agent)).containsText("坐席");
        assertThat(supervisor.locator("yiwen-staff .note")).containsText("由有“管理人员和角色”权限的人来做");
        assertThat(button(supervisor, "新增人员")).hasCount(0);
        assertThat(row(supervisor, agent).getByRole(AriaRole.BUTTON)).hasCount(0);
    }

    private String signUp(String name, String called, Role... roles) {
        var login = name + "." + suffix;
        var staff = members.create(login, called, Set.of(roles), login).await().atMost(PATIENCE);
        members.setPassword(staff.id(), login, false).await().atMost(PATIENCE);
        return login;
    }

    private static Page staffPage(String login) {
        var page = browser.staff(Screen.DESKTOP, login, login);
        page.navigate("/staff");
        assertThat(page.locator("yiwen-staff tbody tr").first()).isVisible();
        return page;
    }

    private static Locator row(Page page, String login) {
        return page.locator("tr[data-login='" + login + "']");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
