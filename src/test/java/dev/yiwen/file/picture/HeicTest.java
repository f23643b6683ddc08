package dev.yiwen.file.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiwen.shared.Problem;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeicTest {
    private static final String DOTS = "these are the dots";

    @Test
    void notes_become_zeros_and_the_dots_stay_where_they_are() {
        var taken = heic(Snapshots.SECRET.length() * 3);

        var bare = Heic.bare(taken);

        assertThat(latin(taken)).contains(latin(Snapshots.utf8(Snapshots.SECRET)));
        assertThat(latin(bare))
                .doesNotContain(latin(Snapshots.utf8(Snapshots.SECRET)))
                .contains(DOTS);
        assertThat(bare).hasSameSizeAs(taken);
        assertThat(latin(bare).indexOf(DOTS)).isEqualTo(latin(taken).indexOf(DOTS));
        assertThat(Heic.bare(bare)).isEqualTo(bare);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 60, 100, 130})
    void one_that_breaks_off_is_refused(int length) {
        refused(Arrays.copyOf(heic(15), length));
    }

    @Test
    void notes_that_lie_about_their_place_are_refused() {
        refused(heic(1_000_000_000));
        refused(heic(-1));
    }

    private static void refused(byte[] picture) {
        assertThatThrownBy(() -> Heic.bare(picture))
                .isInstanceOfSatisfying(
                        Problem.class, it -> assertThat(it.kind()).isEqualTo(Problem.Kind.FILE_DAMAGED));
    }

    /** Two items: the picture, and notes of that length. */
    private static byte[] heic(int length) {
        var head = box("ftyp", "heic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1));
        int places = 4 + 4 + 2 * (2 + 2 + 2 + 2 + 8);
        int data = head.length + 12 + (8 + 6 + 2 * 21) + (8 + places) + 8;
        var items = box(
                "iinf",
                ByteBuffer.allocate(6 + 2 * 21)
                        .putInt(0)
                        .putShort((short) 2)
                        .put(item(1, "hvc1"))
                        .put(item(2, "Exif"))
                        .array());
        var located = ByteBuffer.allocate(places)
                .putInt(1 << 24)
                .putShort((short) 0x4400)
                .putShort((short) 2);
        place(located, 1, data, DOTS.length());
        place(located, 2, data + DOTS.length(), length);
        var meta = ByteBuffer.allocate(4 + items.length + 8 + places)
                .putInt(0)
                .put(items)
                .put(box("iloc", located.array()));
        var content = new ByteArrayOutputStream();
        content.writeBytes(DOTS.getBytes(StandardCharsets.ISO_8859_1));
        content.writeBytes(Snapshots.utf8(Snapshots.SECRET));
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(head);
        whole.writeBytes(box("meta", meta.array()));
        whole.writeBytes(box("mdat", content.toByteArray()));
        return whole.toByteArray();
    }

    private static byte[] item(int id, String type) {
        return box(
                "infe",
                ByteBuffer.allocate(13)
                        .putInt(2 << 24)
                        .putShort((short) id)
                        .putShort((short) 0)
                        .put(type.getBytes(StandardCharsets.ISO_8859_1))
                        .put((byte) 0)
                        .array());
    }

    private static void place(ByteBuffer located, int id, int offset, int length) {
        located.putShort((short) id).putShort((short) 0).putShort((short) 0).putShort((short) 1);
        located.putInt(offset).putInt(length);
    }

    private static byte[] box(String name, byte[] content) {
        return ByteBuffer.allocate(8 + content.length)
                .putInt(8 + content.length)
                .put(name.getBytes(StandardCharsets.ISO_8859_1))
                .put(content)
                .array();
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
