package dev.yiwen.channel.wechat;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.NpmPackages;
import dev.yiwen.command.wechat.WechatSimulator;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.shared.Ids;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The built mini-program against this service and the simulator of WeChat, from {@code wx.login} to the rating. */
@QuarkusTest
@TestProfile(WithWeChat.class)
class MiniProgramJourneyTest {
    private static final Path SOURCE = Path.of("src/main/miniprogram").toAbsolutePath();
    private static final Path MADE = Path.of("target/miniprogram").toAbsolutePath();

    @Inject
    People people;

    @Inject
    WeChatConfig config;

    @Inject
    Pool database;

    @Inject
    ObjectMapper json;

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init")
    URI here;

    private WechatSimulator wechat;
    private String admin;
    private String account;

    @BeforeEach
    void a_mini_program() throws IOException {
        wechat = WechatSimulator.running(URI.create(config.api()).getPort(), System.nanoTime());
        admin = people.token(people.staff(Role.ADMIN));
        account = MiniProgramLoginTest.added(
                admin, wechat.ma().id(), wechat.ma().settings().secret());
    }

    @AfterEach
    void nothing_is_asked_any_more() {
        given().auth().oauth2(admin).delete("/api/v1/wechat/accounts/" + account);
        wechat.close();
    }

    @Test
    void a_customer_signs_in_is_answered_comes_back_from_the_background_sends_a_picture_and_rates()
            throws IOException, InterruptedException {
        var customer = wechat.phone(wechat.ma(), "周" + Ids.next());

        var seen = played(customer.login(), "流量用超了怎么收费");

        assertThat(seen.path("text").asText()).contains("AI生成");
        assertThat(seen.path("source").asText()).startsWith("来源：《");
        assertThat(seen.path("away").asText()).isEqualTo("waiting");
        assertThat(seen.path("picture").asText()).isEqualTo("光猫.png");
        assertThat(seen.path("uploads")).isEmpty();
        assertThat(seen.path("trouble").asText()).isEmpty();
        var seqs = json.convertValue(seen.path("seqs"), long[].class);
        assertThat(seqs).containsExactly(LongStream.rangeClosed(1, seqs.length).toArray());
        assertThat(score(seen.path("conversation").asText())).isEqualTo(5);
    }

    /** What the mini-program's own script says that its customer saw. */
    private JsonNode played(String code, String question) throws IOException, InterruptedException {
        var packages =
                new NpmPackages(SOURCE, Path.of("target/miniprogram-tools").toAbsolutePath()).installed();
        var environment = Map.of(
                "NODE_PATH", packages.folder().resolve("node_modules").toString(),
                "MINIPROGRAM", MADE.resolve("dist").toString(),
                "APP_ID", wechat.ma().id());
        var built = packages.node(SOURCE.resolve("build.cjs"), List.of("--with-tests"), environment);
        assertThat(built.code()).as(built.output()).isZero();

        var address = here.toString().replaceAll("/+$", "");
        var ended = packages.node(MADE.resolve("test/real.js"), List.of(address, code, question), environment);

        assertThat(ended.code()).as(ended.output()).isZero();
        return json.readTree(ended.output().lines().reduce("", (before, last) -> last));
    }

    private int score(String conversation) {
        return database.preparedQuery("select score from satisfaction where conversation_id = $1")
                .execute(Tuple.of(UUID.fromString(conversation)))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getInteger(0);
    }
}
