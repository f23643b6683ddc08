package dev.yiwen.knowledge.golden;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stored golden question, to be asked.
 *
 * @param asked named by {@code id}
 * @param day on which it is asked; null: today
 */
record SettledQuestion(UUID id, GoldenCase asked, @Nullable LocalDate day) {}
