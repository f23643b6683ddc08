package dev.yiwen.identity.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BreachedPasswordsTest {
    private static final String STRONG = "correct horse battery";
    /** Of "three purple teapots sing". */
    private static final String HASHED = "E0BC3AEFA531B19492448AA856F05E2B2BD25927";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void a_strong_password_that_is_out_is_refused_as_text_or_as_a_hash() throws IOException {
        var strength = strength(STRONG + "\r\n\n" + HASHED + ":37\n");

        for (var out : new String[] {STRONG, "three purple teapots sing"}) {
            var judgement = strength.measured(out, "zhang.wei", "张伟");
            assertThat(judgement.enough()).isFalse();
            assertThat(judgement.hints()).containsExactly("breached.warning");
        }
        assertThat(strength.measured("four purple teapots sing", "zhang.wei", "张伟")
                        .enough())
                .isTrue();
    }

    @Test
    void a_file_that_is_not_there_or_no_text_is_said_with_the_setting() throws IOException {
        var none = new BreachedPasswords(Optional.of(folder.resolve("none.txt")));
        assertThatThrownBy(none::load).hasMessageContainingAll("YIWEN_BREACHED_PASSWORDS", "none.txt");
        var chinese = Files.write(folder.resolve("gbk.txt"), "密码本\n".getBytes(Charset.forName("GBK")));

        assertThatThrownBy(new BreachedPasswords(Optional.of(chinese))::load)
                .hasMessageContainingAll("YIWEN_BREACHED_PASSWORDS", "UTF-8");
    }

    private PasswordStrength strength(String list) throws IOException {
        var breached = new BreachedPasswords(Optional.of(Files.writeString(folder.resolve("list.txt"), list)));
        breached.load();
        @SuppressWarnings("NullAway") // Judging itself needs no worker.
        var strength = new PasswordStrength(null, breached);
        return strength;
    }
}
