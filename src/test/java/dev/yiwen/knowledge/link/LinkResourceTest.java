package dev.yiwen.knowledge.link;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.sun.net.httpserver.HttpServer;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.shared.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A page that has moved is found before customers find it. */
@QuarkusTest
class LinkResourceTest {
    @Inject
    People people;

    @Inject
    Articles articles;

    @Inject
    LinkChecks checks;

    private HttpServer server;
    private String editor;
    private final String question = "渡口" + Ids.next().toString().substring(26) + "怎么去";

    @BeforeEach
    void a_site_and_an_editor() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/moved") ? 404 : 200, -1);
            exchange.close();
        });
        server.start();
        editor = people.token(people.staff(Role.EDITOR));
    }

    @AfterEach
    void no_site() {
        server.stop(0);
    }

    @Test
    void the_article_is_among_those_with_broken_links_until_another_link_is_published() {
        var site = "http://127.0.0.1:" + server.getAddress().getPort();
        var article = articles.create(null, draft("见 [地图](" + site + "/map) 和 " + site + "/moved。"), "test")
                .chain(it -> articles.publish(it.id(), it.revision()))
                .await()
                .indefinitely();
        var links = "/api/v1/articles/" + article.id().value() + "/links";
        staff().get(links).then().body("links.state", equalTo(List.of("UNCHECKED", "UNCHECKED")));

        checks.round().await().indefinitely();

        staff().get(links)
                .then()
                .body("checked", equalTo(true))
                .body("links.state", equalTo(List.of("WORKS", "BROKEN")))
                .body("links[1].status", equalTo(404));
        broken().body("items.question", hasItem(question));

        var mended = articles.saveDraft(article.id(), 1, draft("见 " + site + "/new"), "test")
                .chain(it -> articles.publish(it.id(), it.revision()))
                .await()
                .indefinitely();
        assertThat(mended.revision()).isEqualTo(2);
        staff().post(links + "/check")
                .then()
                .statusCode(200)
                .body("links", hasSize(1))
                .body("links[0].state", equalTo("WORKS"));
        broken().body("items.question", not(hasItem(question)));
        articles.retire(article.id()).await().indefinitely();
    }

    private io.restassured.response.ValidatableResponse broken() {
        return staff().queryParam("queue", "LINKS")
                .queryParam("size", 200)
                .get("/api/v1/articles")
                .then()
                .statusCode(200);
    }

    private ArticleDraft draft(String answer) {
        return new ArticleDraft(question, List.of(), answer, Audience.CUSTOMER, "通用", null, null, List.of());
    }

    private RequestSpecification staff() {
        return given().auth().oauth2(editor);
    }
}
