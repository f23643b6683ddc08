package dev.yiwen.channel.wechat.platform;

import dev.yiwen.identity.Right;
import dev.yiwen.shared.ResourceLines;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** WeChat's error codes in words, with what to do: {@code channel/wechat-errors.tsv}, one a line. */
@Path("/api/v1/wechat/errors")
@RolesAllowed({Right.Names.ANSWER, Right.Names.READ_ALL, Right.Names.INTEGRATIONS})
final class Doctor {
    private static final List<Diagnosis> ALL = ResourceLines.of("channel/wechat-errors.tsv").stream()
            .map(Doctor::diagnosis)
            .toList();

    /** @param said what happened; {@code remedy} what to do about it */
    record Words(String said, String remedy) {}

    /** @param code of WeChat, or a word of ours for what WeChat did not answer */
    record Diagnosis(String code, Words chinese, Words english) {}

    /** All that is known; the pages find theirs. */
    @GET
    public List<Diagnosis> all() {
        return ALL;
    }

    private static Diagnosis diagnosis(String line) {
        var parts = line.split("\\t+");
        return new Diagnosis(parts[0], new Words(parts[1], parts[2]), new Words(parts[3], parts[4]));
    }
}
