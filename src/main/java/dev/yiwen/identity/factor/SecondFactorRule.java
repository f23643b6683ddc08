package dev.yiwen.identity.factor;

import dev.yiwen.identity.IdentityConfig;
import dev.yiwen.identity.IdentityConfig.SecondFactor;
import dev.yiwen.identity.SignedIn;
import jakarta.inject.Singleton;

/** Whether whoever signs in here needs a second factor. */
@Singleton
public final class SecondFactorRule {
    private final SecondFactor rule;

    SecondFactorRule(IdentityConfig config) {
        this.rule = config.secondFactor();
    }

    public boolean required() {
        return rule == SecondFactor.REQUIRED;
    }

    /** Of whom the host application vouches for it asks itself what it wants to know. */
    public boolean isMissing(SignedIn it) {
        return required() && it.session() != null && !it.staff().secondFactor();
    }
}
