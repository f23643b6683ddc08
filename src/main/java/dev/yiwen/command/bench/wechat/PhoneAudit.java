package dev.yiwen.command.bench.wechat;

import dev.yiwen.command.wechat.platform.Bubble;
import dev.yiwen.command.wechat.platform.Bubble.From;
import dev.yiwen.command.wechat.platform.CustomerPhone;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Compares what customers wrote and saw with what the rows say. */
final class PhoneAudit {
    int lost;
    /** What became of each that was lost. */
    final List<String> losses = new ArrayList<>();

    int repeated;
    int displaced;
    int bubbles;
    int unknown;
    int shownTwice;
    int misplaced;
    int missing;
    int waiting;

    private record Sent(String state, String text) {}

    void add(Connection connection, CustomerPhone phone, List<String> wrote) throws SQLException {
        var said = said(connection, phone.id());
        int found = 0;
        for (var words : wrote) {
            long times = said.stream().filter(words::equals).count();
            if (times == 0) {
                lost++;
                losses.add(words + " of " + phone.id() + ", who is known to have said " + said + "; came: "
                        + came(connection, phone.id()));
            }
            repeated += times > 1 ? (int) times - 1 : 0;
            found += times > 0 ? 1 : 0;
        }
        if (found == wrote.size() && said.size() == wrote.size() && !said.equals(wrote)) {
            displaced++;
        }
        seen(connection, phone);
    }

    /** Each bubble is the next message that was sent; only one of which nobody knows may be passed over. */
    private void seen(Connection connection, CustomerPhone phone) throws SQLException {
        var shown =
                phone.bubbles().stream().filter(it -> it.from() == From.SERVICE).toList();
        bubbles += shown.size();
        var ids = new HashSet<String>();
        shownTwice +=
                (int) shown.stream().map(Bubble::id).filter(it -> !ids.add(it)).count();
        int at = 0;
        boolean inOrder = true;
        for (var row : sent(connection, phone.id())) {
            boolean next = at < shown.size() && shown.get(at).text().equals(row.text());
            switch (row.state()) {
                case "SENT" -> {
                    if (next) {
                        at++;
                    } else if (shown.stream().noneMatch(it -> it.text().equals(row.text()))) {
                        missing++;
                    } else {
                        inOrder = false;
                    }
                }
                case "UNKNOWN" -> {
                    unknown++;
                    at += next ? 1 : 0;
                }
                case "PLANNED" -> waiting++;
                default -> {
                    // Failed: nobody saw it, which the bubbles would tell.
                }
            }
        }
        if (!inOrder) {
            misplaced++;
        } else if (at < shown.size()) {
            shownTwice += shown.size() - at;
        }
    }

    private static List<String> said(Connection connection, String openId) throws SQLException {
        var all = new ArrayList<String>();
        try (var statement = connection.prepareStatement(
                "select m.body ->> 'text' from message m join wechat_leg l on l.conversation_id = m.conversation_id"
                        + " join wechat_contact c on c.id = l.contact_id where c.open_id = ? and m.author = 'customer'"
                        + " order by m.conversation_id, m.seq")) {
            statement.setString(1, openId);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    all.add(rows.getString(1));
                }
            }
        }
        return all;
    }

    private static List<String> came(Connection connection, String openId) throws SQLException {
        var all = new ArrayList<String>();
        try (var statement = connection.prepareStatement("select concat_ws(' ', dedup, tries, 'tries,', case"
                + " when handled_at is null then 'open' else 'done' end, failure) from wechat_inbox where source = ?"
                + " order by id")) {
            statement.setString(1, openId);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    all.add(rows.getString(1));
                }
            }
        }
        return all;
    }

    private static List<Sent> sent(Connection connection, String openId) throws SQLException {
        var all = new ArrayList<Sent>();
        try (var statement = connection.prepareStatement(
                "select o.state, o.text from wechat_outbox o join wechat_contact c on c.id = o.contact_id"
                        + " where c.open_id = ? and o.state <> 'MERGED' and o.form = 'TEXT' order by o.number")) {
            statement.setString(1, openId);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    all.add(new Sent(rows.getString(1), rows.getString(2)));
                }
            }
        }
        return all;
    }
}
