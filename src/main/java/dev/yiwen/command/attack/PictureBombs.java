package dev.yiwen.command.attack;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Pictures that are small on the way and huge in memory. */
final class PictureBombs implements Probe {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};

    @Override
    public String name() {
        return "pictures that explode";
    }

    @Override
    public ProbeResult on(Target target) throws IOException, InterruptedException {
        var result = new ProbeResult();
        for (var bomb : bombs().entrySet()) {
            try (var visitor = ChatVisitor.of(target)) {
                // Files go to people.
                visitor.ask("转人工");
                var answer = target.send(target.request(
                                "/api/v1/chat/" + visitor.conversation() + "/files?name=bomb.png&clientMessageId=bomb")
                        .header("Authorization", "Bearer " + visitor.token())
                        .header("Content-Type", "application/octet-stream")
                        .POST(BodyPublishers.ofByteArray(bomb.getValue()))
                        .build());
                // With harmless pixels it may be taken, without what exploded.
                result.expect(
                        List.of(200, 413, 415).contains(answer.statusCode()),
                        bomb.getKey() + " gave " + answer.statusCode());
            }
            result.expect(target.isHealthy(), "the service is not ready after " + bomb.getKey());
        }
        return result;
    }

    private static Map<String, byte[]> bombs() throws IOException {
        var bombs = new LinkedHashMap<String, byte[]>();
        bombs.put("240 compressed texts", png(1, 1, 240));
        bombs.put("30,000 × 30,000 pixels", png(30_000, 30_000, 0));
        bombs.put("a side of two billion pixels", png(Integer.MAX_VALUE, 1, 0));
        return bombs;
    }

    private static byte[] png(int width, int height, int texts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write(SIGNATURE);
        var head = new ByteArrayOutputStream();
        var data = new DataOutputStream(head);
        data.writeInt(width);
        data.writeInt(height);
        data.write(new byte[] {8, 2, 0, 0, 0});
        chunk(bytes, "IHDR", head.toByteArray());
        var text = new ByteArrayOutputStream();
        text.write("Comment\0\1\0\0\0".getBytes(StandardCharsets.ISO_8859_1));
        text.write(deflated(36_000_000));
        for (int i = 0; i < texts; i++) {
            chunk(bytes, "iTXt", text.toByteArray());
        }
        chunk(bytes, "IDAT", deflated(1_000_000));
        chunk(bytes, "IEND", new byte[0]);
        return bytes.toByteArray();
    }

    private static byte[] deflated(int zeros) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setInput(new byte[zeros]);
        deflater.finish();
        var out = new ByteArrayOutputStream();
        var buffer = new byte[8192];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    /** Length, type, data and checksum (PNG specification, 5.3). */
    private static void chunk(ByteArrayOutputStream out, String type, byte[] content) throws IOException {
        var name = type.getBytes(StandardCharsets.US_ASCII);
        var checksum = new CRC32();
        checksum.update(name);
        checksum.update(content);
        var data = new DataOutputStream(out);
        data.writeInt(content.length);
        data.write(name);
        data.write(content);
        data.writeInt((int) checksum.getValue());
    }
}
