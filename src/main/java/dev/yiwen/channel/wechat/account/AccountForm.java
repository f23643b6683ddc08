package dev.yiwen.channel.wechat.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator types. A secret that is left out when an account is changed stays as it is; a new AES key makes the one
 * before the previous one.
 *
 * @param version that was seen; of a new account 0
 * @param ownDesk whether who asks for a person is handed to WeChat's own service desk; not of WeCom
 * @param deskAccount to whom there, as {@code name@account}; of official accounts alone
 */
record AccountForm(
        int version,
        @NotNull WeChatKind kind,
        @NotBlank @Size(max = 60) String name,
        @NotBlank @Pattern(regexp = "[A-Za-z0-9_-]{4,64}") String appId,
        @Nullable @Pattern(regexp = "[A-Za-z0-9_-]{4,64}") String openKfid,
        @Nullable @Size(min = 8, max = 200) String secret,
        @Nullable @Pattern(regexp = "[A-Za-z0-9]{3,32}") String token,
        @Nullable @Pattern(regexp = "[A-Za-z0-9]{43}") String aesKey,
        boolean ownDesk,

        @Nullable @Pattern(regexp = "[A-Za-z0-9_-]{1,60}@[A-Za-z0-9_-]{1,60}") String deskAccount) {

    boolean complete() {
        return secret != null && token != null && (!kind.ofWeCom() || openKfid != null && aesKey != null);
    }
}
