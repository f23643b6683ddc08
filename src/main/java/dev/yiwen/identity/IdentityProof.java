package dev.yiwen.identity;

/** Why an identity is believed to be that customer's. The first that joins two of them is the strongest. */
public enum IdentityProof {
    /** The channel itself says who writes; it joins nobody. */
    PLATFORM,
    UNION_ID,
    HOST_TOKEN,
    /** A code that was sent to the number came back. */
    PHONE_CODE,
    /** Somebody of staff says so, and why. */
    AGENT
}
