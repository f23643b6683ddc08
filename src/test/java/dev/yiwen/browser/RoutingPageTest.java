package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.yiwen.browser.Browser.Screen;
import dev.yiwen.handoff.plan.Plan;
import dev.yiwen.handoff.plan.Plans;
import dev.yiwen.handoff.presence.Presence;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.StaffId;
import dev.yiwen.identity.StaffMembers;
import dev.yiwen.shared.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A supervisor says who gets whom, tries it, saves it, and finds it in the history. */
@QuarkusTest
class RoutingPageTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PASSWORD = "correct horse battery";

    private static final Plan WITHOUT_RULES =
            new Plan(Plan.standard().settings(), null, List.of(), List.of(), List.of());

    @Inject
    StaffMembers members;

    @Inject
    Plans plans;

    @Inject
    Presence presence;

    @Inject
    Pool database;

    private String suffix;
    private StaffId supervisor;

    @BeforeEach
    void a_supervisor() {
        suffix = Ids.next().toString().substring(20);
        supervisor = signUp("supervisor", "赵敏", Role.SUPERVISOR);
        hold(WITHOUT_RULES);
        // Whoever waits from another test would be given to the agents of this one.
        database.query("""
                        update conversation set owner = 'nobody', closed_at = now(), turn_seq = null, turn_due = null
                        where owner = 'queue'""").execute().await().atMost(PATIENCE);
    }

    @AfterEach
    void as_before() {
        hold(Plan.standard());
    }

    @Test
    void a_rule_is_written_tried_saved_and_found_in_the_history() {
        var senior = signUp("senior", "王老师", Role.AGENT);
        presence.say(senior, true).await().atMost(PATIENCE);
        var page = routing(Screen.DESKTOP);
        button(page, "加上这条常用规则").click();
        browser.picture(page, "routing-rules");
        tab(page, "坐席");
        page.locator("[data-agent='senior-" + suffix + "'] select[name=level]").selectOption("SENIOR");
        browser.picture(page, "routing-people");
        tab(page, "试算");
        page.locator("textarea[name=said]").fill("你们太过分了，我要投诉");
        button(page, "试算").last().click();
        assertThat(page.getByText("会先问 王老师")).isVisible();
        browser.picture(page, "routing-trial");
        page.locator("select[name=online]").selectOption("some");
        button(page, "试算").last().click();
        assertThat(page.getByText("还没有选坐席")).isVisible();
        page.getByLabel("王老师").check();
        page.locator("input[name=at]").fill("2026-11-30T03:00");
        button(page, "试算").last().click();
        assertThat(page.getByText("会先问 王老师")).isVisible();
        browser.picture(page, "routing-trial-then");

        page.locator("input[name=note]").fill("愤怒的客户找资深");
        button(page, "保存").click();

        tab(page, "历史");
        assertThat(page.getByText("愤怒的客户找资深").first()).isVisible();
        browser.picture(page, "routing-history");
        assertThat(plans.current().plan().rules()).hasSize(1);
        presence.say(senior, false).await().atMost(PATIENCE);
    }

    @Test
    void a_rule_to_a_group_without_agents_is_saved_only_when_meant() {
        var page = routing(Screen.DESKTOP);
        tab(page, "技能组与时间");
        button(page, "新增技能组").click();
        page.locator("input[name=group-name]").fill("北区组");
        tab(page, "规则");
        button(page, "新增规则").click();
        page.locator("input[name=rule-name]").fill("北区的客户");
        page.locator("input[name=tags]").fill("北区");
        page.locator("input[name=tags]").blur();
        page.locator("select[name=group]").selectOption("北区组");

        button(page, "保存").click();
        assertThat(page.getByText("“北区组”里还没有坐席")).isVisible();
        assertThat(plans.current().plan().rules()).isEmpty();
        browser.picture(page, "routing-warning");
        button(page, "保存").click();
        assertThat(page.getByText("已保存").first()).isVisible();

        assertThat(plans.current().plan().rules().getFirst().when().tags()).containsExactly("北区");
    }

    @Test
    void a_rule_that_does_nothing_is_not_saved() {
        var page = routing(Screen.PHONE);
        button(page, "新增规则").click();
        page.locator("input[name=rule-name]").fill("空规则");
        browser.picture(page, "routing-rule-phone");

        button(page, "保存").click();

        assertThat(page.getByText("没有说明要做什么")).isVisible();
        browser.picture(page, "routing-fault-phone");
        assertThat(plans.current().plan().rules()).isEmpty();
    }

    @Test
    void hours_and_groups_are_set_and_the_health_is_seen() {
        var page = routing(Screen.DESKTOP_DARK);
        tab(page, "技能组与时间");
        button(page, "设定服务时间").click();
        button(page, "新增技能组").click();
        page.locator("input[name=group-name]").fill("退款组");
        browser.picture(page, "routing-groups");

        button(page, "保存").click();

        assertThat(page.getByText("已保存，马上生效")).isVisible();
        tab(page, "健康检查");
        assertThat(page.getByText("在排队，却没有转接记录")).isVisible();
        browser.picture(page, "routing-health");
        assertThat(plans.current().plan().groups()).extracting(Plan.Group::name).containsExactly("退款组");
    }

    @Test
    void holidays_are_imported_clicked_and_typed_and_what_is_no_day_is_named() {
        var page = routing(Screen.DESKTOP);
        tab(page, "技能组与时间");
        button(page, "设定服务时间").click();
        button(page, "导入 2026 年法定节假日").click();
        assertThat(page.getByText("共休息 33 天，调休上班 6 天")).isVisible();
        browser.picture(page, "routing-holidays");

        page.locator("input[type=file]")
                .setInputFiles(new FilePayload("hours.csv", "text/csv", """
                        2026-11-28，休，周年庆
                        2026-02-30,休
                        2026-12-31..2026-12-01,休
                        2026-12-05,年会
                        店庆
                        """.getBytes(StandardCharsets.UTF_8)));
        var faults = page.getByRole(AriaRole.ALERT);
        assertThat(faults).containsText("有 4 行没有读懂");
        assertThat(faults).containsText("第 2 行“2026-02-30,休”：没有这一天");
        assertThat(faults).containsText("第 3 行“2026-12-31..2026-12-01,休”：结束早于开始");
        assertThat(faults).containsText("第 4 行“2026-12-05,年会”：“年会”不是“休”或“班”");
        assertThat(faults).containsText("第 5 行“店庆”：没有日期");
        browser.picture(page, "routing-holidays-rejected");
        page.locator("[data-day='2026-01-05']").click();
        page.locator("[data-day='2026-01-04']").click();
        button(page, "保存").click();

        assertThat(page.getByText("已保存，马上生效")).isVisible();
        var hours = Objects.requireNonNull(plans.current().plan().hours());
        assertThat(hours.closed())
                .hasSize(35)
                .contains(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 10, 7), LocalDate.of(2026, 11, 28));
        assertThat(hours.workdays()).hasSize(5).doesNotContain(LocalDate.of(2026, 1, 4));
        page.setViewportSize(390, 844);
        browser.picture(page, "routing-holidays-phone");
    }

    private Page routing(Screen screen) {
        var page = browser.person(screen);
        page.navigate("/login?to=/routing");
        page.locator("input[name=login]").fill("supervisor-" + suffix);
        page.locator("input[name=password]").fill(PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("转接规则")))
                .isVisible();
        return page;
    }

    private static void tab(Page page, String name) {
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name)).click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private void hold(Plan plan) {
        plans.change(plans.current().version(), plan, supervisor, "测试").await().atMost(PATIENCE);
    }

    private StaffId signUp(String login, String name, Role role) {
        var staff = members.create(login + "-" + suffix, name, Set.of(role), PASSWORD)
                .await()
                .atMost(PATIENCE);
        members.setPassword(staff.id(), PASSWORD, false).await().atMost(PATIENCE);
        return staff.id();
    }
}
