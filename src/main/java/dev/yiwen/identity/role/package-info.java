/** Roles as named sets of rights: the company's own, and who may give what to whom. */
@NullMarked
package dev.yiwen.identity.role;

import org.jspecify.annotations.NullMarked;
