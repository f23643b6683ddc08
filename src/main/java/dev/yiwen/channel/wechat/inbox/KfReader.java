package dev.yiwen.channel.wechat.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.yiwen.channel.wechat.kf.KfItem;
import dev.yiwen.channel.wechat.kf.ServiceState;
import dev.yiwen.channel.wechat.outbox.SatisfactionMenu;
import dev.yiwen.channel.wechat.quota.Trigger;
import dev.yiwen.shared.Messages;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what was fetched of WeCom's customer service. */
final class KfReader {
    private final Messages messages;

    KfReader(Messages messages) {
        this.messages = messages;
    }

    Arrived read(KfItem it) {
        if (it.kind().equals("event")) {
            return event(it.event());
        }
        if (it.origin() == KfItem.OF_SERVICER) {
            return new Arrived.SaidByServicer(it.json().path("servicer_userid").asText(""), words(it));
        }
        var body = it.json().path(it.kind());
        return switch (it.kind()) {
            case "text" -> said(body);
            case "image" -> file(it, "wechat.said.picture", "jpg");
            case "voice" -> file(it, "wechat.said.voice", "amr");
            case "video" -> file(it, "wechat.said.video", "mp4");
            case "file" -> file(it, "wechat.said.file", "bin");
            default -> new Arrived.Described(words(it));
        };
    }

    private static Arrived said(JsonNode body) {
        var words = body.path("content").asText("");
        return SatisfactionMenu.tapped(body.path("menu_id").asText(""))
                .<Arrived>map(it -> new Arrived.Rated(it.conversation(), it.score(), words))
                .orElseGet(() -> new Arrived.Said(words, Trigger.MESSAGE));
    }

    private Arrived event(JsonNode event) {
        var kind = event.path("event_type").asText("");
        return switch (kind) {
            case "enter_session" ->
                new Arrived.CameIn(from(event), text(event, "welcome_code"), null, text(event, "welcome_code") != null);
            case "msg_send_fail" ->
                new Arrived.NotDelivered(
                        event.path("fail_msgid").asText(""),
                        event.path("fail_type").asInt(0));
            case "session_status_change" -> {
                var state = state(event);
                yield new Arrived.ServedBy(
                        state, state instanceof ServiceState.Closed ? text(event, "msg_code") : null);
            }
            default -> new Arrived.Aside(kind);
        };
    }

    /** {@code change_type}: 1 from the pool to a person, 2 to another person, 3 ended, 4 begun anew by a person. */
    private static ServiceState state(JsonNode event) {
        return event.path("change_type").asInt(0) == 3
                ? new ServiceState.Closed()
                : new ServiceState.WithServicer(text(event, "new_servicer_userid"));
    }

    private static @Nullable String from(JsonNode event) {
        var parameter = text(event, "scene_param");
        return parameter == null ? text(event, "scene") : parameter;
    }

    private Arrived file(KfItem it, String name, String extension) {
        var id = text(it.json().path(it.kind()), "media_id");
        return id == null
                ? new Arrived.Described(words(it))
                : new Arrived.SentFile(id, messages.text(name) + "." + extension);
    }

    private String words(KfItem it) {
        var body = it.json().path(it.kind());
        return switch (it.kind()) {
            case "text" -> body.path("content").asText("");
            case "location" ->
                said(
                        "location",
                        Map.of(
                                "name",
                                (body.path("name").asText("") + " "
                                                + body.path("address").asText(""))
                                        .strip(),
                                "x",
                                body.path("latitude").asText(""),
                                "y",
                                body.path("longitude").asText("")));
            case "link" ->
                said(
                        "link",
                        Map.of(
                                "title",
                                body.path("title").asText(""),
                                "about",
                                body.path("desc").asText(""),
                                "url",
                                body.path("url").asText("")));
            case "miniprogram" ->
                said(
                        "card",
                        Map.of(
                                "title",
                                body.path("title").asText(""),
                                "page",
                                body.path("pagepath").asText("")));
            default -> said("unknown", Map.of("kind", it.kind(), "words", TellingFields.of(body)));
        };
    }

    private String said(String what, Map<String, String> facts) {
        return messages.text("wechat.said." + what, facts).strip();
    }

    private static @Nullable String text(JsonNode node, String field) {
        var text = node.path(field).asText("");
        return text.isBlank() ? null : text;
    }
}
