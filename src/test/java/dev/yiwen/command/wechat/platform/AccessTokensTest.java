package dev.yiwen.command.wechat.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiwen.command.wechat.platform.PlatformAccount.Kind;
import dev.yiwen.command.wechat.push.PushForm;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How often a stable token may be asked for, which is too often for a test over HTTP. */
class AccessTokensTest {
    private static final int A_MINUTE = 10_000;
    private static final int A_DAY = 500_000;

    private final AccessTokens tokens = new AccessTokens(new SeededDraws(1));
    private final PlatformAccount account = new PlatformAccount(
            Kind.MP,
            "wx1",
            "gh_1",
            new AccountSettings(
                    "", "", "", "", null, new PushForm(PushForm.Format.XML, PushForm.Mode.SAFE), 5, Set.of()));
    private Instant now = Instant.parse("2026-05-06T02:00:00Z");

    @Test
    void ten_thousand_a_minute() {
        for (int i = 0; i < A_MINUTE; i++) {
            tokens.stable(account, false, now);
        }

        assertThatThrownBy(() -> tokens.stable(account, false, now)).hasMessage(PlatformError.MINUTE_LIMIT.message());
        assertThat(tokens.stable(account, false, now.plusSeconds(60)).token()).isNotEmpty();
    }

    @Test
    void five_hundred_thousand_a_day() {
        for (int i = 0; i < A_DAY; i++) {
            if (i % A_MINUTE == 0) {
                now = now.plusSeconds(60);
            }
            tokens.stable(account, false, now);
        }
        now = now.plusSeconds(60);

        assertThatThrownBy(() -> tokens.stable(account, false, now)).hasMessage(PlatformError.DAILY_LIMIT.message());
    }
}
