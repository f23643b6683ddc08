package dev.yiwen.identity.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordStrengthTest {
    @SuppressWarnings("NullAway") // Judging itself needs no worker.
    private final PasswordStrength strength = new PasswordStrength(null, new BreachedPasswords(Optional.empty()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1234567890",
                "qwertyuiop",
                "aaaaaaaaaaaa",
                "password123",
                "P@ssw0rd123",
                "admin12345",
                "Yiwen2026!",
                "yiwen123456",
                "zhang.wei2026",
                "ZhangWei88!",
                "woaini1314",
                "19900101abc",
                "abcabcabcabc",
                "kefu123456",
                "short"
            })
    void finds_what_is_easy_to_guess(String password) {
        assertThat(strength.measured(password, "zhang.wei", "张伟").enough()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery", "tr7!kPw0qZm3", "青石板路窗外有竹影摇", "three purple teapots sing"})
    void takes_what_is_not(String password) {
        assertThat(strength.measured(password, "zhang.wei", "张伟").enough()).isTrue();
    }

    @Test
    void counts_bytes_where_bytes_count() {
        var chinese = "青石板路窗外有竹影摇曳风起时檐下铃声远去又归来"; // 23 characters

        assertThat(strength.measured(chinese, "zhang.wei", "张伟").bytes()).isEqualTo(69);
        assertThat(strength.measured(chinese, "zhang.wei", "张伟").enough()).isTrue();
        assertThat(strength.measured(chinese + "一杯茶", "zhang.wei", "张伟").enough())
                .isFalse();
    }

    @Test
    void says_that_little_is_left_beside_ones_own_words() {
        assertThat(strength.measured("Zhang.Wei#2026kefu!x", "zhang.wei", "张伟").hints())
                .contains("own.warning");
    }

    @Test
    void says_by_keys_what_would_help() {
        assertThat(strength.measured("abcdefghijkl", "zhang.wei", "张伟").hints())
                .contains("sequence.warning.likeABCor6543")
                .allSatisfy(hint -> assertThat(hint).matches("[a-z]+\\.(warning|suggestions)\\.[\\w.]+"));
    }
}
