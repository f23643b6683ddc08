package dev.yiwen.handoff.transfer;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.identity.StaffId;
import org.jspecify.annotations.Nullable;

/**
 * To whom an agent hands a conversation on: a colleague, a group, or with neither whoever the plan finds.
 *
 * @param by name of the agent
 * @param note for the next one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Transfer(@Nullable StaffId agent, @Nullable String group, String by, String note) {}
