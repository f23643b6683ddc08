package dev.yiwen.command.wechat.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The file in a body of {@code multipart/form-data}: the part named {@code media}. */
record UploadedPart(String fileName, String contentType, byte[] bytes) {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
    private static final Pattern FILE_NAME = Pattern.compile("filename=\"?([^\";\r\n]*)\"?");
    private static final Pattern CONTENT_TYPE =
            Pattern.compile("^content-type:\\s*(\\S+)", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final Pattern MEDIA = Pattern.compile("name=\"?media\"?[;\r\n]?");

    static Optional<UploadedPart> of(WireCall call) {
        var boundary = BOUNDARY.matcher(call.contentType());
        if (!boundary.find()) {
            return Optional.empty();
        }
        // One character a byte, so that places in the text are places in the bytes.
        var text = new String(call.body(), StandardCharsets.ISO_8859_1);
        var line = "--" + boundary.group(1);
        for (int start = text.indexOf(line); start >= 0; start = text.indexOf(line, start + line.length())) {
            int head = text.indexOf("\r\n\r\n", start);
            int end = text.indexOf("\r\n" + line, Math.max(start, head));
            if (head < 0 || end < head + 4) {
                continue;
            }
            var headers = text.substring(start, head);
            if (MEDIA.matcher(headers).find()) {
                var name = FILE_NAME.matcher(headers);
                var type = CONTENT_TYPE.matcher(headers);
                return Optional.of(new UploadedPart(
                        name.find()
                                ? new String(
                                        name.group(1).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
                                : "",
                        type.find() ? type.group(1) : "application/octet-stream",
                        Arrays.copyOfRange(call.body(), head + 4, end)));
            }
        }
        return Optional.empty();
    }
}
