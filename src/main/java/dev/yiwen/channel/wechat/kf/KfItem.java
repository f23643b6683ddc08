package dev.yiwen.channel.wechat.kf;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/** A message or event of {@code sync_msg} (developer.work.weixin.qq.com, path 94670), as JSON. */
public record KfItem(JsonNode json) {
    /** Numbers of {@code origin}. */
    public static final int OF_CUSTOMER = 3;

    public static final int OF_SERVICER = 5;

    public String id() {
        return json.path("msgid").asText("");
    }

    public String kind() {
        return json.path("msgtype").asText("");
    }

    public int origin() {
        return json.path("origin").asInt(0);
    }

    public Instant at() {
        return Instant.ofEpochSecond(json.path("send_time").asLong(0));
    }

    public JsonNode event() {
        return json.path("event");
    }

    /** Of events it stands within them alone. */
    public Optional<String> customer() {
        return text("external_userid")
                .or(() -> Optional.ofNullable(event().path("external_userid").textValue()))
                .filter(it -> !it.isBlank());
    }

    public Optional<String> openKfid() {
        return text("open_kfid")
                .or(() -> Optional.ofNullable(event().path("open_kfid").textValue()))
                .filter(it -> !it.isBlank());
    }

    private Optional<String> text(String field) {
        return Optional.ofNullable(json.path(field).textValue());
    }
}
