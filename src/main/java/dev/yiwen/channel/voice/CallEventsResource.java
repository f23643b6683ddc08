package dev.yiwen.channel.voice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/** The same events as over the socket, for telephony systems that have webhooks only. */
@Path("/api/v1/calls/{callId}/events")
@TelephonyOnly
@PermitAll
final class CallEventsResource {
    private static final int MOST = 500;
    /** Webhooks are sent side by side: what overtook the ringing waits for it. */
    private static final Duration POLL = Duration.ofMillis(100);

    private static final int POLLS = 20;

    private final Switchboard switchboard;
    private final CallTable table;
    private final ObjectMapper json;

    CallEventsResource(Switchboard switchboard, CallTable table, ObjectMapper json) {
        this.switchboard = switchboard;
        this.table = table;
        this.json = json;
    }

    /** @param results one for each event, in the order in which the events were sent */
    record Results(List<CallAnswer> results) {
        Results {
            results = List.copyOf(results);
        }
    }

    private record Sent(int place, JsonNode event) {
        boolean isRinging() {
            return event.path("type").asText().equals("ringing");
        }
    }

    private record Taken(int place, CallAnswer answer) {}

    /** One bad event costs its own result only. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Results> report(
            String callId,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(type = SchemaType.ARRAY, implementation = Object.class)))
                    String body) {
        var call = CallFields.id(callId);
        var events = events(body);
        return (events.stream().anyMatch(Sent::isRinging) ? Uni.createFrom().voidItem() : awaitRinging(call))
                .chain(() -> Multi.createFrom()
                        .iterable(events)
                        .onItem()
                        .transformToUniAndConcatenate(it -> take(it, call))
                        .collect()
                        .asList())
                .map(taken -> new Results(taken.stream()
                        .sorted(Comparator.comparingInt(Taken::place))
                        .map(Taken::answer)
                        .toList()));
    }

    private Uni<Taken> take(Sent it, String callId) {
        return Uni.createFrom()
                .deferred(() -> switchboard.take(CallEventReader.read(it.event(), callId)))
                .onFailure()
                .recoverWithItem(failure -> CallAnswer.refusal(failure, callId))
                .map(answer -> new Taken(it.place(), answer));
    }

    /** For two seconds; then each event says itself that there is no such call. */
    private Uni<Void> awaitRinging(String callId) {
        return Uni.createFrom()
                .deferred(() -> table.conversationOf(callId))
                .onFailure(Problem.class)
                .retry()
                .withBackOff(POLL, POLL)
                .atMost(POLLS)
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    /** The ringing comes first, wherever it stands. */
    private List<Sent> events(String body) {
        JsonNode sent;
        try {
            sent = json.readTree(body);
        } catch (JsonProcessingException e) {
            throw new Problem(Problem.Kind.INVALID, "The body is not JSON that can be read.");
        }
        if (sent == null || !sent.isArray()) {
            throw new Problem(Problem.Kind.INVALID, "The body must be an array of events.");
        }
        if (sent.size() > MOST) {
            throw new Problem(Problem.Kind.TOO_LARGE, "One request takes at most " + MOST + " events.");
        }
        return IntStream.range(0, sent.size())
                .mapToObj(i -> new Sent(i, sent.get(i)))
                .sorted(Comparator.comparing(it -> !it.isRinging()))
                .toList();
    }
}
