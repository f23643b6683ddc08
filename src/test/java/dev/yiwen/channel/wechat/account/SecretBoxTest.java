package dev.yiwen.channel.wechat.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiwen.shared.Ids;
import dev.yiwen.shared.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SecretBoxTest {
    private static final UUID ROW = Ids.next();

    private final SecretBox box = new SecretBox(Optional.of(key(1)));

    @Test
    void gives_back_what_was_sealed_and_shows_none_of_it() {
        var sealed = box.seal(ROW, "secret", "一个AppSecret");

        assertThat(box.open(ROW, "secret", sealed)).contains("一个AppSecret");
        assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("AppSecret");
        assertThat(box.seal(ROW, "secret", "一个AppSecret")).isNotEqualTo(sealed);
    }

    @Test
    void opens_nothing_of_another_row_column_or_key() {
        var sealed = box.seal(ROW, "secret", "s");

        assertThat(box.open(Ids.next(), "secret", sealed)).isEmpty();
        assertThat(box.open(ROW, "token", sealed)).isEmpty();
        assertThat(new SecretBox(Optional.of(key(2))).open(ROW, "secret", sealed))
                .isEmpty();
        assertThat(new SecretBox(Optional.empty()).open(ROW, "secret", sealed)).isEmpty();
    }

    @Test
    void opens_nothing_that_was_changed() {
        var sealed = box.seal(ROW, "secret", "s");
        for (int i = 0; i < sealed.length; i++) {
            var changed = sealed.clone();
            changed[i] ^= 1;

            assertThat(box.open(ROW, "secret", changed)).as("byte %d", i).isEmpty();
        }
    }

    @Test
    void without_a_key_nothing_is_sealed() {
        var none = new SecretBox(Optional.of("  "));

        assertThat(none.usable()).isFalse();
        assertThatThrownBy(() -> none.seal(ROW, "secret", "s"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("YIWEN_WECHAT_KEY");
    }

    @Test
    void a_key_that_is_none_is_said_at_once() {
        assertThatThrownBy(() -> new SecretBox(Optional.of("not a key")))
                .hasMessageContaining("openssl rand -base64 32");
    }

    private static String key(int first) {
        var key = new byte[32];
        key[0] = (byte) first;
        return Base64.getEncoder().encodeToString(key);
    }
}
