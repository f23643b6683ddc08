package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.yiwen.browser.Browser.Screen;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.Message;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.knowledge.Editor;
import dev.yiwen.quality.Feedback;
import dev.yiwen.shared.HomeZone;
import dev.yiwen.shared.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An author sees which articles did not help, which end and which nobody has looked at, and does something about it. */
@QuarkusTest
class UsefulnessJourneyTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Inject
    People people;

    @Inject
    Articles articles;

    @Inject
    Conversations conversations;

    @Inject
    Feedback feedback;

    @Inject
    Pool database;

    // A thing that no other test and no earlier run has asked about.
    private final String thing = "珐琅手炉" + Ids.next().toString().substring(30);

    @Test
    void an_author_sees_what_did_not_help_and_looks_after_it() {
        var author = people.staff(Role.EDITOR);
        var wrong = publish(author, thing + "怎么除味", "用清水冲洗。", null);
        var ends = publish(
                author, thing + "租一天多少钱", "国庆期间一天 10 元。", HomeZone.today().plusDays(5));
        var old = publish(author, thing + "能带上飞机吗", "可以托运。", null);
        now(database.preparedQuery("""
                        update article_revision set live_from = now() - interval '200 days', changed_at = now() - interval '200 days'
                        where article_id = $1""").execute(Tuple.of(old.id().value())));
        for (int i = 0; i < 3; i++) {
            var answer = asked(wrong.question());
            now(feedback.rate(answer.conversation(), answer.seq(), false));
        }
        asked(ends.question());
        // Another test may have looked within the last minute.
        now(database.query("update article_use_run set counted_at = counted_at - interval '1 hour'")
                .execute());

        var editor = browser.staff(Screen.DESKTOP, author.login(), People.PASSWORD);
        editor.navigate("/knowledge");
        editor.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("成效"))
                .click();
        editor.getByLabel("只看我写的").check();
        var cards = editor.locator("yw-useful");
        assertThat(cards).hasCount(3);
        assertThat(cards.nth(0)).containsText("近 30 天答了 3 次，3 次没帮上");
        assertThat(cards.nth(1)).containsText("5 天后（");
        assertThat(cards.nth(2)).containsText("天没人复核");
        cards.nth(1).locator("summary").click();
        assertThat(cards.nth(1)).containsText("起没有答案");
        browser.picture(editor, "usefulness");

        button(editor, "久未复核").click();
        assertThat(cards).hasCount(1);
        button(editor, "复核过，仍然正确").click();
        assertThat(cards).hasCount(0);
        assertThat(editor.getByText("没有符合条件的知识")).isVisible();
        button(editor, "清除筛选").click();
        editor.reload();
        assertThat(cards.first()).isVisible();

        var phone = browser.staff(Screen.PHONE, author.login(), People.PASSWORD);
        phone.navigate("/usefulness?mine=true&standing=HURTS");
        var card = phone.locator("yw-useful");
        assertThat(card).hasCount(1);
        browser.picture(phone, "usefulness-phone");
        card.getByText("看这些回答").click();
        assertThat(phone.getByText(wrong.question()).first()).isVisible();

        for (var one : List.of(wrong, ends, old)) {
            now(articles.retire(one.id()));
        }
    }

    @Test
    void what_customers_wrote_before_they_chose_becomes_a_phrasing() {
        var author = people.staff(Role.EDITOR);
        var article = publish(author, thing + "怎么上漆", "刷两遍清漆。", null);
        var other = publish(author, thing + "怎么换底", "抽出旧底，插入新底。", null);
        var conversation = now(conversations.openOrResume(people.visitor(), Channel.WEB));
        say(conversation.id(), thing);
        var offered = said(conversation.id(), Body.Clarify.class).options();
        var chosen = offered.contains(article.question()) ? article : other;
        say(conversation.id(), chosen.question());
        said(conversation.id(), Body.Answer.class);

        var editor = browser.staff(Screen.PHONE, author.login(), People.PASSWORD);
        editor.navigate("/gaps");
        editor.getByText("客户还会这样问").click();
        var suggestion = editor.locator("yw-phrasing-suggestions form")
                .filter(new Locator.FilterOptions().setHasText(chosen.question()));
        assertThat(suggestion).containsText("1 次");
        suggestion.scrollIntoViewIfNeeded();
        browser.picture(editor, "phrasing-suggestions-phone");
        suggestion.getByText("加为它的问法").click();
        assertThat(editor.locator("yw-toasts")).containsText("已加进草稿");
        assertThat(suggestion).hasCount(0);
        org.assertj.core.api.Assertions.assertThat(
                        now(articles.revisions(chosen.id())).getFirst().phrasings())
                .containsExactly(thing);
        now(articles.retire(article.id()));
        now(articles.retire(other.id()));
    }

    /** The bot's last words of that kind, when they have come. */
    private <T extends Body> T said(ConversationId conversation, Class<T> kind) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> now(conversations.messagesAfter(conversation, 0, 9)).stream()
                                .map(Message::body)
                                .filter(kind::isInstance)
                                .map(kind::cast)
                                .toList(),
                        it -> !it.isEmpty())
                .getLast();
    }

    private void say(ConversationId conversation, String words) {
        now(conversations.appendFromCustomer(conversation, UUID.randomUUID().toString(), words));
    }

    private Article publish(Staff author, String question, String answer, @Nullable LocalDate validTo) {
        var draft = new ArticleDraft(question, List.of(), answer, Audience.CUSTOMER, "通用", null, validTo, List.of());
        return now(
                articles.create(null, draft, Editor.of(author)).chain(it -> articles.publish(it.id(), it.revision())));
    }

    private Message asked(String question) {
        var conversation = now(conversations.openOrResume(people.visitor(), Channel.WEB));
        now(conversations.appendFromCustomer(
                conversation.id(), UUID.randomUUID().toString(), question));
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> now(conversations.messagesAfter(conversation.id(), 0, 9)).stream()
                                .filter(it -> it.body() instanceof Body.Answer)
                                .toList(),
                        it -> !it.isEmpty())
                .getFirst();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static <T> T now(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(60));
    }
}
