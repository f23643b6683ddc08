package dev.yiwen.command.attack;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** An agent who is not given a conversation tries to reach it by way of what an agent can make: a ticket, a note, a file. */
final class DerivedRights implements Probe {

    @Override
    public String name() {
        return "rights that somebody makes for herself";
    }

    @Override
    public ProbeResult on(Target target) throws IOException, InterruptedException {
        var result = new ProbeResult();
        var agent = target.signIn(target.staff("AGENT"));
        try (var customer = ChatVisitor.of(target)) {
            customer.ask("怎么查话费");
            var path = "/api/v1/conversations/" + customer.conversation();
            var ticket = Target.JSON.writeValueAsString(
                    Map.of("kind", "REQUEST", "title", "x", "conversationId", customer.conversation()));
            for (var attempt : List.of(
                    Map.entry("GET " + path, ""),
                    Map.entry("POST /api/v1/tickets", ticket),
                    Map.entry("POST " + path + "/notes", "{\"text\":\"x\"}"),
                    Map.entry("PUT " + path + "/tags", "{\"tags\":[\"VIP\"]}"),
                    Map.entry("POST " + path + "/pick", "{}"),
                    Map.entry("POST " + path + "/transfer", "{\"to\":\"queue\"}"),
                    Map.entry("POST " + path + "/close", "{}"),
                    Map.entry("POST " + path + "/back-to-bot", "{}"),
                    Map.entry("GET " + path + "/packet", ""),
                    Map.entry("GET " + path + "/wrap-up", ""),
                    Map.entry("GET " + path + "/notes", ""),
                    Map.entry("GET " + path + "/whispers", ""),
                    Map.entry("POST /api/v1/supervision/conversations/" + customer.conversation() + "/take-over", "{}"),
                    Map.entry("GET /api/v1/assist/" + customer.conversation(), ""),
                    Map.entry("GET " + path, ""))) {
                var call = attempt.getKey().split(" ");
                int status =
                        target.call(agent, call[0], call[1], attempt.getValue()).statusCode();
                result.expect(status / 100 == 4, attempt.getKey() + " on a stranger's conversation gave " + status);
            }
        }
        return result;
    }
}
