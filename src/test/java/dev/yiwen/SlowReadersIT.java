package dev.yiwen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Thousands who open a socket and do not read what is pushed to them. */
class SlowReadersIT {
    private static final int MANY = 2_000;
    /** Each about 12 KB to each of them: 2.9 GB that a server that closed nobody would have to hold. */
    private static final int FRAMES = 120;

    private static final String TITLE = "宽带断了三天".repeat(660);
    private static final long MOST_RESIDENT_KB = 1_500_000;
    private static final CallCentre CENTRE = new CallCentre(Database::connect);

    @Test
    @Timeout(600)
    void two_thousand_who_do_not_read_are_closed_and_the_memory_stays_flat() throws IOException, SQLException {
        try (var yiwen = RunningYiwen.start();
                var connection = Database.connect();
                var reader =
                        TestSocket.open(yiwen.base(), "/ws/v1/tickets", CENTRE.signIn(yiwen.base(), "SUPERVISOR"))) {
            var token = CENTRE.signIn(yiwen.base(), "SUPERVISOR");
            var ticket = ticket(connection);
            var slow = new ArrayList<SocketChannel>();
            for (int i = 0; i < MANY; i++) {
                slow.add(open(yiwen, token));
            }

            // One at a time: who reads has it before the next is sent.
            for (int i = 0; i < FRAMES; i++) {
                warn(connection, ticket);
                assertThat(reader.next("warning").path("title").asText()).hasSizeGreaterThan(3_000);
            }

            for (var socket : slow) {
                readToItsEnd(socket);
                socket.close();
            }
            var resident = mostResident(yiwen);
            System.out.printf("Resident at most: %,d KB%n", resident);
            assertThat(resident).isLessThan(MOST_RESIDENT_KB);
        }
    }

    /** A deadline that the sweep warned of already. */
    private static UUID ticket(Connection connection) throws SQLException {
        var id = UUID.randomUUID();
        try (var statement = connection.prepareStatement("""
                with opened as (
                  insert into ticket (id, kind, title, details) values (?, 'FAULT', ?, '') returning id)
                insert into ticket_step (ticket_id, step, warn_at, due_at, warned_at, overdue_at)
                select id, 'RESTORE', now(), now(), now(), now() from opened
                """)) {
            statement.setObject(1, id);
            statement.setString(2, TITLE);
            statement.executeUpdate();
        }
        return id;
    }

    private static void warn(Connection connection, UUID ticket) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_notify('ticket', ?)")) {
            statement.setString(1, ticket + " OVERDUE RESTORE");
            statement.execute();
        }
    }

    /** With a small window, so that little stands in the kernel. */
    private static SocketChannel open(RunningYiwen yiwen, String token) throws IOException {
        var socket = SocketChannel.open();
        socket.setOption(StandardSocketOptions.SO_RCVBUF, 4096);
        socket.connect(new InetSocketAddress("127.0.0.1", yiwen.port()));
        var request = String.join(
                "\r\n",
                List.of(
                        "GET /ws/v1/tickets HTTP/1.1",
                        "Host: 127.0.0.1:" + yiwen.port(),
                        "Cookie: yiwen_session=" + token,
                        "Connection: Upgrade",
                        "Upgrade: websocket",
                        "Sec-WebSocket-Version: 13",
                        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                        "",
                        ""));
        socket.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
        var status = ByteBuffer.allocate(12);
        while (status.hasRemaining()) {
            assertThat(socket.read(status)).isPositive();
        }
        assertThat(new String(status.array(), StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 101");
        return socket;
    }

    /** What the kernel still has, and then the end; a socket that is open would never come to it. */
    private static void readToItsEnd(SocketChannel socket) {
        var bytes = ByteBuffer.allocate(65_536);
        try {
            while (socket.read(bytes) >= 0) {
                bytes.clear();
            }
        } catch (IOException reset) {
            assertThat(Thread.interrupted()).isFalse();
        }
    }

    private static long mostResident(RunningYiwen yiwen) throws IOException {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(yiwen.pid()), "status"))) {
            return lines.filter(it -> it.startsWith("VmHWM:"))
                    .mapToLong(it -> Long.parseLong(it.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
