package dev.yiwen.command.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.command.argument.ReadablePath;
import dev.yiwen.command.ask.CommandFailure;
import dev.yiwen.command.ask.ServiceAddress;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plays a transcript into the running service as a telephony system would; prints a JSON summary last. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = "Plays a recorded transcript (JSON lines) into the running service as a call.")
public final class Replay implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private ServiceAddress service = new ServiceAddress();

    @Parameters(
            converter = ReadablePath.class,
            paramLabel = "FILE",
            description = "{speaker,text} a line, or {id,turns:[{speaker,text}…]} a line")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--speed", defaultValue = "1", description = "1 as people speak, 10 ten times as fast")
    private double speed;

    @Option(names = "--number", defaultValue = "13800138000", description = "calling number (default ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init")
    private String number;

    @Option(names = "--agent", paramLabel = "LOGIN", description = "who takes the call; without it the queue decides")
    private @Nullable String agent;

    @Option(names = "--session", paramLabel = "K", description = "which call of the file: its id, or its place from 0")
    private @Nullable String session;

    @Option(names = "--all", description = "every call of the file, one after the other")
    private boolean all;

    @Override
    public Integer call() throws InterruptedException {
        if (!(speed > 0)) {
            throw new ParameterException(spec.commandLine(), "--speed must be above 0");
        }
        var token = System.getenv("YIWEN_VOICE_TOKEN");
        if (token == null || token.isBlank()) {
            throw new CommandFailure(
                    "YIWEN_VOICE_TOKEN is not set; it must be the one that the service was started with.");
        }
        var calls = chosen(Recording.readAll(file));
        try (var client = HttpClient.newHttpClient();
                var line = ReplaySocket.open(client, service.base(), "/ws/v1/calls", token)) {
            return play(calls, line);
        }
    }

    private List<Recording> chosen(List<Recording> calls) {
        if (all) {
            return calls;
        }
        if (session == null) {
            return List.of(calls.getFirst());
        }
        for (var call : calls) {
            if (call.id().equals(session)) {
                return List.of(call);
            }
        }
        if (session.matches("\\d{1,9}") && Integer.parseInt(session) < calls.size()) {
            return List.of(calls.get(Integer.parseInt(session)));
        }
        throw new CommandFailure(file + ": no call has the id or place '" + session + "' (" + calls.size() + " calls)");
    }

    private int play(List<Recording> calls, ReplaySocket line) throws InterruptedException {
        var tally = new Tally();
        try {
            for (var call : calls) {
                new Playback(line, new SpeakingRate(speed), tally, System.err).play(call, number, agent);
            }
        } finally {
            print(tally);
        }
        return tally.complete() ? 0 : 1;
    }

    private static void print(Tally tally) {
        try {
            System.out.println(new ObjectMapper().writeValueAsString(tally.summary()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
