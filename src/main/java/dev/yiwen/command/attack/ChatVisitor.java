package dev.yiwen.command.attack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A customer who chats: one conversation, one socket. */
final class ChatVisitor implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String token;
    private final FrameSocket socket;
    private final String conversation;
    private final AtomicInteger sent = new AtomicInteger();

    private ChatVisitor(String token, FrameSocket socket, String conversation) {
        this.token = token;
        this.socket = socket;
        this.conversation = conversation;
    }

    static ChatVisitor of(Target target) throws IOException, InterruptedException {
        return of(target, target.visitor());
    }

    static ChatVisitor of(Target target, String token) throws IOException, InterruptedException {
        var socket = target.chat(token);
        socket.send(Map.of("type", "hello", "afterSeq", 0));
        var welcome = socket.await(it -> it.path("type").asText().equals("welcome"), PATIENCE);
        return new ChatVisitor(
                token, socket, welcome.path("conversation").path("id").asText());
    }

    String token() {
        return token;
    }

    String conversation() {
        return conversation;
    }

    FrameSocket socket() {
        return socket;
    }

    void say(String text) throws IOException {
        socket.send(Map.of("type", "send", "clientMessageId", "attack-" + sent.incrementAndGet(), "text", text));
    }

    /** Milliseconds from asking to the bot's or the system's word, or to a refusal; more than the patience when none came. */
    double ask(String text) throws IOException, InterruptedException {
        var begun = System.nanoTime();
        say(text);
        var answer = socket.await(ChatVisitor::isReply, PATIENCE);
        return answer.isMissingNode() ? PATIENCE.toMillis() + 1 : (System.nanoTime() - begun) / 1e6;
    }

    private static boolean isReply(JsonNode frame) {
        var author = frame.path("message").path("author").path("kind").asText();
        return frame.path("type").asText().equals("error")
                || frame.path("type").asText().equals("message") && !author.equals("customer");
    }

    @Override
    public void close() {
        socket.close();
    }
}
