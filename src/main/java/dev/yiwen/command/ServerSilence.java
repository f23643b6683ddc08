package dev.yiwen.command;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.regex.Pattern;

/** Whether a port takes connections and says nothing, as a firewall or another program does. */
final class ServerSilence {
    /** The first message of a client that would like TLS; every PostgreSQL answers with a letter (its protocol, 54.7). */
    private static final byte[] SSL_REQUEST = {0, 0, 0, 8, 4, (byte) 210, 22, 47};

    private static final Pattern ONE_SERVER = Pattern.compile("(\\[[^]]+]|[^/:,\\[]+)(?::(\\d{1,5}))?/.*");

    private ServerSilence() {}

    /** False also when there is no such server: why, its client says. */
    static boolean at(DatabaseSettings settings, Duration patience) {
        var server = ONE_SERVER.matcher(settings.place());
        if (!server.matches()) {
            return false;
        }
        var port = server.group(2) == null ? 5432 : Integer.parseInt(server.group(2));
        int millis = Math.toIntExact(patience.toMillis());
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(server.group(1).replaceAll("[\\[\\]]", ""), port), millis);
            socket.setSoTimeout(millis);
            socket.getOutputStream().write(SSL_REQUEST);
            socket.getInputStream().read();
            return false;
        } catch (SocketTimeoutException e) {
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
