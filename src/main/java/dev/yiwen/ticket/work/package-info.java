/** Owns how tickets are opened and changed, by staff and by their customers: the entities, and who may do what when. */
@NullMarked
package dev.yiwen.ticket.work;

import org.jspecify.annotations.NullMarked;
