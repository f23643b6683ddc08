package dev.yiwen.command.operator;

import dev.yiwen.shared.HomeZone;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The data of an operator that does not exist: the same for the same customer and hour. */
public final class InventedOperator {
    private static final String[] SURNAMES = {"王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴"};
    private static final int TEN = 10;

    private final Clock clock;

    public InventedOperator(Clock clock) {
        this.clock = clock;
    }

    /** Empty for what is not known. */
    Optional<JsonObject> fact(String name, JsonObject input) {
        var customer = input.getString("customer", "");
        var matter = Matter.of(customer);
        var place = input.getString("area", "").isBlank() ? matter : Matter.in(input.getString("area"));
        if (matter == Matter.NOT_KNOWN && !customer.isEmpty() && place == matter) {
            return Optional.empty();
        }
        return switch (name) {
            case "customer" -> Optional.of(record(customer, matter));
            case "bill" -> Optional.of(bill(matter));
            case "data-left" -> Optional.of(data(matter));
            case "line-state" -> Optional.of(line(customer, matter));
            case "stations-near" -> Optional.of(InventedNetwork.stations(place, hour()));
            case "outages-in-area" -> Optional.of(InventedNetwork.outages(place, hour()));
            default -> Optional.empty();
        };
    }

    private JsonObject record(String customer, Matter matter) {
        int seed = seed(customer);
        var years = 1 + seed % TEN;
        var since = today().minusYears(years).minusDays(seed % 300);
        return new JsonObject()
                .put("name", SURNAMES[seed % TEN] + (seed % 2 == 0 ? "女士" : "先生"))
                .put("since", since.toString())
                .put("tariff", matter == Matter.VIP ? "尊享 199 元套餐" : "畅享 89 元套餐")
                .put("area", matter.area())
                .put("installedAt", "%s湖滨路 %d 号 %d 栋".formatted(matter.area(), 1 + seed % 99, 1 + seed % 9))
                .put("marks", marks(matter))
                .put("billIssued", billIssued(matter).toString())
                .put(
                        "products",
                        new JsonArray().add(product("5G 手机套餐", since)).add(product("家庭宽带 500M", since.plusDays(90))))
                .put(
                        "devices",
                        new JsonArray()
                                .add(device("光猫 YQ-G602", since.plusDays(90)))
                                .add(device("路由器 YQ-R30", since.plusDays(90))))
                .put(
                        "repairs",
                        matter == Matter.UNSTABLE_LINE
                                ? new JsonArray()
                                        .add(new JsonObject()
                                                .put("what", "上门检查入户光纤")
                                                .put("state", "scheduled")
                                                .put(
                                                        "at",
                                                        hour().plus(Duration.ofHours(20))
                                                                .toString()))
                                : new JsonArray())
                .put(
                        "promises",
                        matter == Matter.VIP
                                ? new JsonArray()
                                        .add(new JsonObject()
                                                .put("what", "客户经理回电说明国际漫游资费")
                                                .put(
                                                        "until",
                                                        hour().plus(Duration.ofHours(4))
                                                                .toString()))
                                : new JsonArray());
    }

    private static JsonArray marks(Matter matter) {
        return switch (matter) {
            case VIP -> new JsonArray().add("VIP");
            case NEEDS_CARE -> new JsonArray().add("老年客户");
            case BILLED_YESTERDAY,
                    OUTAGE,
                    UNSTABLE_LINE,
                    DATA_USED_UP,
                    NOT_KNOWN,
                    BUSY_STATIONS,
                    STATION_DOWN,
                    NOTHING -> new JsonArray();
        };
    }

    private static JsonObject product(String name, LocalDate since) {
        return new JsonObject()
                .put("product", name)
                .put("since", since.toString())
                .put("state", "active");
    }

    private static JsonObject device(String name, LocalDate since) {
        return new JsonObject().put("device", name).put("since", since.toString());
    }

    private JsonObject bill(Matter matter) {
        boolean higher = matter == Matter.BILLED_YESTERDAY;
        var issued = billIssued(matter);
        return new JsonObject()
                .put("month", issued.minusMonths(1).toString().substring(0, 7))
                .put("issued", issued.toString())
                .put("due", issued.plusDays(20).toString())
                .put("total", higher ? 131.5 : 89.0)
                .put("before", 89.0)
                .put("state", higher ? "unpaid" : "paid")
                .put(
                        "items",
                        new JsonArray()
                                .add(item("套餐月费", 89.0))
                                .add(item("套餐外流量", higher ? 30.0 : 0.0))
                                .add(item("增值业务：视频会员", higher ? 12.5 : 0.0)));
    }

    private static JsonObject item(String name, double amount) {
        return new JsonObject().put("item", name).put("amount", amount);
    }

    private JsonObject data(Matter matter) {
        boolean gone = matter == Matter.DATA_USED_UP;
        return new JsonObject()
                .put("tariff", "畅享 89 元套餐")
                .put("total", 40)
                .put("used", gone ? 40.0 : 21.6)
                .put("left", gone ? 0.0 : 18.4)
                .put("state", gone ? "throttled" : "enough")
                .put("resets", today().withDayOfMonth(1).plusMonths(1).toString());
    }

    private JsonObject line(String customer, Matter matter) {
        var line = new JsonObject().put("line", "家庭宽带 500M（尾号 %04d）".formatted(seed(customer) % 10_000));
        return switch (matter) {
            case OUTAGE ->
                line.put("state", "down")
                        .put("since", hour().minus(Duration.ofHours(2)).toString())
                        .put("power", -40.0)
                        .put("lights", "LOS 红灯")
                        .put("advice", "片区光缆故障，正在抢修，请不要派单上门。");
            case UNSTABLE_LINE ->
                line.put("state", "unstable")
                        .put("since", hour().minus(Duration.ofHours(26)).toString())
                        .put("power", -27.8)
                        .put("lights", "LOS 闪烁")
                        .put("advice", "光功率偏低：请客户检查光纤接头有没有弯折、松动；已预约上门检查。");
            case BILLED_YESTERDAY, DATA_USED_UP, VIP, NEEDS_CARE, NOT_KNOWN, BUSY_STATIONS, STATION_DOWN, NOTHING ->
                line.put("state", "up")
                        .put("since", hour().minus(Duration.ofDays(6)).toString())
                        .put("power", -19.2)
                        .put("lights", "正常");
        };
    }

    private LocalDate billIssued(Matter matter) {
        return today().minusDays(matter == Matter.BILLED_YESTERDAY ? 1 : 17);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(HomeZone.id()));
    }

    private Instant hour() {
        return clock.instant().truncatedTo(ChronoUnit.HOURS);
    }

    private static int seed(String customer) {
        return Math.floorMod(customer.hashCode() * 31 + 17, 1_000_003);
    }
}
