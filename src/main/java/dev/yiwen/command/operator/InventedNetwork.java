package dev.yiwen.command.operator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Base stations and outages of invented areas. */
final class InventedNetwork {
    private InventedNetwork() {}

    static JsonObject stations(Matter place, Instant now) {
        var area = place.area();
        var stations = new JsonArray()
                .add(station(area + "一号站", "5G", 320, first(place), until(place, now)))
                .add(station(area + "二号站", "5G", 780, place == Matter.BUSY_STATIONS ? "busy" : "normal", null))
                .add(station(area + "三号站", "4G", 410, "normal", null));
        var found = new JsonObject().put("area", area).put("stations", stations);
        return switch (place) {
            case OUTAGE, STATION_DOWN -> found.put("advice", "最近的 5G 站中断，正在抢修；恢复前请客户改用 4G，网速会慢一些。");
            case BUSY_STATIONS -> found.put("advice", "5G 站拥塞，多在晚高峰；请客户改用 4G，或换个时间再试。");
            case BILLED_YESTERDAY, UNSTABLE_LINE, DATA_USED_UP, VIP, NEEDS_CARE, NOT_KNOWN, NOTHING -> found;
        };
    }

    static JsonObject outages(Matter place, Instant now) {
        var outages = new JsonArray();
        if (place == Matter.OUTAGE) {
            outages.add(outage("光缆中断，宽带和 5G 受影响", now.minus(Duration.ofHours(2)), now.plus(Duration.ofHours(3))));
        } else if (place == Matter.STATION_DOWN) {
            outages.add(outage("西山一号基站断电", now.minus(Duration.ofHours(1)), now.plus(Duration.ofHours(2))));
        }
        var found = new JsonObject().put("area", place.area()).put("outages", outages);
        return outages.isEmpty() ? found : found.put("advice", "请告诉客户预计恢复的时间；不必派单上门。");
    }

    private static String first(Matter place) {
        return switch (place) {
            case OUTAGE, STATION_DOWN -> "down";
            case BUSY_STATIONS -> "busy";
            case BILLED_YESTERDAY, UNSTABLE_LINE, DATA_USED_UP, VIP, NEEDS_CARE, NOT_KNOWN, NOTHING -> "normal";
        };
    }

    private static @Nullable Instant until(Matter place, Instant now) {
        return switch (place) {
            case OUTAGE -> now.plus(Duration.ofHours(3));
            case STATION_DOWN -> now.plus(Duration.ofHours(2));
            case BUSY_STATIONS, BILLED_YESTERDAY, UNSTABLE_LINE, DATA_USED_UP, VIP, NEEDS_CARE, NOT_KNOWN, NOTHING ->
                null;
        };
    }

    private static JsonObject station(String name, String network, int metres, String state, @Nullable Instant until) {
        var station = new JsonObject()
                .put("station", name)
                .put("network", network)
                .put("distance", metres)
                .put("state", state);
        return until == null ? station : station.put("until", until.toString());
    }

    private static JsonObject outage(String what, Instant since, Instant until) {
        return new JsonObject()
                .put("what", what)
                .put("state", "fixing")
                .put("since", since.toString())
                .put("until", until.toString());
    }
}
