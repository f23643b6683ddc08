/** Who is offered which conversation: agents with free hands, those who may be served, and the offers between them. */
@NullMarked
package dev.yiwen.handoff.matching;

import org.jspecify.annotations.NullMarked;
