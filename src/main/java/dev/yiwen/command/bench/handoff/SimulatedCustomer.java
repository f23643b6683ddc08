package dev.yiwen.command.bench.handoff;

import dev.yiwen.command.bench.Site;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.WebSocket;
import io.vertx.core.json.JsonObject;

/** A visitor who wants a human, and notes what the service says about it. Everything happens on the site's one thread. */
final class SimulatedCustomer {
    private final WebSocket socket;
    private final Promise<SimulatedCustomer> welcomed = Promise.promise();
    private final Promise<Void> closed = Promise.promise();
    private long asked;
    private long served;
    private int timesServed;
    private String conversation = "";
    private final QueuePositions places = new QueuePositions();
    private int refusals;

    private SimulatedCustomer(WebSocket socket) {
        this.socket = socket;
    }

    static Future<SimulatedCustomer> open(Site site) {
        return site.visitor().compose(site::chat).compose(socket -> new SimulatedCustomer(socket).greet());
    }

    private Future<SimulatedCustomer> greet() {
        socket.textMessageHandler(this::received);
        socket.closeHandler(gone -> {
            welcomed.tryFail("the socket was closed");
            closed.tryFail("the socket was closed");
        });
        socket.writeTextMessage("{\"type\":\"hello\",\"afterSeq\":0}");
        return welcomed.future();
    }

    /** Completes when an agent has served and closed the conversation. */
    Future<Void> askForHuman() {
        asked = System.nanoTime();
        socket.writeTextMessage("{\"type\":\"human\"}");
        return closed.future();
    }

    double waitedMs() {
        return (served - asked) / 1e6;
    }

    boolean isServed() {
        return timesServed > 0;
    }

    int timesServed() {
        return timesServed;
    }

    String conversation() {
        return conversation;
    }

    /** What was told of the place in the queue. */
    QueuePositions places() {
        return places;
    }

    int refusals() {
        return refusals;
    }

    void leave() {
        socket.closeHandler(gone -> {});
        socket.close();
    }

    private void received(String text) {
        if (text.startsWith("{\"type\":\"message\"")) {
            return;
        }
        var frame = new JsonObject(text);
        switch (frame.getString("type")) {
            case "welcome" -> {
                conversation = frame.getJsonObject("conversation").getString("id");
                welcomed.tryComplete(this);
            }
            case "queue" -> places.told(frame.getInteger("position"), frame.getInteger("putAhead"), !isServed());
            case "owner" -> owner(frame.getJsonObject("owner").getString("kind"));
            case "error" -> refusals++;
            default -> {
                // Hints.
            }
        }
    }

    private void owner(String kind) {
        if (kind.equals("agent")) {
            timesServed++;
            served = System.nanoTime();
        } else if (kind.equals("nobody")) {
            closed.tryComplete();
        }
    }
}
