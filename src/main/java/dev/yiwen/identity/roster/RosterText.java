package dev.yiwen.identity.roster;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The text of a file as spreadsheets write it: UTF-8 with or without a mark, or what Chinese Windows takes for granted. */
final class RosterText {
    /** GBK and what came after it. */
    private static final Charset CHINESE = Charset.forName("GB18030");

    private static final String MARK = "\uFEFF";

    private RosterText() {}

    /** Empty for what is neither. */
    static Optional<String> of(byte[] file) {
        return decoded(file, StandardCharsets.UTF_8)
                .or(() -> decoded(file, CHINESE))
                .map(it -> it.startsWith(MARK) ? it.substring(1) : it)
                .filter(it -> it.indexOf('\0') < 0);
    }

    private static Optional<String> decoded(byte[] file, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(file)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
