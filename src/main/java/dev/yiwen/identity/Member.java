package dev.yiwen.identity;

import org.jspecify.annotations.Nullable;

/** A customer as the host application names them. */
record Member(String externalId, @Nullable String name, int tier) {}
