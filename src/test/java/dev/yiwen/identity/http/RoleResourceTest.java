package dev.yiwen.identity.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.yiwen.TestSocket;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Right;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import dev.yiwen.shared.Ids;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Roles of one's own: who makes them of what, for whom they hold, and since when. */
@QuarkusTest
class RoleResourceTest {
    private static final String NOT_YOURS = "urn:yiwen:problem:rights-not-yours";

    @Inject
    People people;

    @Inject
    Pool database;

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init")
    URI base;

    private final String name = "角色" + Ids.next().toString().substring(24);

    @ParameterizedTest
    @EnumSource
    void queries_know_the_same_rights_of_a_built_in_role_as_the_code(Role role) {
        var rows = database.query("select rights from staff_role where built_in and name = '" + role + "'")
                .execute()
                .await()
                .indefinitely();

        assertThat(StreamSupport.stream(rows.spliterator(), false).map(it -> Right.of(it.getArrayOfStrings("rights"))))
                .containsExactly(role.rights());
    }

    @Test
    void a_right_that_this_version_does_not_know_is_none() {
        assertThat(Right.of("ANSWER", "FLY")).containsExactly(Right.ANSWER);
        assertThat(Right.of("SUPERVISE", "PUBLISH"))
                .containsExactlyInAnyOrder(Right.SUPERVISE, Right.READ_ALL, Right.PUBLISH, Right.EDIT);
    }

    @Test
    void whoever_has_an_own_role_may_what_it_says_and_nothing_else() {
        create(people.staff(Role.ADMIN), name, "ROUTING", "PUBLISH").statusCode(200);
        var holder = holder(people.staff(Role.ADMIN), name);

        as(holder)
                .get("/api/v1/session")
                .then()
                .statusCode(200)
                .body("rights", containsInAnyOrder("ROUTING", "PUBLISH", "EDIT"));
        as(holder).get("/api/v1/routing").then().statusCode(200);
        as(holder).get("/api/v1/articles").then().statusCode(200);
        for (var closed :
                List.of("audit", "tickets", "conversations", "supervision/floor", "webhooks", "brand-settings")) {
            as(holder).get("/api/v1/" + closed).then().statusCode(403);
        }
    }

    @Test
    void nobody_makes_or_gives_a_role_of_guarded_rights_that_they_do_not_hold() {
        var admin = people.staff(Role.ADMIN);
        var agent = people.staff(Role.AGENT);

        create(admin, name, "ANSWER", "READ_ALL").statusCode(403).body("type", equalTo(NOT_YOURS));
        give(admin, agent, "AGENT", "SUPERVISOR").statusCode(403).body("type", equalTo(NOT_YOURS));
        hire(admin, "SUPERVISOR").statusCode(403).body("type", equalTo(NOT_YOURS));
        as(admin)
                .post("/api/v1/staff/" + people.staff(Role.SUPERVISOR).id().value() + "/password")
                .then()
                .statusCode(403)
                .body("type", equalTo(NOT_YOURS));

        as(agent).get("/api/v1/session").then().body("roles", equalTo(List.of("AGENT")));
        give(people.staff(Role.ADMIN, Role.SUPERVISOR), agent, "AGENT", "SUPERVISOR")
                .statusCode(200);
        hire(admin, "AGENT").statusCode(200);
    }

    @Test
    void nobody_gives_themselves_what_they_do_not_hold_even_where_they_may_give_it_to_others() {
        var admin = people.staff(Role.ADMIN);
        give(admin, admin, "ADMIN", "AGENT").statusCode(403).body("type", equalTo(NOT_YOURS));
        create(admin, name, "STAFF").statusCode(200);
        var holder = holder(admin, name);

        change(holder, id(name), name, "STAFF", "ANSWER").statusCode(403).body("type", equalTo(NOT_YOURS));

        as(holder).get("/api/v1/session").then().body("rights", equalTo(List.of("STAFF")));
    }

    @Test
    void a_change_holds_at_once_without_a_new_sign_in() {
        var admin = people.staff(Role.ADMIN, Role.SUPERVISOR);
        create(admin, name, "READ_ALL", "TICKETS").statusCode(200);
        var token = people.token(holder(admin, name));
        with(token).get("/api/v1/traces").then().statusCode(200);
        var tickets = TestSocket.open(base, "/ws/v1/tickets", token);
        var desk = TestSocket.open(base, "/ws/v1/agent", token);
        desk.next("welcome");

        change(admin, id(name), name, "TICKETS").statusCode(200);

        with(token).get("/api/v1/traces").then().statusCode(403);
        with(token).get("/api/v1/tickets").then().statusCode(200);
        assertThat(List.of(tickets, desk)).extracting(TestSocket::closed).containsOnly("4001 rights-changed");
    }

    @Test
    void an_own_role_is_renamed_with_those_who_have_it_and_deleted_when_nobody_has() {
        var admin = people.staff(Role.ADMIN);
        create(admin, name, "AUDIT").statusCode(200).body("holders.size()", equalTo(0));
        var id = id(name);
        var holder = holder(admin, name);
        as(admin)
                .delete("/api/v1/roles/" + id)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:yiwen:problem:role-in-use"));

        change(admin, id, name + "改", "AUDIT").statusCode(200).body("holders", equalTo(List.of(holder.name())));

        as(holder).get("/api/v1/session").then().body("roles", equalTo(List.of(name + "改")));
        give(admin, holder, "EDITOR").statusCode(200);
        as(admin).delete("/api/v1/roles/" + id).then().statusCode(204);
        as(admin).get("/api/v1/roles").then().body("roles.name", not(hasItem(name + "改")));
        give(admin, holder, name + "改").statusCode(400);
        as(admin)
                .queryParams("subject", "role:" + id)
                .get("/api/v1/audit")
                .then()
                .body("entries.kind", equalTo(List.of("role.deleted", "role.changed", "role.created")))
                .body("entries[2].details.rights", equalTo("AUDIT"))
                .body("entries[2].actor", equalTo(admin.id().value().toString()));
    }

    @Test
    void names_are_nobody_elses_and_built_in_roles_stay_as_they_are() {
        var admin = people.staff(Role.ADMIN);
        create(admin, name, "AUDIT").statusCode(200);

        create(admin, name, "AUDIT").statusCode(409);
        for (var bad : List.of("主管", "admin", "质检 员", "a,b", " ", "x".repeat(33))) {
            create(admin, bad, "AUDIT").statusCode(400);
        }
        create(admin, name + "2").statusCode(400);
        change(admin, id("AGENT"), "AGENT", "AUDIT").statusCode(400);
        change(admin, id("AGENT"), name + "3", "AUDIT").statusCode(409);
        as(admin).delete("/api/v1/roles/" + id("EDITOR")).then().statusCode(409);
    }

    @Test
    void somebody_always_remains_who_manages_staff() {
        var managers = run(
                "select id from staff where active and roles && array(select name from staff_role where 'STAFF' = any(rights))");
        var last = people.staff(Role.ADMIN);
        create(last, name, "STAFF", "AUDIT").statusCode(200);
        give(last, last, "ADMIN", name).statusCode(200);
        try {
            run("update staff set active = false where active and id <> '"
                    + last.id().value()
                    + "' and roles && array(select name from staff_role where 'STAFF' = any(rights))");
            give(last, last, name).statusCode(200);

            change(last, id(name), name, "AUDIT")
                    .statusCode(409)
                    .body("type", equalTo("urn:yiwen:problem:last-staff-manager"));
            give(last, last, "AUDITLESS").statusCode(400);
            as(last).body(Map.of("active", false))
                    .patch("/api/v1/staff/" + last.id().value())
                    .then()
                    .statusCode(409);
        } finally {
            run("update staff set active = true where id in ('" + String.join("','", managers) + "')");
        }
    }

    private List<String> run(String sql) {
        return StreamSupport.stream(
                        database.query(sql).execute().await().indefinitely().spliterator(), false)
                .map(it -> it.getUUID(0).toString())
                .toList();
    }

    private Staff holder(Staff by, String role) {
        var staff = people.staff(Role.EDITOR);
        give(by, staff, role).statusCode(200);
        return staff;
    }

    private String id(String role) {
        return as(people.staff(Role.SUPERVISOR))
                .get("/api/v1/roles")
                .jsonPath()
                .getString("roles.find { it.name == '" + role + "' }.id");
    }

    private ValidatableResponse create(Staff by, String name, String... rights) {
        return as(by).body(Map.of("name", name, "rights", rights))
                .post("/api/v1/roles")
                .then();
    }

    private ValidatableResponse change(Staff by, String id, String name, String... rights) {
        return as(by).body(Map.of("name", name, "rights", rights))
                .put("/api/v1/roles/" + id)
                .then();
    }

    private ValidatableResponse give(Staff by, Staff to, String... roles) {
        return as(by).body(Map.of("roles", Set.copyOf(Arrays.asList(roles))))
                .patch("/api/v1/staff/" + to.id().value())
                .then();
    }

    private ValidatableResponse hire(Staff by, String role) {
        return as(by).body(Map.of("login", "h-" + Ids.next(), "name", "新人", "roles", List.of(role)))
                .post("/api/v1/staff")
                .then();
    }

    private RequestSpecification as(Staff staff) {
        return with(people.token(staff));
    }

    private static RequestSpecification with(String token) {
        return given().cookie("yiwen_session", token).contentType(ContentType.JSON);
    }
}
