package dev.yiwen;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.nullValue;

import dev.yiwen.identity.ApiScope;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.key.ApiKeys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The description of the REST interface is one that others' programs can be made from. */
@QuarkusTest
class OpenApiTest {
    private static final String OPENAPI = "/q/openapi?format=json";

    @Inject
    People people;

    @Inject
    ApiKeys keys;

    private String admin;

    @BeforeEach
    void an_administrator() {
        admin = people.token(people.staff(Role.ADMIN));
    }

    @Test
    void each_operation_says_who_may_and_how_it_refuses() {
        given().auth()
                .oauth2(admin)
                .get(OPENAPI)
                .then()
                .statusCode(200)
                .body("servers[0].url", equalTo("/"))
                .body("components.securitySchemes.session.name", equalTo("yiwen_session"))
                .body("paths.'/api/v1/ask'.post.operationId", equalTo("ask"))
                .body("paths.'/api/v1/ask'.post.security[0]", hasKey("apiKey"))
                .body("paths.'/api/v1/ask'.post.responses", hasKey("429"))
                .body("paths.'/api/v1/staff'.post.security[0]", hasKey("session"))
                .body("paths.'/api/v1/staff'.post.description", containsString("ADMIN"))
                .body("paths.'/api/v1/visitors'.post.security.size()", equalTo(0))
                .body("components.schemas.StaffId.type", equalTo("string"))
                .body("components.schemas.RoutingContext", nullValue())
                .body("components.schemas.Problem.required.size()", equalTo(4));
    }

    @Test
    void redocly_finds_nothing_wrong_with_it() throws IOException, InterruptedException {
        var file = described();

        var ended = InterfaceTools.node(
                "node_modules/@redocly/cli/bin/cli.js",
                "lint",
                file,
                "--config",
                "redocly.yaml",
                "--max-problems",
                "500");

        assertThat(ended.code()).as(ended.output()).isZero();
    }

    @Test
    void spectral_finds_nothing_wrong_with_it() throws IOException, InterruptedException {
        var file = described();

        var ended = InterfaceTools.node(
                "node_modules/@stoplight/spectral-cli/dist/index.js",
                "lint",
                file,
                "--ruleset",
                "spectral.yaml",
                "--fail-severity",
                "warn");

        assertThat(ended.code()).as(ended.output()).isZero();
    }

    @Test
    void a_client_that_is_generated_from_it_compiles_and_asks() throws IOException, InterruptedException {
        var file = described();
        var key = keys.create(
                        "生成的客户端",
                        Set.of(ApiScope.ASK),
                        null,
                        people.staff(Role.ADMIN).id())
                .await()
                .indefinitely()
                .secret();

        var generated =
                InterfaceTools.node("node_modules/openapi-typescript/bin/cli.js", file, "--output", "schema.d.ts");
        assertThat(generated.code()).as(generated.output()).isZero();
        var compiled = InterfaceTools.node("node_modules/typescript/bin/tsc", "-p", "tsconfig.json");
        assertThat(compiled.code()).as(compiled.output()).isZero();
        Files.move(
                Path.of("target/openapi-tools/client.js"),
                Path.of("target/openapi-tools/client.mjs"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        var asked = InterfaceTools.node("client.mjs", RestAssured.baseURI + ":" + RestAssured.port, key, "怎么查询本月已用流量？");

        assertThat(asked.output()).contains("\"decision\":\"answered\"", "\"title\":\"怎么查询本月已用流量？\"", "\"sure\":true");
    }

    /** The name of the file with the description, where the tools are. */
    private String described() throws IOException, InterruptedException {
        var folder = InterfaceTools.installed();
        var text = given().auth().oauth2(admin).get(OPENAPI).asString();
        Files.writeString(folder.resolve("openapi.json"), text);
        return "openapi.json";
    }
}
