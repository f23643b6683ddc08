package dev.yiwen.command.bench.wechat;

import dev.yiwen.command.wechat.WechatSimulator;
import dev.yiwen.command.wechat.platform.ApiFault;
import dev.yiwen.command.wechat.platform.CallbackFault;
import dev.yiwen.command.wechat.platform.CustomerPhone;
import dev.yiwen.command.wechat.platform.PlatformAccount;
import dev.yiwen.command.wechat.platform.PlatformScript.Rule;
import dev.yiwen.command.wechat.platform.PushDelivery;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Customers of all three kinds of account write, 5 % of what the platform pushes comes twice, 5 % of our calls are done and not
 * answered, and one of two instances is killed and started again. Afterwards rows and phones are compared.
 */
public final class KilledInstance {
    /** What a customer writes one after the other; each is told apart from the others. */
    private static final List<String> WORDS = List.of("你好", "谢谢", "你是谁", "你好呀", "在吗", "谢谢你", "您好", "好的谢谢", "早上好", "再见");

    private static final double SHARE = 0.05;
    private static final List<Integer> OURS = List.of(45015, 45047, 95001, 95002);
    private static final Duration STILL = Duration.ofSeconds(10);
    private static final Duration PUSHED_AGAIN = Duration.ofSeconds(30);

    /** Two instances of the service on one database. */
    public interface Pair {
        List<URI> both();

        /** The second, without a word. */
        void kill() throws IOException, InterruptedException;

        /** In the place of the one that was killed. */
        void replace() throws IOException, InterruptedException;

        Connection connect() throws SQLException;

        /** An administrator's. */
        String token();
    }

    /**
     * What came of it.
     *
     * @param sent messages of customers
     * @param undelivered of them, how many the platform gave up, because nobody answered three times
     * @param lost of the others, how many stand in no conversation
     * @param repeated how many stand there twice
     * @param displaced customers whose messages stand in another order than they were pushed in
     * @param bubbles what customers saw
     * @param unknown of what we sent, of which nobody knows whether it arrived
     * @param shownTwice how many bubbles are one message's second
     * @param misplaced customers who read answers in another order than they were planned
     * @param missing messages that WeChat had accepted and nobody saw
     * @param waiting messages that wait until the customer writes
     * @param overQuota refusals with 45015, 45047, 95001, 95002 by code
     * @param unfinished what was still to be done when patience ended
     * @param losses what became of each that was lost
     * @param codes how often each error code was answered
     * @param seconds all of it
     */
    public record Figures(
            int customers,
            int sent,
            int undelivered,
            int lost,
            int repeated,
            int displaced,
            int bubbles,
            int unknown,
            int shownTwice,
            int misplaced,
            int missing,
            int waiting,
            int overQuota,
            long unfinished,
            List<String> losses,
            Map<Integer, Integer> codes,
            double seconds) {

        public boolean sound() {
            return undelivered + lost + repeated + displaced + shownTwice + misplaced + missing + overQuota + unfinished
                    == 0;
        }
    }

    private final WechatSimulator wechat;
    private final Pair pair;

    public KilledInstance(WechatSimulator wechat, Pair pair) {
        this.wechat = wechat;
        this.pair = pair;
    }

    /** @param patience until nothing is sent any more */
    public Figures run(int customers, int messages, Duration patience)
            throws IOException, InterruptedException, SQLException {
        var begun = System.nanoTime();
        try (var balancer = new Balancer(pair.both())) {
            for (var account : List.of(wechat.mp(), wechat.ma(), wechat.kf())) {
                var path = AddedAccounts.add(pair.both().getFirst(), pair.token(), account);
                account.change(it -> it.withCallback(balancer.address().resolve(path)));
            }
            // The other instance hears of them by a signal.
            Thread.sleep(Duration.ofSeconds(2));
            var run = Long.toString(System.nanoTime(), 36);
            var phones = IntStream.range(0, customers)
                    .mapToObj(i -> wechat.phone(
                            switch (i % 3) {
                                case 0 -> wechat.mp();
                                case 1 -> wechat.ma();
                                default -> wechat.kf();
                            },
                            "客户" + i + "-" + run))
                    .toList();
            wechat.script().addCallback(new Rule<>(CallbackFault.DUPLICATE, "*", 0, -1, SHARE));
            for (var call : List.of("/cgi-bin/kf/send_msg", "/cgi-bin/message/custom/send")) {
                wechat.script().add(new Rule<>(ApiFault.DONE_THEN_CUT, call, 0, -1, SHARE));
            }
            for (int round = 0; round < messages; round++) {
                if (round == messages / 3) {
                    pair.kill();
                } else if (round == messages * 2 / 3) {
                    pair.replace();
                }
                for (var phone : phones) {
                    phone.text(words(round));
                }
                // The platform pushes side by side; what overtook another, or was pushed again later, would come in
                // that order.
                wechat.settle();
                awaitTaken();
            }
            awaitStill(phones, patience);
            return figures(phones, messages, begun);
        }
    }

    private static String words(int round) {
        return WORDS.get(round % WORDS.size()) + (round < WORDS.size() ? "" : "。".repeat(round / WORDS.size()));
    }

    /** What was not answered is pushed again after 5 s, three times in all. */
    private void awaitTaken() throws InterruptedException {
        var end = Instant.now().plus(PUSHED_AGAIN);
        while (Instant.now().isBefore(end)
                && wechat.deliveries().stream().anyMatch(it -> it.state() == PushDelivery.State.UNDER_WAY)) {
            Thread.sleep(200);
        }
    }

    /** Nothing new on any phone, and nothing on its way. */
    private void awaitStill(List<CustomerPhone> phones, Duration patience) throws InterruptedException, SQLException {
        var end = Instant.now().plus(patience);
        long before = -1;
        var since = Instant.now();
        while (Instant.now().isBefore(end)) {
            long now = phones.stream().mapToLong(CustomerPhone::shown).sum() * 1_000_000 + pending();
            if (now != before) {
                before = now;
                since = Instant.now();
            } else if (pending() == 0 && since.plus(STILL).isBefore(Instant.now())) {
                return;
            }
            Thread.sleep(500);
        }
    }

    /** Of these accounts alone: others' may stand in the same tables. */
    private long pending() throws SQLException {
        try (var connection = pair.connect();
                var statement = connection.prepareStatement("""
                        with these as (select id from wechat_account where app_id = any(?))
                        select (select count(*) from wechat_inbox where handled_at is null and account_id in (table these))
                          + (select count(*) from wechat_contact where pending and account_id in (table these))
                          + (select count(*) from wechat_outbox o join wechat_contact c on c.id = o.contact_id
                             where o.state = 'SENDING' and c.account_id in (table these))
                        """)) {
            var accounts = Stream.of(wechat.mp(), wechat.ma(), wechat.kf()).map(PlatformAccount::id);
            statement.setArray(1, connection.createArrayOf("text", accounts.toArray()));
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private Figures figures(List<CustomerPhone> phones, int messages, long begun) throws SQLException {
        var audit = new PhoneAudit();
        try (var connection = pair.connect()) {
            for (var phone : phones) {
                audit.add(
                        connection,
                        phone,
                        IntStream.range(0, messages)
                                .mapToObj(KilledInstance::words)
                                .toList());
            }
        }
        var codes = wechat.codes();
        int undelivered = (int) wechat.deliveries().stream()
                .filter(it -> it.state() == PushDelivery.State.GIVEN_UP || it.state() == PushDelivery.State.WRONG)
                .peek(it -> audit.losses.add(it.messageId() + " " + it.state() + " " + it.attempts()))
                .count();
        return new Figures(
                phones.size(),
                phones.size() * messages,
                undelivered,
                audit.lost,
                audit.repeated,
                audit.displaced,
                audit.bubbles,
                audit.unknown,
                audit.shownTwice,
                audit.misplaced,
                audit.missing,
                audit.waiting,
                OURS.stream().mapToInt(it -> codes.getOrDefault(it, 0)).sum(),
                pending(),
                audit.losses,
                codes,
                Math.round((System.nanoTime() - begun) / 1e8) / 10.0);
    }
}
