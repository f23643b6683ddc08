/** Owns what supervisors do with incidents, and what they see of them. */
@NullMarked
package dev.yiwen.incident.desk;

import org.jspecify.annotations.NullMarked;
