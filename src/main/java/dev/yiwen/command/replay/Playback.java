package dev.yiwen.command.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Plays calls on one line, turn by turn, and shows them as they go. */
record Playback(ReplaySocket line, SpeakingRate pace, Tally tally, PrintStream screen) {

    void play(Recording call, String number, @Nullable String agent) throws InterruptedException {
        var callId = "replay-" + UUID.randomUUID();
        screen.println("☎ " + call.id() + "  " + number);
        if (!ring(callId, number, agent)) {
            return;
        }
        var turn = 0;
        for (var said : call.turns()) {
            Thread.sleep(pace.breath());
            switch (said) {
                case Recording.Turn words -> utter(callId, callId + "-" + turn++, words);
                case Recording.LineEvent event -> {
                    screen.println("  * " + event.fields());
                    command(event.type(), callId, event.fields());
                }
            }
        }
        Thread.sleep(pace.breath());
        command("ended", callId, Map.of());
        screen.println("☎ ended");
    }

    private boolean ring(String callId, String number, @Nullable String agent) throws InterruptedException {
        var who = agent == null ? Map.<String, String>of() : Map.of("agent", agent);
        var facts = new LinkedHashMap<>(who);
        facts.put("number", number);
        var rang = command("ringing", callId, facts);
        if (rang == null) {
            return false;
        }
        tally.called(rang.path("conversationId").asText());
        if (agent != null && !rang.has("agent")) {
            screen.println("  ! " + agent + " is nobody who takes calls; the call waits in the queue");
        }
        if (agent != null) {
            Thread.sleep(pace.breath());
            command("answered", callId, who);
        }
        return true;
    }

    private void utter(String callId, String utteranceId, Recording.Turn said) throws InterruptedException {
        var partials = pace.partials(said.text());
        var spoken = pace.speaking(said.text().codePointCount(0, said.text().length()));
        var step = spoken.dividedBy(partials.size() + 1L);
        for (var partial : partials) {
            Thread.sleep(step);
            line.send(transcript(callId, utteranceId, said.speaker(), partial, false));
        }
        Thread.sleep(step);
        screen.println("  %-8s  %s".formatted(said.speaker().wire(), said.text()));
        tally.uttered();
        var sent = System.nanoTime();
        line.send(transcript(callId, utteranceId, said.speaker(), said.text(), true));
        if (answer(callId) != null) {
            tally.acknowledged(Duration.ofNanos(System.nanoTime() - sent));
        }
    }

    private static Map<String, Object> transcript(
            String callId, String utteranceId, Recording.Speaker speaker, String text, boolean last) {
        var frame = new LinkedHashMap<String, Object>();
        frame.put("type", "transcript");
        frame.put("callId", callId);
        frame.put("utteranceId", utteranceId);
        frame.put("speaker", speaker.wire());
        frame.put("text", text);
        frame.put("final", last);
        frame.put("at", Instant.now().toString());
        return frame;
    }

    private @Nullable JsonNode command(String type, String callId, Map<String, ?> facts) throws InterruptedException {
        var frame = new LinkedHashMap<String, Object>(facts);
        frame.put("type", type);
        frame.put("callId", callId);
        line.send(frame);
        return answer(callId);
    }

    /** The acknowledgement, or null after an error, which is shown and counted; the call goes on. */
    private @Nullable JsonNode answer(String callId) throws InterruptedException {
        while (true) {
            var frame = line.receive();
            if (frame.path("callId").asText(callId).equals(callId)) {
                switch (frame.path("type").asText()) {
                    case "ack" -> {
                        return frame;
                    }
                    case "error" -> {
                        screen.println("  ✗ " + frame.path("code").asText() + ": "
                                + frame.path("detail").asText());
                        tally.refused();
                        return null;
                    }
                    default -> screen.println("  ? " + frame);
                }
            }
        }
    }
}
