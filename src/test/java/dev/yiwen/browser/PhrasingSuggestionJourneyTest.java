package dev.yiwen.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
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
import dev.yiwen.shared.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What customers wrote before they chose an article becomes its phrasing. */
@QuarkusTest
class PhrasingSuggestionJourneyTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Inject
    People people;

    @Inject
    Articles articles;

    @Inject
    Conversations conversations;

    // A thing that no other test and no earlier run has asked about.
    private final String thing = "珐琅手炉" + Ids.next().toString().substring(30);

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

    private static <T> T now(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(60));
    }
}
