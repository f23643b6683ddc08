package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.yiwen.browser.Browser.Screen;
import dev.yiwen.handoff.Scene;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.shared.Ids;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A day at the console: notes, phrases, search and several customers at once, from the keyboard. */
@QuarkusTest
class ConsoleJourneyTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    private static final byte[] PNG = picture();

    @Inject
    People people;

    @Inject
    Scene scene;

    private final String run = Ids.next().toString().substring(28);
    private Page agent;

    @BeforeEach
    void an_agent_is_at_work() {
        scene.startsEmpty();
        agent = browser.staff(Screen.DESKTOP, people.staff(Role.AGENT).login(), People.PASSWORD);
        button(agent, "开始接待").first().click();
    }

    @Test
    void a_note_stands_in_the_conversation_and_not_on_the_customers_screen() {
        var customer = served("李娜" + run);

        agent.keyboard().press("Alt+m");
        composer().fill("VIP，先免费换光猫");
        browser.picture(agent, "agent-note-writing");
        composer().press("Enter");

        assertThat(agent.locator("yw-conversation .note")).containsText("VIP，先免费换光猫");
        agent.keyboard().press("Alt+m");
        composer().fill("您好，我来处理。");
        composer().press("Enter");
        assertThat(customer.getByText("您好，我来处理。")).isVisible();
        assertThat(customer.getByText("先免费换光猫")).hasCount(0);
        browser.picture(agent, "agent-note");
    }

    @Test
    void a_slash_and_two_letters_write_a_phrase_with_the_customers_name() {
        served("赵敏" + run);

        composer().pressSequentially("/nh");
        assertThat(agent.locator("yw-phrase-menu [role=option]").first()).containsText("/nh");
        browser.picture(agent, "agent-phrases");
        composer().press("Enter");

        assertThat(composer()).hasValue(java.util.regex.Pattern.compile("^赵敏" + run + "您好，我是客服"));
    }

    @Test
    void the_marks_of_a_chinese_keyboard_open_phrases_after_any_character_and_never_stand_in_the_way() {
        var customer = served("赵敏" + run);
        for (var mark : List.of("、", "／", "/")) {
            composer().fill("");
            composer().pressSequentially("稍等" + mark + "nh");
            assertThat(agent.locator("yw-phrase-menu [role=option]").first()).containsText("/nh");
            composer().press("Enter");
            assertThat(composer()).hasValue(java.util.regex.Pattern.compile("^稍等赵敏" + run + "您好"));
        }
        composer().fill("");
        composer().pressSequentially("请带身份证、户口本");
        assertThat(agent.locator("yw-phrase-menu")).isHidden();
        composer().press("Enter");

        assertThat(customer.getByText("请带身份证、户口本")).isVisible();
    }

    @Test
    void an_agent_adds_a_phrase_and_uses_it_at_once() {
        served("钱多" + run);
        composer().pressSequentially("/");
        button(agent, "编辑短语").click();
        button(agent, "新增短语").click();
        agent.locator("yw-phrase-dialog input[name=shortcut]").fill("wd" + run);
        agent.locator("yw-phrase-dialog textarea").fill("为您转接宽带专席");
        browser.picture(agent, "agent-phrase-editor");
        button(agent, "保存").click();
        button(agent, "关闭").click();

        composer().fill("");
        composer().pressSequentially("/wd" + run);
        assertThat(agent.locator("yw-phrase-menu [role=option]").first()).containsText("为您转接宽带专席");
        composer().press("Enter");

        assertThat(composer()).hasValue("为您转接宽带专席");
    }

    @Test
    void a_search_leads_to_the_message() {
        var customer = served("孙悦" + run);
        say(customer, "我的云盾" + run + "服务是谁开的");
        agent.keyboard().press("Alt+s");
        agent.locator("yw-search input").pressSequentially("云盾" + run);
        var hit = agent.locator("yw-search .hit");
        assertThat(hit).containsText("服务是谁开的");
        browser.picture(agent, "agent-search");

        agent.keyboard().press("Enter");

        assertThat(agent.locator("yw-conversation .marked .bubble")).hasText("我的云盾" + run + "服务是谁开的");
    }

    @Test
    void both_sides_see_what_the_other_has_read() {
        var customer = served("周游" + run);
        say(customer, "在吗");

        assertThat(customer.locator(".state", text("客服已读"))).isVisible();
        composer().fill("在的，请讲");
        composer().press("Enter");

        assertThat(agent.locator("yw-conversation .message.agent .under", text("已读")))
                .isVisible();
    }

    @Test
    void three_conversations_are_served_from_the_keyboard() {
        var first = served("甲" + run);
        served("乙" + run);
        served("丙" + run);
        say(first, "还在吗？");
        assertThat(mine("甲" + run).locator(".count")).hasText("1");
        browser.picture(agent, "agent-three");

        composer().press("Alt+j");

        assertThat(agent.locator("yw-conversation h2")).hasText("甲" + run);
        assertThat(mine("甲" + run).locator(".count")).hasCount(0);
        composer().press("Alt+ArrowDown");
        assertThat(agent.locator("yw-conversation h2")).not().hasText("甲" + run);
    }

    @Test
    void a_picture_goes_to_the_agent_and_a_document_comes_back() {
        var customer = served("冯图" + run);
        customer.locator("input[type=file]").setInputFiles(new FilePayload("光猫红灯.png", "image/png", PNG));
        button(customer, "发送").click();
        assertThat(agent.locator("yw-conversation .picture img")).isVisible();
        assertThat(customer.locator(".picture img")).isVisible();

        agent.locator("yw-composer input[type=file]")
                .setInputFiles(new FilePayload("操作说明.txt", "text/plain", "先断电再重启".getBytes(UTF_8)));
        button(agent, "发送").click();

        assertThat(customer.locator(".file")).containsText("操作说明.txt");
        var download = customer.waitForDownload(() -> customer.locator(".file").click());
        org.assertj.core.api.Assertions.assertThat(download.suggestedFilename()).isEqualTo("操作说明.txt");
        browser.picture(agent, "agent-files");
        browser.picture(customer, "customer-files");
    }

    @Test
    void a_file_of_a_wrong_kind_is_refused_in_words() {
        var customer = served("卫图" + run);

        customer.locator("input[type=file]")
                .setInputFiles(
                        new FilePayload("照片.png", "image/png", "<html><script></script></html>".getBytes(UTF_8)));
        button(customer, "发送").click();

        assertThat(customer.locator(".upload")).containsText("不能发送这种文件");
        browser.picture(customer, "customer-file-refused");
    }

    @Test
    void the_question_mark_shows_all_shortcuts() {
        agent.keyboard().press("?");

        assertThat(agent.locator("yw-shortcuts dialog")).containsText("写内部备注");
        assertThat(agent.locator("yw-shortcuts dialog")).containsText("搜索会话");
        browser.picture(agent, "agent-shortcuts");
    }

    @Test
    void a_customer_is_handed_to_a_colleague_who_reads_the_note() {
        var colleague = people.staff(Role.AGENT);
        var other = browser.staff(Screen.DESKTOP, colleague.login(), People.PASSWORD);
        button(other, "开始接待").first().click();
        served("姜转" + run);

        composer().press("Alt+t");
        agent.locator("yw-transfer .choice", text(colleague.name())).click();
        agent.locator("yw-transfer textarea").fill("光猫红灯，已经重启过");
        browser.picture(agent, "agent-transfer");
        button(agent, "转接").last().click();

        assertThat(mine("姜转" + run)).hasCount(0);
        button(other, "接受").click();
        assertThat(other.locator("yw-conversation h2")).hasText("姜转" + run);
        assertThat(other.locator("yw-context .reason")).containsText("光猫红灯，已经重启过");
    }

    @Test
    void keys_do_nothing_behind_a_dialog_or_while_an_input_method_composes() {
        served("魏键" + run);
        composer().press("Alt+e");
        var summary = agent.locator("yw-wrap-up textarea[name=summary]");
        summary.fill("写了一半");
        summary.press("Alt+e");
        summary.press("Alt+s");
        assertThat(summary).hasValue("写了一半");
        assertThat(agent.locator("yw-search dialog[open]")).hasCount(0);
        agent.keyboard().press("Escape");

        composer().fill("zhong");
        composer()
                .evaluate("it => it.dispatchEvent(new KeyboardEvent('keydown',"
                        + " { key: 'Enter', isComposing: true, bubbles: true, composed: true, cancelable: true }))");
        composer()
                .evaluate("it => it.dispatchEvent(new KeyboardEvent('keydown',"
                        + " { code: 'KeyE', altKey: true, keyCode: 229, bubbles: true, composed: true }))");

        assertThat(composer()).hasValue("zhong");
        assertThat(agent.locator("yw-wrap-up dialog[open]")).hasCount(0);
    }

    @Test
    void a_draft_survives_a_reload_on_both_sides() {
        var customer = served("严稿" + run);
        composer().fill("写了一半的回复");
        customer.locator("textarea").fill("写了一半的问题");

        agent.reload();
        customer.reload();

        mine("严稿" + run).click();
        assertThat(composer()).hasValue("写了一半的回复");
        assertThat(customer.locator("textarea")).hasValue("写了一半的问题");
    }

    @Test
    void it_all_fits_a_phone_in_the_dark() {
        var phone = browser.staff(Screen.PHONE_DARK, people.staff(Role.AGENT).login(), People.PASSWORD);
        var name = "吴限" + run;
        waitingAs(name);
        take(phone, name);
        var field = phone.locator("yw-composer textarea");

        button(phone, "内部备注").click();
        field.fill("手机上写的备注");
        field.press("Enter");

        assertThat(phone.locator("yw-conversation .note")).containsText("手机上写的备注");
        browser.picture(phone, "agent-note-phone");
    }

    /** A red light on a dark box. */
    private static byte[] picture() {
        var image = new BufferedImage(240, 160, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(new Color(40, 44, 52));
        pen.fillRect(0, 0, 240, 160);
        pen.setColor(Color.RED);
        pen.fillOval(100, 60, 40, 40);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A customer of that name whom the agent serves. */
    private Page served(String name) {
        var customer = waitingAs(name);
        take(agent, name);
        return customer;
    }

    private Page waitingAs(String name) {
        var page = browser.person(Screen.PHONE);
        page.addInitScript("localStorage.setItem('yiwen.visitor', '" + people.token(people.member(name, 2)) + "')");
        page.navigate("/chat");
        button(page, "转人工").click();
        assertThat(button(page, "返回 AI 助手")).isVisible();
        return page;
    }

    private static void take(Page page, String name) {
        page.locator("yw-inbox .queue .item", text(name))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("接入 " + name))
                .click();
        assertThat(page.locator("yw-conversation h2")).hasText(name);
        assertThat(page.locator("yw-composer textarea")).isVisible();
    }

    private Locator composer() {
        return agent.locator("yw-composer textarea");
    }

    private Locator mine(String name) {
        return agent.locator("yw-inbox .mine .item", text(name));
    }

    private static void say(Page page, String text) {
        page.locator("textarea").fill(text);
        page.keyboard().press("Enter");
        assertThat(page.locator(".mine .bubble").last()).hasText(text);
    }

    private static Page.LocatorOptions text(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
