package dev.yiwen.answer.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.yiwen.knowledge.Article;
import dev.yiwen.llm.ChatStub;
import dev.yiwen.promise.PromiseCheck;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** With a model over real HTTP that writes what the test tells it to. */
final class DraftsTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Article ARTICLE = Written.article("怎么补卡", """
            补卡请带身份证到任一营业厅办理，收取 10 元卡费。

            旧卡在新卡激活后失效，不影响套餐。""");

    private static final Article TARIFFS = Written.article("宽带多少钱", """
            | 宽带 | 月费 |
            | --- | --- |
            | 300M | 49 元 |
            | 500M | 69 元 |

            两种都免安装费。""");

    private final ChatStub stub = new ChatStub();
    private final List<String> screen = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void writes_the_answer_from_the_article_without_its_citations() {
        stub.says("补卡收取 10 元卡费[1]。旧卡在新卡激活后失效。[2]");

        var answer = draft("补卡多少钱");

        assertThat(answer.text()).isEqualTo("补卡收取 10 元卡费。旧卡在新卡激活后失效。");
        assertThat(drafting(answer)).satisfies(drafting -> {
            assertThat(drafting.outcome()).isEqualTo("USED");
            assertThat(drafting.lines()).extracting(Drafting.Line::passages).containsExactly(List.of(1), List.of(2));
            assertThat(drafting.system()).contains("[1] 补卡请带身份证").contains("[2] 旧卡");
            assertThat(drafting.usage().reply()).isEqualTo(40);
        });
    }

    @Test
    void shows_each_sentence_once_it_was_checked_and_none_before() {
        var next = new CountDownLatch(1);
        stub.now(stream -> {
            stream.begin();
            stream.parts("补卡收取 10 元卡费[1]。补卡免费办理[1]。旧卡在新卡");
            next.await();
            stream.parts("激活后失效[2]。");
            stream.end("stop");
        });

        var answer = drafts().of(ARTICLE, "补卡多少钱", Written.message("补卡多少钱")).subscribeAsCompletionStage();

        await().atMost(LONG).untilAsserted(() -> assertThat(screen).containsExactly("补卡收取 10 元卡费。"));
        next.countDown();
        await().atMost(LONG).until(answer::isDone);
        assertThat(screen).containsExactly("补卡收取 10 元卡费。", "补卡收取 10 元卡费。旧卡在新卡激活后失效。");
        assertThat(answer.join().text()).isEqualTo(screen.getLast());
    }

    @Test
    void keeps_a_list_a_list_when_a_line_is_dropped() {
        stub.says("补卡收取 10 元卡费[1]。\n- 补卡免费办理[1]。\n- 旧卡在新卡激活后失效[2]。\n- 不影响套餐[2]。");

        assertThat(draft("补卡多少钱").text()).isEqualTo("补卡收取 10 元卡费。\n\n- 旧卡在新卡激活后失效。\n- 不影响套餐。");
    }

    @Test
    void sends_the_curated_answer_when_too_little_is_supported() {
        stub.says("补卡要 15 元[1]。补卡要带户口本和 2 张照片[1]。旧卡在新卡激活后失效[2]。");

        var answer = draft("补卡多少钱");

        assertThat(answer.text()).isNull();
        assertThat(drafting(answer).outcome()).isEqualTo("TOO_LITTLE");
        assertThat(drafting(answer).lines())
                .extracting(line -> line.flaw() == null ? null : line.flaw().kind())
                .containsExactly(Flaw.Kind.AMOUNT, Flaw.Kind.AMOUNT, null);
    }

    @Test
    void uses_nothing_of_a_draft_that_gives_one_tariff_the_price_of_another() {
        stub.says("500M 宽带月费 69 元[1]。300M 宽带月费 69 元[1]。两种都免安装费[2]。");

        var answer = drafts("first-text=30s", "timeout=60s")
                .of(TARIFFS, "宽带多少钱", Written.message("宽带多少钱"))
                .await()
                .atMost(LONG);

        assertThat(answer.text()).isNull();
        assertThat(drafting(answer).outcome()).isEqualTo("WRONG_PROMISE");
        assertThat(drafting(answer).lines().get(1).flaw()).isEqualTo(new Flaw(Flaw.Kind.DIFFERS, "69 元"));
        assertThat(screen).as("what was shown before it").containsExactly("500M 宽带月费 69 元。");
    }

    @Test
    void uses_a_draft_that_gives_each_tariff_its_price() {
        stub.says("300M 宽带月费 49 元[1]。两种都免安装费[2]。");

        assertThat(drafts("first-text=30s", "timeout=60s")
                        .of(TARIFFS, "宽带多少钱", Written.message("宽带多少钱"))
                        .await()
                        .atMost(LONG)
                        .text())
                .isEqualTo("300M 宽带月费 49 元。两种都免安装费。");
    }

    @Test
    void sends_the_curated_answer_when_the_model_declines() {
        stub.says("无法回答");

        var answer = draft("补卡多少钱");

        assertThat(answer.text()).isNull();
        assertThat(drafting(answer).outcome()).isEqualTo("DECLINED");
        assertThat(screen).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void sends_the_curated_answer_when_the_model_fails(String outcome, ChatStub.Behaviour behaviour) {
        stub.now(behaviour);

        var answer = draft("补卡多少钱", "first-text=1s", "timeout=2s", "retries=0");

        assertThat(answer.text()).isNull();
        assertThat(drafting(answer).outcome()).isEqualTo(outcome);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("SLOW_START", (ChatStub.Behaviour) ChatStub.Stream::hang),
                Arguments.of("BUSY", ChatStub.status(429)),
                Arguments.of("BROKEN", ChatStub.status(500)),
                Arguments.of("SLOW", (ChatStub.Behaviour) stream -> {
                    stream.begin();
                    stream.parts("补卡收取 10 元卡费[1]。旧卡");
                    stream.hang();
                }),
                Arguments.of("CUT", (ChatStub.Behaviour) stream -> {
                    stream.begin();
                    stream.parts("补卡收取 10 元卡费[1]。旧卡在新卡激活后失效[2]。");
                    stream.cut();
                }));
    }

    @Test
    void shows_nothing_more_once_the_patience_is_over() {
        var next = new CountDownLatch(1);
        stub.now(stream -> {
            stream.begin();
            stream.parts("补卡收取 10 元卡费[1]。旧卡");
            next.await();
            stream.parts("在新卡激活后失效[2]。不影响套餐[2]。");
        });
        var answer = draft("补卡多少钱", "first-text=1s", "timeout=2s");

        next.countDown();

        assertThat(answer.text()).isNull();
        assertThat(screen).containsExactly("补卡收取 10 元卡费。");
    }

    @Test
    void hides_personal_data_from_the_model_and_puts_it_back_into_the_answer() {
        stub.says("手机号[手机号1]补卡请带身份证到营业厅办理，收取 10 元卡费[1]。旧卡在新卡激活后失效[2]。");

        var answer = draft("我是13812345678，补卡多少钱");

        assertThat(stub.asked().getLast()).doesNotContain("13812345678").contains("[手机号1]");
        assertThat(answer.text()).startsWith("手机号13812345678补卡");
        assertThat(screen).last().asString().contains("13812345678");
        assertThat(drafting(answer).toString()).doesNotContain("13812345678");
    }

    @Test
    void drops_a_sentence_with_a_token_that_the_model_made_up() {
        stub.says("补卡请带身份证到营业厅办理，收取 10 元卡费[1]。手机号[手机号2]补卡请到营业厅[1]。旧卡在新卡激活后失效[2]。");

        assertThat(draft("我是13812345678，补卡多少钱").text()).isEqualTo("补卡请带身份证到营业厅办理，收取 10 元卡费。旧卡在新卡激活后失效。");
    }

    private static Drafting drafting(Drafts.Answer answer) {
        return Objects.requireNonNull(answer.drafting());
    }

    private Drafts.Answer draft(String question, String... settings) {
        return drafts(settings)
                .of(ARTICLE, question, Written.message(question))
                .await()
                .atMost(LONG);
    }

    private Drafts drafts(String... settings) {
        return new Drafts(
                stub.model(settings),
                (article, said, asked) -> PromiseCheck.against(article, said, asked, term -> 3),
                null,
                (asked, text) -> screen.add(text));
    }
}
