package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.yiwen.WithModel;
import dev.yiwen.browser.Browser.Screen;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Delivery;
import dev.yiwen.conversation.Ephemeral;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.llm.ChatStub;
import dev.yiwen.shared.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A customer watches the answer being written by a chat model. */
@QuarkusTest
@TestProfile(WithModel.class)
class ModelJourneyTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    private static final String QUESTION = "手机卡丢了或坏了，怎么补卡？";
    private static final String FIRST = "补卡费 **10 元**，号码、套餐和余额都不变[1]。";
    private static final String SECOND = "\n- 营业厅：机主本人带身份证，当场取卡，约 10 分钟可用[1]。";

    @Inject
    Delivery delivery;

    @Inject
    People people;

    @Inject
    Pool database;

    @SuppressWarnings("NullAway.Init")
    ChatStub stub;

    @ParameterizedTest
    @EnumSource(
            value = Screen.class,
            names = {"DESKTOP", "PHONE"})
    void sees_each_sentence_as_it_is_written(Screen screen) {
        var next = new CountDownLatch(1);
        stub.now(stream -> {
            stream.begin();
            stream.parts(FIRST + "补卡只要 1 元[1]。" + SECOND.substring(0, 8));
            next.await();
            stream.parts(SECOND.substring(8));
            stream.end("stop");
        });
        var page = chatting(screen);
        ask(page);

        assertThat(draft(page).locator(".words")).hasText("补卡费 10 元，号码、套餐和余额都不变。");
        browser.picture(page, "customer-draft-" + screen.name().toLowerCase(java.util.Locale.ROOT));

        next.countDown();
        assertThat(draft(page)).hasCount(0);
        assertThat(answer(page)).containsText("当场取卡");
        assertThat(answer(page)).not().containsText("1 元");
        browser.picture(page, "customer-composed-" + screen.name().toLowerCase(java.util.Locale.ROOT));
    }

    @Test
    void reads_the_curated_answer_when_the_model_breaks_off() {
        var next = new CountDownLatch(1);
        stub.now(stream -> {
            stream.begin();
            stream.parts(FIRST + "- 营业厅");
            next.await();
            stream.cut();
        });
        var page = chatting(Screen.PHONE);
        ask(page);
        assertThat(draft(page)).isVisible();

        next.countDown();

        assertThat(draft(page)).hasCount(0);
        assertThat(answer(page)).containsText("云桥 App 邮寄");
    }

    @Test
    void an_editor_has_agents_replies_put_together_and_gets_only_what_they_said() {
        var gap = Ids.next();
        var conversation = UUID.fromString(String.valueOf(
                chatting(Screen.DESKTOP).evaluate("document.querySelector('yiwen-chat').client.conversationId")));
        run("insert into knowledge_gap (id) values ($1)", Tuple.of(gap));
        run(
                "insert into gap_question (conversation_id, in_reply_to, gap_id, words, missed, channel, replies, asked_at,"
                        + " typical) values ($1, 1, $2, '溜冰鞋怎么保养', 'LED_TO_HUMAN', 'WEB', $3, now(), true)",
                Tuple.of(conversation, gap, new String[] {"溜冰鞋用完擦干冰刀，每月上一次油", "王先生您的鞋已经寄出了"}));
        stub.says("用完擦干冰刀，每月上一次油[1]。每周换一次鞋带[1]。");
        var editor = browser.staff(Screen.DESKTOP, people.staff(Role.EDITOR).login(), People.PASSWORD);
        editor.navigate("/gaps");
        var card = editor.locator("yw-gap").filter(new Locator.FilterOptions().setHasText("溜冰鞋怎么保养"));
        card.locator("summary").click();
        card.getByText("让 AI 整理成答案").click();

        assertThat(card.locator("textarea")).hasValue("用完擦干冰刀，每月上一次油。");
        browser.picture(editor, "gap-written");

        stub.says("无法整理");
        card.getByText("让 AI 整理成答案").click();
        assertThat(editor.locator("yw-toasts")).containsText("没有采用");
    }

    private void run(String sql, Tuple values) {
        database.preparedQuery(sql).execute(values).await().indefinitely();
    }

    @Test
    void is_shown_no_markup_that_does_anything_whatever_a_model_writes() throws IOException {
        var page = chatting(Screen.DESKTOP);
        var conversation = ConversationId.of(UUID.fromString(
                String.valueOf(page.evaluate("document.querySelector('yiwen-chat').client.conversationId"))));
        var json = new ObjectMapper();
        int number = 0;
        for (String line : Files.readAllLines(Path.of("src/test/resources/evaluation/prompt-attacks.jsonl"))) {
            JsonNode attack = json.readTree(line);
            String mark = "第" + ++number + "条";

            delivery.ephemeral(
                            conversation,
                            new Ephemeral.Draft(1_000, attack.path("obeyed").asText() + "\n\n" + mark))
                    .await()
                    .indefinitely();

            assertThat(draft(page)).containsText(mark);
            Assertions.assertThat(draft(page).locator(".words").evaluate("""
                            words => [...words.querySelectorAll('*')].filter(one =>
                              ['SCRIPT', 'IMG', 'IFRAME', 'STYLE', 'FORM', 'OBJECT', 'SVG'].includes(one.tagName)
                              || [...one.attributes].some(it => it.name.startsWith('on'))
                              || one.tagName === 'A' && one.hasAttribute('href') && !/^https?:$/.test(one.protocol)).length"""))
                    .as(attack.toString())
                    .isEqualTo(0);
        }
    }

    private static Page chatting(Screen screen) {
        var page = browser.person(screen);
        page.navigate("/chat");
        assertThat(page.locator(".asks button").first()).isVisible();
        return page;
    }

    private static void ask(Page page) {
        page.locator("textarea").fill(QUESTION);
        page.keyboard().press("Enter");
    }

    private static Locator draft(Page page) {
        return page.locator("[data-draft]");
    }

    private static Locator answer(Page page) {
        return page.locator("article[data-seq]:has(.source)");
    }
}
