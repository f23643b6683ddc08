package dev.yiwen.identity.token;

import dev.yiwen.identity.CustomerId;
import java.time.Instant;

/** What a customer's token says, ours or the host application's. */
public record CustomerToken(CustomerId customer, Instant endsAt) {}
