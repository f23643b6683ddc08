package dev.yiwen.channel.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.FileMessages;
import dev.yiwen.identity.People;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an agent sends besides words. */
@QuarkusTest
@TestProfile(WithWeChat.class)
class WeChatFilesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    People people;

    @Inject
    Pool database;

    @Inject
    WeChatConfig config;

    @Inject
    Conversations conversations;

    @Inject
    FileMessages files;

    private FakeWeChat wechat;
    private WeChatCustomer customer;
    private ConversationId conversation;

    @BeforeEach
    void somebody_is_served() throws IOException {
        wechat = new FakeWeChat(config.api());
        customer = new WeChatCustomer(people, database, Map.of("kind", "MP", "name", "公众号"));
        customer.push(customer.text("你好"));
        await().atMost(PATIENCE).until(() -> customer.states().contains("SENT"));
        conversation = customer.served(conversations);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(customer.states()).containsOnly("SENT"));
    }

    @AfterEach
    void nothing_is_asked_any_more() {
        customer.leave();
        wechat.close();
    }

    @Test
    void a_picture_goes_as_a_picture_between_the_words_around_it() throws IOException {
        int before = wechat.to(customer.openId).size();
        int left = customer.desk().getInt("left");

        says("a", "请看这张图");
        sends("b", "路由器.png", picture());
        says("c", "红色的就是");

        await().atMost(PATIENCE).until(() -> wechat.to(customer.openId).size() == before + 3);
        assertThat(wechat.to(customer.openId).subList(before, before + 3))
                .extracting(it -> it.body().path("msgtype").asText())
                .containsExactly("text", "image", "text");
        assertThat(wechat.to(customer.openId)
                        .get(before + 1)
                        .body()
                        .path("image")
                        .path("media_id")
                        .asText())
                .isEqualTo("M1");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(customer.desk().getInt("left")).isEqualTo(left - 3));
    }

    @Test
    void what_wechat_does_not_take_is_said_at_the_message_and_can_be_sent_once_more() throws IOException {
        wechat.uploadAnswers.add("{\"errcode\":40009,\"errmsg\":\"invalid image size\"}");
        sends("b", "路由器.png", picture());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(customer.states()).contains("FAILED"));
        assertThat(customer.desk().<Integer>get("messages[-1].code")).isEqualTo(40009);
        int seq = customer.desk().getInt("messages[-1].seq");

        customer.as(customer.agent)
                .post("/api/v1/conversations/" + conversation.value() + "/wechat/messages/" + seq + "/retry")
                .then()
                .statusCode(204);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(customer.states()).containsOnly("SENT"));
        assertThat(wechat.to(customer.openId).getLast().body().path("msgtype").asText())
                .isEqualTo("image");
    }

    @Test
    void a_document_does_not_go_to_an_official_account_and_the_agent_is_told() {
        sends("d", "说明.txt", "请按说明操作。".getBytes(StandardCharsets.UTF_8));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(customer.states()).contains("FAILED"));
        assertThat(customer.desk().<String>get("messages[-1].reason")).isEqualTo("file-kind");
    }

    private void says(String id, String words) {
        done(conversations.appendFromAgent(conversation, customer.agent.id(), id + customer.openId, words));
    }

    private void sends(String id, String name, byte[] content) {
        done(files.fromAgent(
                conversation, customer.agent.id(), new FileMessages.Sent(id + customer.openId, name, content, null)));
    }

    private static byte[] picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private static <T> T done(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }
}
