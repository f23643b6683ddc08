package dev.yiwen.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.guardrail.ChatExecutor;
import dev.langchain4j.guardrail.GuardrailRequestParams;
import dev.langchain4j.guardrail.GuardrailResult.Result;
import dev.langchain4j.guardrail.OutputGuardrailRequest;
import dev.langchain4j.guardrail.OutputGuardrailResult;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.rag.AugmentationResult;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.query.Query;
import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.llm.RedactionGuardrail;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the application publishes for AI services of who builds it. */
@QuarkusTest
class GuardrailsTest {
    private static final String QUESTION = "补卡免费吧";
    private static final String ANSWER = "补卡收取 10 元工本费。\n\n请带身份证到营业厅办理。";

    @Inject
    RedactionGuardrail redaction;

    @Inject
    VerifierGuardrail verifier;

    @Inject
    ContentRetriever content;

    @Inject
    EmbeddingModel embeddings;

    @Inject
    Articles articles;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void a_reply_that_its_contents_support_passes() {
        var result = verify("补卡收取 10 元工本费。", ANSWER);

        assertThat(result.result()).isEqualTo(Result.SUCCESS);
    }

    @Test
    void a_sentence_without_support_is_taken_out() {
        var result = verify("补卡收取 10 元工本费。首月免费赠送流量。", ANSWER);

        assertThat(result.result()).isEqualTo(Result.SUCCESS_WITH_RESULT);
        assertThat(result.successfulText()).isEqualTo("补卡收取 10 元工本费。");
    }

    @Test
    void a_reply_of_which_nothing_holds_is_refused() {
        assertThat(verify("补卡收取 99 元。", ANSWER).result()).isEqualTo(Result.FATAL);
    }

    @Test
    void what_the_customer_claims_supports_nothing() {
        assertThat(verify("补卡免费。", ANSWER).result()).isEqualTo(Result.FATAL);
    }

    @Test
    void a_reply_without_contents_is_refused() {
        assertThat(verify("补卡收取 10 元工本费。", null).result()).isEqualTo(Result.FATAL);
    }

    @Test
    void personal_data_does_not_leave_a_message() {
        var result = redaction.validate(UserMessage.from("我的号码13812345678怎么补卡"));

        assertThat(result.result()).isEqualTo(Result.SUCCESS_WITH_RESULT);
        assertThat(result.successfulText()).contains("怎么补卡").doesNotContain("13812345678");
        assertThat(redaction.validate(UserMessage.from("怎么补卡")).result()).isEqualTo(Result.SUCCESS);
    }

    @Test
    void contents_are_answers_that_customers_may_see_today() {
        publish("云杉" + mark + "会员怎么续费", Audience.CUSTOMER, null);
        publish("云杉" + mark + "会员续费挽留话术", Audience.AGENT, null);
        publish("云杉" + mark + "会员怎么续费旧办法", Audience.CUSTOMER, LocalDate.of(2020, 1, 1));

        var found = content.retrieve(Query.from("云杉" + mark + "会员续费的办法")).stream()
                .map(it -> it.textSegment().text())
                .filter(it -> it.contains(mark))
                .toList();

        assertThat(found).containsExactly("答复：云杉" + mark + "会员怎么续费");
    }

    @Test
    void texts_that_mean_the_same_have_vectors_that_are_near() {
        var vectors = embeddings
                .embedAll(List.of(
                        dev.langchain4j.data.segment.TextSegment.from("怎么补卡"),
                        dev.langchain4j.data.segment.TextSegment.from("手机卡丢了怎么补办"),
                        dev.langchain4j.data.segment.TextSegment.from("宽带测速很慢")))
                .content();

        assertThat(embeddings.dimension()).isEqualTo(vectors.getFirst().dimension());
        assertThat(cosine(vectors.get(0).vector(), vectors.get(1).vector()))
                .isGreaterThan(cosine(vectors.get(0).vector(), vectors.get(2).vector()));
    }

    private void publish(String question, Audience audience, @Nullable LocalDate until) {
        articles.create(
                        "test/" + UUID.randomUUID(),
                        new ArticleDraft(question, List.of(), "答复：" + question, audience, "通用", null, until, List.of()),
                        "test")
                .chain(it -> articles.publish(it.id(), it.revision()))
                .await()
                .indefinitely();
    }

    private OutputGuardrailResult verify(String reply, @Nullable String content) {
        var params =
                GuardrailRequestParams.builder().userMessageTemplate(QUESTION).variables(Map.of());
        if (content != null) {
            params.augmentationResult(new AugmentationResult(
                    UserMessage.from(QUESTION + "\n" + content), List.of(Content.from(content))));
        }
        return verifier.validate(OutputGuardrailRequest.builder()
                .responseFromLLM(
                        ChatResponse.builder().aiMessage(AiMessage.from(reply)).build())
                .chatExecutor(new NobodyToAsk())
                .requestParams(params.build())
                .build());
    }

    private static double cosine(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** The verifier asks no model again. */
    private static final class NobodyToAsk implements ChatExecutor {
        @Override
        public ChatResponse execute() {
            throw new AssertionError();
        }

        @Override
        public ChatResponse execute(List<ChatMessage> messages) {
            throw new AssertionError();
        }
    }
}
