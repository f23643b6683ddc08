package dev.yiwen.answer;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.llm.ChatStub;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DraftsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ChatStub stub = new ChatStub();

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void writes_the_answer_from_the_article() {
        stub.says("补卡费 10 元，带身份证到营业厅办理。");

        assertThat(draft("补卡多少钱").text()).isEqualTo("补卡费 10 元，带身份证到营业厅办理。");
        assertThat(stub.asked()).contains("收取 10 元卡费").contains("补卡多少钱");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "补卡要收 15 元卡费。",
                "营业厅 24 小时都可以办理补卡。",
                "补卡免费办理，带身份证到营业厅。",
                "VoLTE 补卡请带身份证到营业厅办理。",
                "我们保证补卡十分钟内办好。",
                "天气不错，适合出门散步。"
            })
    void drops_a_sentence_that_the_article_does_not_support(String invented) {
        stub.says("补卡请带身份证到任一营业厅办理，收取 10 元卡费。旧卡在新卡激活后失效。" + invented);

        assertThat(draft("补卡多少钱").text()).isEqualTo("补卡请带身份证到任一营业厅办理，收取 10 元卡费。旧卡在新卡激活后失效。");
    }

    @Test
    void sends_the_curated_answer_when_too_little_is_supported() {
        stub.says("补卡要 15 元。补卡要带户口本和 2 张照片。旧卡在新卡激活后失效。");

        assertThat(draft("补卡多少钱").text()).isNull();
    }

    @Test
    void sends_the_curated_answer_when_the_model_declines() {
        stub.says("无法回答");

        assertThat(draft("补卡多少钱").model()).contains("declined");
    }

    @Test
    void sends_the_curated_answer_when_the_reply_was_cut() {
        stub.isCutAtItsLength("补卡请带身份证到任一营业厅办理，收取");

        assertThat(draft("补卡多少钱").text()).isNull();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void sends_the_curated_answer_when_the_model_fails(String fault, ResponseDefinitionBuilder response) {
        stub.responds(response);
        long start = System.nanoTime();

        var draft = draft("补卡多少钱", PATIENCE);

        assertThat(draft.text()).isNull();
        assertThat(draft.model()).startsWith("stub: ");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
        assertThat(stub.calls()).isEqualTo(1);
    }

    static Stream<Arguments> faults() {
        String good = ChatStub.completion("补卡请带身份证到任一营业厅办理，收取 10 元卡费。", "stop");
        return Stream.of(
                Arguments.of("slow", aResponse().withFixedDelay(10_000).withBody(good)),
                Arguments.of("429", aResponse().withStatus(429).withBody("{\"error\":{\"message\":\"busy\"}}")),
                Arguments.of("500", aResponse().withStatus(500)),
                Arguments.of("no JSON", aResponse().withBody("<html>proxy</html>")),
                Arguments.of("other JSON", aResponse().withBody("{\"choices\":[]}")),
                Arguments.of("empty", aResponse().withBody(ChatStub.completion("", "stop"))),
                Arguments.of("cut in the middle", aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)),
                Arguments.of("reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
                Arguments.of("dribbled", aResponse().withBody(good).withChunkedDribbleDelay(20, 20_000)));
    }

    @Test
    void hides_personal_data_from_the_model() {
        stub.says("补卡请带身份证到任一营业厅办理，收取 10 元卡费。");

        draft("我是13812345678，补卡多少钱");

        assertThat(stub.asked()).doesNotContain("13812345678").contains("[手机号1]");
    }

    private Drafts.Draft draft(String question) {
        return draft(question, Duration.ofSeconds(60));
    }

    private Drafts.Draft draft(String question, Duration patience) {
        return new Drafts(stub.model(patience)).of(article(), question).await().atMost(Duration.ofSeconds(60));
    }

    private static Article article() {
        return new Article(
                ArticleId.of(new UUID(0, 1)),
                "sim/replace",
                1,
                Article.State.PUBLISHED,
                "怎么补卡",
                List.of(),
                "补卡请带身份证到任一营业厅办理，收取 10 元卡费。旧卡在新卡激活后失效。",
                Audience.CUSTOMER,
                "通用",
                null,
                null,
                List.of(),
                "test",
                Instant.EPOCH);
    }
}
