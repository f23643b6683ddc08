/** The model of satisfaction: how it is read from a conversation, and how it is fitted. */
@NullMarked
package dev.yiwen.triage.satisfaction;

import org.jspecify.annotations.NullMarked;
