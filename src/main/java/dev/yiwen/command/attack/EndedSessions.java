package dev.yiwen.command.attack;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** No right outlives its reason: signing out, deactivation and a lost role end tokens and sockets, within seconds. */
final class EndedSessions implements Probe {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final List<String> SOCKETS =
            List.of("/ws/v1/agent?of=", "/ws/v1/tickets?of=", "/ws/v1/assist?conversation=");

    /** How somebody's rights end. */
    private interface End {
        int by(Target target, String own, String login) throws IOException, InterruptedException;
    }

    @Override
    public String name() {
        return "rights that should have ended";
    }

    @Override
    public ProbeResult on(Target target) throws IOException, InterruptedException {
        var result = new ProbeResult();
        var admin = target.signIn(target.staff("ADMIN"));
        after(
                "signing out",
                (it, own, login) ->
                        it.call(own, "DELETE", "/api/v1/session", "").statusCode(),
                target,
                result);
        after("deactivation", (it, own, login) -> change(it, admin, login, "{\"active\":false}"), target, result);
        after(
                "losing the role",
                (it, own, login) -> change(it, admin, login, "{\"roles\":[\"EDITOR\"]}"),
                target,
                result);
        return result;
    }

    private static void after(String what, End end, Target target, ProbeResult result)
            throws IOException, InterruptedException {
        var login = target.staff("AGENT");
        var token = target.signIn(login);
        var sockets = new FrameSocket[SOCKETS.size()];
        try (var waiting = ChatVisitor.of(target)) {
            waiting.ask("转人工");
            int picked = target.call(token, "POST", "/api/v1/conversations/" + waiting.conversation() + "/pick", "{}")
                    .statusCode();
            result.expect(picked / 100 == 2, "the agent could not take a customer: " + picked);
            for (int i = 0; i < sockets.length; i++) {
                sockets[i] = target.socket(SOCKETS.get(i) + waiting.conversation(), token);
            }
        }
        Thread.sleep(500);
        for (int i = 0; i < sockets.length; i++) {
            result.expect(!sockets[i].hasEnded(), SOCKETS.get(i) + " ended before " + what);
        }
        int status = end.by(target, token, login);
        result.expect(status / 100 == 2, what + " itself gave " + status);
        var allowed = target.call(token, "GET", "/api/v1/tickets", "").statusCode();
        result.expect(allowed == 401 || allowed == 403, "after " + what + " the token still reads: " + allowed);
        for (int i = 0; i < sockets.length; i++) {
            result.expect(sockets[i].endsWithin(SOON), "after " + what + " " + SOCKETS.get(i) + " stays open");
            sockets[i].close();
        }
    }

    private static int change(Target target, String admin, String login, String patch)
            throws IOException, InterruptedException {
        for (var member : Target.json(target.call(admin, "GET", "/api/v1/staff", ""))) {
            if (member.path("login").asText().equals(login)) {
                return target.call(
                                admin,
                                "PATCH",
                                "/api/v1/staff/" + member.path("id").asText(),
                                patch)
                        .statusCode();
            }
        }
        return 404;
    }
}
