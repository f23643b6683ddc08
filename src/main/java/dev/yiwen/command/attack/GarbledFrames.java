package dev.yiwen.command.attack;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Frames that make no sense, on every socket: each costs an error frame, and the conversation goes on. */
final class GarbledFrames implements Probe {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final long seed;
    private final int count;

    GarbledFrames(long seed, int count) {
        this.seed = seed;
        this.count = count;
    }

    @Override
    public String name() {
        return "frames that make no sense";
    }

    @Override
    public ProbeResult on(Target target) throws IOException, InterruptedException {
        var result = new ProbeResult();
        var agent = target.signIn(target.staff("AGENT"));
        var random = new Random(seed);
        var waiting = ChatVisitor.of(target);
        waiting.ask("转人工");
        target.call(agent, "POST", "/api/v1/conversations/" + waiting.conversation() + "/pick", "{}");
        for (var path : List.of(
                "/ws/v1/agent",
                "/ws/v1/tickets",
                "/ws/v1/assist?conversation=" + waiting.conversation(),
                "/ws/v1/chat")) {
            boolean chat = path.endsWith("chat");
            var token = chat ? target.visitor() : agent;
            try (var socket = target.socket(path, token)) {
                for (var frame : frames(random)) {
                    socket.sendText(frame);
                    // Who sends too fast is told so, which is an answer, too; tickets only listen.
                    if (!path.endsWith("tickets")) {
                        Thread.sleep(chat ? 100 : 10);
                    }
                    result.expect(!socket.hasEnded(), path + " ended after " + shown(frame));
                    if (socket.hasEnded()) {
                        break;
                    }
                }
                if (!path.endsWith("tickets") && !socket.hasEnded()) {
                    var error = socket.await(it -> it.path("type").asText().equals("error"), PATIENCE);
                    result.expect(!error.isMissingNode(), path + " said nothing to frames that make no sense");
                }
            }
        }
        waiting.close();
        result.expect(target.isHealthy(), "the service is not ready afterwards");
        result.figure("seed", seed);
        return result;
    }

    private List<String> frames(Random random) {
        var frames = new ArrayList<>(List.of(
                "",
                " ",
                "null",
                "[]",
                "1",
                "\"\"",
                "{}",
                "{\"type\":null}",
                "{\"type\":{}}",
                "{\"type\":\"\\u0000\"}",
                "{\"type\":\"hello\"",
                "{\"type\":\"hello\",\"afterSeq\":\"x\"}",
                "{\"type\":\"hello\",\"afterSeq\":1e999}",
                "{\"type\":\"hello\",\"afterSeq\":-9223372036854775808}",
                "{\"type\":\"send\"}",
                "{\"type\":\"send\",\"text\":[]}",
                "{\"type\":\"rate\",\"score\":4.7}",
                "{\"type\":\"read\",\"seq\":99999999999999999999}",
                "{\"type\":\"feedback\",\"seq\":null,\"helpful\":\"maybe\"}",
                "[".repeat(3000) + "]".repeat(3000),
                "{\"a\":".repeat(1500) + "1" + "}".repeat(1500),
                "{\"type\":\"" + "x".repeat(20_000) + "\"}",
                "{\"type\":\"send\",\"clientMessageId\":\"\\ud800\",\"text\":\"\\udfff\"}"));
        for (int i = 0; i < count; i++) {
            var text = new StringBuilder("{\"type\":\"send\",\"clientMessageId\":\"a\",\"text\":\"怎么查话费\"}");
            for (int change = 0; change <= random.nextInt(4); change++) {
                text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(1, 0x2fff));
            }
            frames.add(text.toString());
        }
        return frames;
    }

    private static String shown(String frame) {
        return frame.length() > 80 ? frame.substring(0, 80) + "…" : frame;
    }
}
