package dev.yiwen.command.wechat.platform;

import java.time.Instant;
import java.util.Map;

/**
 * What stands on a customer's phone, or was done there.
 *
 * @param id of the message on the platform
 * @param from who said it
 * @param kind text, image, voice, … as the platform names it, or the event
 * @param fields what belongs to it, flat
 */
public record Bubble(String id, Instant at, From from, String kind, Map<String, String> fields) {

    /** Who said it. */
    public enum From {
        CUSTOMER,
        /** By the interface, or in answer to a callback. */
        SERVICE,
        /** A person in the WeCom client. */
        SERVICER,
        /** The platform itself. */
        PLATFORM
    }

    /** The text, empty where there is none. */
    public String text() {
        return fields.getOrDefault("content", "");
    }
}
