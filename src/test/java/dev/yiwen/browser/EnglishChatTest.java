package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.yiwen.browser.Browser.Screen;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.shared.Ids;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever reads English reads English: what is there in Chinese alone is marked as Chinese, as a whole. */
@QuarkusTest
class EnglishChatTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    /** Texts and labels with Chinese letters or marks that no element around them calls Chinese. */
    private static final String MIXED = """
            () => {
              const chinese = /[\\p{Script=Han}，。：；！？、「」《》（）]/u;
              const found = chinese.test(document.title) ? [document.title] : [];
              const speaks = (node) => {
                for (let at = node; at; at = at.parentNode ?? at.host) {
                  const lang = at.getAttribute?.('lang');
                  if (lang) return lang;
                }
                return '';
              };
              const look = (root) => {
                for (const one of root.childNodes) {
                  if (one.nodeType === Node.TEXT_NODE && chinese.test(one.data) && !speaks(one).startsWith('zh'))
                    found.push(one.data.trim());
                  if (one.nodeType !== Node.ELEMENT_NODE || one.matches('script, style')) continue;
                  for (const name of ['title', 'aria-label', 'placeholder', 'alt', 'aria-description']) {
                    const label = one.getAttribute(name) ?? '';
                    if (chinese.test(label) && !speaks(one).startsWith('zh')) found.push(name + '=' + label);
                  }
                  look(one);
                  if (one.shadowRoot) look(one.shadowRoot);
                }
              };
              look(document.documentElement);
              return found;
            }
            """;

    @Inject
    People people;

    private String name;
    private Page customer;

    @BeforeEach
    void a_customer_reads_english() {
        name = "Grace" + Ids.next().toString().substring(30);
        customer = browser.person(Screen.PHONE);
        customer.addInitScript("localStorage.setItem('yiwen.visitor', '" + people.token(people.member(name, 2)) + "')");
        customer.navigate("/chat?lang=en");
        assertThat(customer.locator(".asks button").first()).isVisible();
    }

    @Test
    void from_the_greeting_to_the_rating_nothing_is_mixed() {
        assertThat(customer).hasTitle("Yunqiao Telecom customer service");
        button(customer, "Settings").click();
        allEnglish();
        browser.picture(customer, "english-greeting-phone");
        button(customer, "Settings").click();

        button(customer, "How do I check my balance?").click();
        assertThat(customer.locator(".source").first()).isVisible();
        allEnglish();
        say("你好");
        assertThat(customer.locator("article[data-label]").last()).containsText("I am Xiaoqiao");
        allEnglish();
        browser.picture(customer, "english-answer-phone");

        button(customer, "Emoji").click();
        assertThat(customer.locator("yw-emoji-picker button").first()).isVisible();
        allEnglish();
        customer.keyboard().press("Escape");
        button(customer, "Human agent").first().click();
        assertThat(button(customer, "Back to the assistant")).isVisible();
        button(customer, "Ask the assistant meanwhile").click();
        assertThat(customer.locator(".notice").last()).containsText("goes on answering");
        allEnglish();
        browser.picture(customer, "english-queue-phone");
        customer.locator("input[type=file]")
                .setInputFiles(new FilePayload(
                        "账单.hta", "application/octet-stream", "<script>".getBytes(StandardCharsets.UTF_8)));
        allEnglish();
        button(customer, "Send").click();
        assertThat(customer.locator(".upload.refused")).containsText("was not sent: Files that a computer");
        allEnglish();

        var agent = serving();
        agent.locator("yw-composer textarea").fill("您好，我来看一下");
        agent.keyboard().press("Enter");
        assertThat(customer.locator("article.message").last()).containsText("我来看一下");
        allEnglish();
        browser.picture(customer, "english-agent-phone");

        button(customer, "Settings").click();
        button(customer, "End the conversation").click();
        button(customer, "Press again to end it").click();
        assertThat(customer.locator("yw-satisfaction")).isVisible();
        allEnglish();
        button(customer, "5 Very good").click();
        customer.locator("yw-satisfaction textarea").fill("Fast");
        button(customer, "Send").click();
        assertThat(customer.locator("yw-satisfaction")).containsText("Received, thank you.");
        allEnglish();
    }

    @Test
    void a_ticket_is_promised_in_the_language_that_is_chosen_also_afterwards() {
        button(customer, "Human agent").first().click();
        button(customer, "Leave a message").click();
        assertThat(customer.locator("yw-leave-message")).containsText("We promise: We");
        allEnglish();
        browser.picture(customer, "english-leave-phone");
        customer.locator("yw-leave-message textarea").fill("The bill is wrong");
        button(customer, "Leave the message").click();

        var told = customer.locator(".notice").last();
        assertThat(told).containsText(Pattern.compile("ticket \\d+\\. We will .* by [A-Z][a-z]{2} \\d+ \\d\\d:\\d\\d"));
        allEnglish();
        browser.picture(customer, "english-ticket-phone");
        button(customer, "Settings").click();
        button(customer, "中文").click();
        assertThat(told).containsText(Pattern.compile("工单号 \\d+"));
        assertThat(customer).hasTitle("云桥通信客服");
        customer.reload();
        assertThat(told).containsText(Pattern.compile("工单号 \\d+"));
    }

    private Page serving() {
        var agent = browser.staff(Screen.DESKTOP, people.staff(Role.AGENT).login(), People.PASSWORD);
        button(agent, "开始接待").first().click();
        agent.locator("yw-inbox .queue .item", new Page.LocatorOptions().setHasText(name))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("接入 " + name))
                .click();
        assertThat(agent.locator("yw-composer textarea")).isVisible();
        return agent;
    }

    private void allEnglish() {
        Assertions.assertThat(customer.evaluate(MIXED)).asList().isEmpty();
    }

    private void say(String text) {
        customer.locator("textarea").fill(text);
        customer.keyboard().press("Enter");
        assertThat(customer.locator(".mine .bubble").last()).hasText(text);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
