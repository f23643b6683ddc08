package dev.yiwen.command.attack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Connections that begin a request and never end it, a letter at a time (slowloris, CWE-400). */
final class HalfOpenRequests implements Probe {
    private static final int SECONDS = 40;
    private static final double OTHERS_WAIT_MS = 2000;

    private final int count;

    HalfOpenRequests(int count) {
        this.count = count;
    }

    @Override
    public String name() {
        return "requests that never end";
    }

    @Override
    public ProbeResult on(Target target) throws IOException, InterruptedException {
        var result = new ProbeResult();
        var open = new ArrayList<Socket>();
        try {
            for (int i = 0; i < count; i++) {
                open.add(begin(target));
            }
            int ended = 0;
            double longest = 0;
            for (int second = 0; second < SECONDS && ended < open.size(); second++) {
                var begun = System.nanoTime();
                result.expect(target.isHealthy(), "the service was not ready in second " + second);
                longest = Math.max(longest, (System.nanoTime() - begun) / 1e6);
                ended = dripped(open);
                Thread.sleep(1000);
                result.figure("endedAfterSeconds", second + 1);
            }
            result.expect(ended == open.size(), open.size() - ended + " of " + open.size() + " were still open");
            result.expect(longest < OTHERS_WAIT_MS, "others waited " + Math.round(longest) + " ms");
            result.figure("halfOpen", open.size());
            result.figure("othersWaitedAtMostMs", Math.round(longest));
        } finally {
            for (var socket : open) {
                socket.close();
            }
        }
        return result;
    }

    private static Socket begin(Target target) throws IOException {
        var socket = new Socket();
        socket.bind(new java.net.InetSocketAddress(InetAddress.getByName("127.0.0.203"), 0));
        socket.connect(
                new java.net.InetSocketAddress(
                        target.base().getHost(), target.base().getPort()),
                10_000);
        socket.setSoTimeout(1);
        try {
            socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\nX-A: ".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // Refused at once: that is a defence, too.
        }
        return socket;
    }

    /** How many the service has ended by now; the others get one more letter. */
    private static int dripped(List<Socket> open) {
        int ended = 0;
        for (var socket : open) {
            try {
                if (socket.isClosed() || socket.getInputStream().read() < 0) {
                    ended++;
                }
            } catch (java.net.SocketTimeoutException e) {
                drip(socket);
            } catch (IOException e) {
                ended++;
            }
        }
        return ended;
    }

    private static void drip(Socket socket) {
        try {
            socket.getOutputStream().write('a');
        } catch (IOException e) {
            // Ended meanwhile; counted in the next round.
        }
    }
}
