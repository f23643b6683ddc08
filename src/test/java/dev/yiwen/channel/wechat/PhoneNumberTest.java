package dev.yiwen.channel.wechat;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.Customers;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A number is proved by a code that came back. It joins nobody; staff see it, and say so with one press. */
@QuarkusTest
@TestProfile(WithWeChat.class)
class PhoneNumberTest {
    private static final String PATH = "/api/v1/phone-number";

    @Inject
    People people;

    @Inject
    Pool database;

    @Inject
    WeChatConfig config;

    @Inject
    Conversations conversations;

    @Inject
    Customers customers;

    private final String digits = "138" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);
    private FakeWeChat connector;
    private CustomerId visitor;

    @BeforeEach
    void somebody_whose_telephone_is_near() throws IOException {
        connector = new FakeWeChat(config.api());
        visitor = people.visitor();
    }

    @AfterEach
    void nothing_is_asked_any_more() {
        connector.close();
    }

    @Test
    void who_sends_the_code_back_is_shown_to_staff_as_verified_and_joined_by_one_press() {
        var caller = customers.caller("+86" + digits).await().indefinitely().id();
        as().get(PATH).then().body("possible", equalTo(true)).body("number", equalTo(null));

        asks(digits.substring(0, 3) + " " + digits.substring(3)).statusCode(200).body("seconds", equalTo(300));
        var message = connector.messages().getLast();
        var code = message.body().path("code").asText();
        assertThat(message.body().path("to").asText()).isEqualTo("+86" + digits);
        assertThat(message.body().path("text").asText()).contains(code);
        assertThat(connector.signatures.getLast()).startsWith("v1,");
        assertThat(stored()).doesNotContain(code);

        answers(code).body("proved", equalTo(true)).body("number", equalTo("…" + digits.substring(7)));
        answers(code).body("proved", equalTo(false)).body("left", equalTo(0));
        as().get(PATH).then().body("number", equalTo("…" + digits.substring(7)));

        var conversation =
                conversations.openOrResume(visitor, Channel.WEB).await().indefinitely();
        var path = "/api/v1/conversations/" + conversation.id().value() + "/identities";
        var supervisor = people.token(people.staff(Role.SUPERVISOR));
        given().auth()
                .oauth2(supervisor)
                .get(path)
                .then()
                .statusCode(200)
                .body("merges", hasSize(0))
                .body("proven[0].number", equalTo("…" + digits.substring(7)))
                .body("proven[0].others", hasSize(1))
                .body("proven[0].others[0].id", equalTo(caller.value().toString()));
        given().auth()
                .oauth2(supervisor)
                .contentType(ContentType.JSON)
                .body(Map.of("customer", caller.value(), "reason", "手机号已用短信验证码核实"))
                .post(path + "/merges")
                .then()
                .statusCode(200)
                .body("merges", hasSize(1))
                .body("proven[0].others", hasSize(0));
    }

    @Test
    void a_number_that_nobody_has_leads_to_whoever_proved_it() {
        asks(digits).statusCode(200);
        answers(connector.messages().getLast().body().path("code").asText()).body("proved", equalTo(true));

        assertThat(customers.caller("+86" + digits).await().indefinitely().id()).isEqualTo(visitor);
    }

    @Test
    void five_wrong_codes_are_enough_and_messages_are_few() {
        asks(digits).statusCode(200);
        var code = connector.messages().getLast().body().path("code").asText();
        var wrong = code.equals("000000") ? "000001" : "000000";
        for (int left = 4; left >= 0; left--) {
            answers(wrong).body("proved", equalTo(false)).body("left", equalTo(left));
        }
        answers(code).body("proved", equalTo(false)).body("left", equalTo(0));

        asks(digits).statusCode(200);
        database.query("update phone_code set expires_at = now() where customer_id = '" + visitor.value() + "'")
                .execute()
                .await()
                .indefinitely();
        answers(connector.messages().getLast().body().path("code").asText()).body("proved", equalTo(false));
        asks(digits).statusCode(200);
        asks(digits).statusCode(429);
        var sent = connector.messages().size();
        as().body(Map.of("number", "01012345678")).post(PATH).then().statusCode(400);
        given().contentType(ContentType.JSON)
                .body(Map.of("number", digits))
                .post(PATH)
                .then()
                .statusCode(401);
        assertThat(connector.messages()).hasSize(sent);
    }

    private ValidatableResponse asks(String number) {
        return as().body(Map.of("number", number)).post(PATH).then();
    }

    private ValidatableResponse answers(String code) {
        return as().body(Map.of("code", code)).post(PATH + "/code").then().statusCode(200);
    }

    private RequestSpecification as() {
        return given().auth().oauth2(people.token(visitor)).contentType(ContentType.JSON);
    }

    private String stored() {
        return database.query(
                        "select row_to_json(c)::text from phone_code c where customer_id = '" + visitor.value() + "'")
                .execute()
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getString(0)
                .replace("+86" + digits, "");
    }
}
