package dev.yiwen.command.attack;

import java.io.IOException;

/** Requests that make no sense, to every operation: each is refused in words. */
final class GarbledRequests implements Probe {
    private final long seed;
    private final int most;

    GarbledRequests(long seed, int most) {
        this.seed = seed;
        this.most = most;
    }

    @Override
    public String name() {
        return "requests that make no sense";
    }

    @Override
    public ProbeResult on(Target target) throws IOException, InterruptedException {
        var administrator = target.signIn(target.staff("ADMIN+AGENT+EDITOR+SUPERVISOR"));
        try (var chat = ChatVisitor.of(target)) {
            chat.ask("转人工");
            target.call(administrator, "POST", "/api/v1/conversations/" + chat.conversation() + "/pick", "{}");
            return new Fuzz(target.base(), administrator, chat.token(), chat.conversation(), seed).run(most);
        }
    }
}
