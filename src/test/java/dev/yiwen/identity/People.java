package dev.yiwen.identity;

import static org.awaitility.Awaitility.await;

import dev.yiwen.identity.session.StaffSessions;
import dev.yiwen.identity.token.Tokens;
import dev.yiwen.shared.Ids;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Makes staff and customers for tests, each with a login of its own. */
@Singleton
public class People {
    public static final String PASSWORD = "correct horse battery";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Set<StaffId> ended = ConcurrentHashMap.newKeySet();
    private final StaffMembers members;
    private final Customers customers;
    private final Tokens tokens;
    private final StaffSessions sessions;

    People(StaffMembers members, Customers customers, Tokens tokens, StaffSessions sessions) {
        this.members = members;
        this.customers = customers;
        this.tokens = tokens;
        this.sessions = sessions;
    }

    /** Someone with {@link #PASSWORD} who need not change it. */
    public Staff staff(Role... roles) {
        var staff = newcomer(roles);
        members.setPassword(staff.id(), PASSWORD, false).await().indefinitely();
        // Else its announcement would close the sockets that the test opens next.
        await("the end of the first session").atMost(PATIENCE).until(() -> ended.remove(staff.id()));
        return staff.withPasswordChanged();
    }

    void sessionsEnded(@ObservesAsync SessionsEnded event) {
        event.staff().ifPresent(ended::add);
    }

    /** Someone who must still change {@link #PASSWORD}. */
    public Staff newcomer(Role... roles) {
        var id = Ids.next().toString();
        return members.create("t-" + id, "测试" + id.substring(30), Set.of(roles), PASSWORD)
                .await()
                .indefinitely();
    }

    /** The token of a new session. */
    public String token(Staff staff) {
        return members.account(staff.login())
                .chain(account -> sessions.begin(
                        staff.id(),
                        account.orElseThrow().sessionEpoch(),
                        new StaffSessions.Client("127.0.0.1", "a test")))
                .await()
                .indefinitely();
    }

    public CustomerId visitor() {
        return customers.visitor().await().indefinitely().id();
    }

    public CustomerId member(String name, int tier) {
        return customers
                .signedIn(new Member(Ids.next().toString(), name, tier, List.of()))
                .await()
                .indefinitely();
    }

    /** Of whom the host application says so. */
    public CustomerId memberWith(String... tags) {
        return customers
                .signedIn(new Member(Ids.next().toString(), "会员", 0, List.of(tags)))
                .await()
                .indefinitely();
    }

    public String token(CustomerId customer) {
        return tokens.customer(customer).await().indefinitely();
    }
}
