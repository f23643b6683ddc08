/** Owns what supervisors see of all conversations that agents have: who, what about, how it goes, and what needs them first. */
@NullMarked
package dev.yiwen.handoff.wall;

import org.jspecify.annotations.NullMarked;
