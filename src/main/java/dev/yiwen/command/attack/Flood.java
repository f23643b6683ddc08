package dev.yiwen.command.attack;

import dev.yiwen.command.bench.SimulatedChat;
import dev.yiwen.command.bench.Site;
import io.vertx.core.Future;
import io.vertx.core.http.WebSocket;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** One visitor floods the bot with long questions over several sockets, while another asks as people do. */
public final class Flood {
    private static final int LETTER = 1_900;
    private static final List<String> WARM_UP = List.of("你们有哪些业务", "宽带多少钱一个月", "怎么办理新号码");
    private static final List<String> PARTS = List.of(
            "我家的宽带昨天晚上又断了",
            "师傅来过两次",
            "账单上多了一笔不认识的费用",
            "换套餐要不要违约金",
            "副卡怎么取消",
            "流量用得特别快",
            "漫游在国外怎么收钱",
            "补卡要带什么证件",
            "发票能不能开电子的",
            "合约还有多久到期",
            "携号转网要什么条件",
            "我的号码被停机了");

    /**
     * @param sent messages of the flood
     * @param refused of them, at once
     * @param answered of them, by the bot, until the end
     * @param asked questions of the other visitor
     * @param p50Ms until the other visitor had an answer
     */
    public record Figures(int sent, int refused, int answered, int asked, double p50Ms, double p95Ms) {}

    private final Site site;
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();

    public Flood(Site site) {
        this.site = site;
    }

    /**
     * Blocks until the other visitor has asked each question once, the flood being sent in parts before each.
     *
     * @param sockets of the one visitor who floods
     * @param messages in all, shared out to them
     */
    public Figures run(int sockets, int messages, List<String> questions) {
        String token = get(site.visitor());
        var open = new ArrayList<WebSocket>();
        for (int i = 0; i < sockets; i++) {
            open.add(get(site.chat(token).compose(this::greeted)));
        }
        SimulatedChat other = get(SimulatedChat.open(site));
        // Of a service that has just started the first answers are slow, flood or not.
        WARM_UP.forEach(question -> get(other.ask(question)));
        var random = new Random(9);
        double[] taken = new double[questions.size()];
        int sent = 0;
        for (int i = 0; i < questions.size(); i++) {
            for (; sent < messages * (i + 1) / questions.size(); sent++) {
                send(open.get(sent % sockets), sent, letter(random));
            }
            taken[i] = get(other.ask(questions.get(i))).answeredMs();
        }
        Arrays.sort(taken);
        open.forEach(WebSocket::close);
        other.close();
        return new Figures(sent, refused.get(), answered.get(), taken.length, at(taken, 0.5), at(taken, 0.95));
    }

    private Future<WebSocket> greeted(WebSocket socket) {
        socket.textMessageHandler(frame -> {
            if (frame.startsWith("{\"type\":\"error\"")) {
                refused.incrementAndGet();
            } else if (frame.contains("\"author\":{\"kind\":\"bot\"")) {
                answered.incrementAndGet();
            }
        });
        return socket.writeTextMessage("{\"type\":\"hello\",\"afterSeq\":0}").map(socket);
    }

    private static void send(WebSocket socket, int number, String text) {
        var frame = JsonObject.of("type", "send", "clientMessageId", "flood-" + number, "text", text);
        socket.writeTextMessage(frame.encode());
    }

    /** Another one each time: what was looked up before costs nothing. */
    private static String letter(Random random) {
        var letter = new StringBuilder();
        while (letter.length() < LETTER) {
            letter.append(PARTS.get(random.nextInt(PARTS.size())))
                    .append(random.nextInt(10_000))
                    .append(random.nextBoolean() ? "，" : "怎么办？");
        }
        return letter.toString();
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
    }

    private static <T> T get(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
