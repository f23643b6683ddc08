package dev.yiwen.file;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks a ClamAV daemon with its command INSTREAM: chunks with their length before them, an empty one at the end. */
record ClamdScan(String host, int port, Duration timeout) implements FileScan {
    private static final int CHUNK = 64 * 1024;

    static ClamdScan at(String address, Duration timeout) {
        var colon = address.lastIndexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("yiwen.file.clamd: \"" + address + "\" is not host:port");
        }
        return new ClamdScan(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)), timeout);
    }

    @Override
    public boolean isClean(byte[] content) throws IOException {
        var reply = ask(content);
        if (reply.endsWith("FOUND")) {
            return false;
        }
        if (reply.equals("stream: OK")) {
            return true;
        }
        throw new IOException("The scanner answered: " + reply);
    }

    private String ask(byte[] content) throws IOException {
        try (var socket = new Socket()) {
            var millis = (int) timeout.toMillis();
            socket.connect(new InetSocketAddress(host, port), millis);
            socket.setSoTimeout(millis);
            var out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            for (int from = 0; from < content.length; from += CHUNK) {
                var length = Math.min(CHUNK, content.length - from);
                out.writeInt(length);
                out.write(content, from, length);
            }
            out.writeInt(0);
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\0", "")
                    .strip();
        }
    }
}
