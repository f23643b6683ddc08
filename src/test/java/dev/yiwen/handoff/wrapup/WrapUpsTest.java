package dev.yiwen.handoff.wrapup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.conversation.HandoffReason.Code;
import dev.yiwen.conversation.Source;
import dev.yiwen.handoff.Scene;
import dev.yiwen.handoff.wrapup.WrapUpDraft.Suggested;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.ticket.NewTicket;
import dev.yiwen.ticket.TicketKind;
import dev.yiwen.ticket.Tickets;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WrapUpsTest {
    private static final Author AGENT = Author.Agent.unnamed();

    @Inject
    WrapUps wrapUps;

    @Inject
    Confirmations confirmations;

    @Inject
    Pool database;

    @Inject
    Tickets tickets;

    @Inject
    Scene scene;

    @Inject
    People people;

    private CustomerId customer;
    private Conversation conversation;

    @BeforeEach
    void a_customer_asks_the_bot() {
        customer = people.visitor();
        conversation = scene.withBot(customer);
        scene.customerSaid(conversation.id(), "光猫 LOS 红灯一直亮，宽带断了");
        scene.said(
                conversation.id(),
                new Author.Bot(),
                new Body.Answer("重启光猫。", List.of(new Source("broadband/los-red", "光猫亮红灯", 1)), 0.9, List.of()));
    }

    @AfterEach
    void clear() {
        scene.clear();
    }

    @Test
    void the_topic_the_case_and_what_was_done_are_filled_in_from_what_was_said() {
        says("好的");
        says("已为您约了明天上午九点上门检修。");
        scene.customerSaid(conversation.id(), "行，谢谢");
        says("不客气");

        var draft = draft();

        assertThat(draft.category()).isEqualTo("broadband");
        assertThat(draft.note().problem()).contains("光猫 LOS 红灯一直亮");
        assertThat(draft.note().done()).contains("约了明天上午九点上门");
        assertThat(draft.note().promised()).singleElement().satisfies(it -> {
            assertThat(it.text()).contains("明天上午九点上门检修");
            assertThat(it.due()).isNotNull();
        });
        assertThat(draft.ticket()).isNotNull().extracting(Suggested::kind).isEqualTo(TicketKind.FAULT);
        assertThat(draft.tags()).contains("宽带", "光猫");
        assertThat(draft.disposition()).isNull();
    }

    @Test
    void a_customer_who_never_answered_the_agent_did_not_respond() {
        says("您好，请问宽带账号是多少？");
        says("您好，请问您还在吗？");

        assertThat(draft().disposition()).isEqualTo("noResponse");
    }

    @Test
    void what_has_a_ticket_is_to_be_followed_up() {
        tickets.open(NewTicket.leftBy(
                        customer,
                        conversation.id(),
                        TicketKind.FAULT,
                        "宽带断了，回电13812345678",
                        null,
                        "w" + conversation.id().value()))
                .await()
                .indefinitely();

        assertThat(draft().disposition()).isEqualTo("ticket");
        assertThat(draft().tickets()).singleElement().satisfies(it -> {
            assertThat(it.here()).isTrue();
            assertThat(it.title()).isEqualTo("宽带断了，回电[手机号]");
        });
    }

    @Test
    void a_complaint_that_no_article_was_shown_for_is_a_complaint() {
        var other = scene.waiting(Code.LEGAL_OR_COMPLAINT);

        assertThat(wrapUps.of(other).await().indefinitely().category()).isEqualTo("complaints");
    }

    @Test
    void the_words_of_danger_stand_first_in_the_summary_though_much_was_said_since() {
        scene.customerSaid(conversation.id(), "现在人已经出来了，宽带以后还能用吗");
        var danger = scene.askForHuman(
                conversation,
                new HandoffReason(Code.URGENT, "客户说：光猫着火了", List.of(new HandoffReason.Evidence(2, "光猫着火了"))));

        assertThat(wrapUps.of(danger).await().indefinitely().note().problem()).startsWith("光猫着火了\n");
    }

    @Test
    void a_broadband_fault_is_filed_as_one_though_articles_about_plans_were_shown() {
        scene.customerSaid(conversation.id(), "不是套餐的事，是家里宽带上不了网，光猫红灯");
        for (int i = 0; i < 2; i++) {
            scene.said(
                    conversation.id(),
                    new Author.Bot(),
                    new Body.Answer("套餐……", List.of(new Source("plans/change-plan", "怎么更换套餐？", 1)), 0.6, List.of()));
        }

        assertThat(draft().category()).isEqualTo("broadband");
    }

    @Test
    void what_agents_confirmed_is_what_categories_are_learnt_from() {
        for (int i = 0; i < 3; i++) {
            var customer = people.visitor();
            var one = scene.withBot(customer);
            scene.customerSaid(one.id(), "充电桩在小区里怎么申请安装");
            confirm(one, "charging-" + conversation.id().value());
        }

        var learnt = new LearntCategories(database, 3).current().await().indefinitely();

        assertThat(learnt).isPresent();
        assertThat(learnt.get().of("我要申请安装充电桩", null))
                .contains("charging-" + conversation.id().value());
    }

    private void confirm(Conversation one, String category) {
        wrapUps.of(one).await().indefinitely();
        var agent = people.staff(Role.AGENT).id();
        confirmations
                .confirm(
                        one,
                        agent,
                        new ConfirmedWrapUp(
                                "申请充电桩", "", "已说明", List.of(), List.of(), category, List.of(), null, "resolved"))
                .await()
                .indefinitely();
    }

    private void says(String text) {
        scene.said(conversation.id(), AGENT, new Body.Text(text));
    }

    private WrapUpDraft draft() {
        return wrapUps.of(conversation).await().indefinitely();
    }
}
