package dev.yiwen.channel.web;

import dev.yiwen.shared.ClientAddress;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.UserData;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Notes whence a customer's socket is opened: afterwards it knows its neighbour only, which may be a proxy. */
@ApplicationScoped
class CameFrom implements HttpUpgradeCheck {
    private static final UserData.TypedKey<ClientAddress> ADDRESS = new UserData.TypedKey<>("client-address");

    @Override
    public boolean appliesTo(String endpointId) {
        return endpointId.equals(ChatSocket.class.getName());
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        context.userData().put(ADDRESS, ClientAddress.of(context.httpRequest()));
        return CheckResult.permitUpgrade();
    }

    static ClientAddress of(WebSocketConnection connection) {
        return connection.userData().get(ADDRESS);
    }
}
