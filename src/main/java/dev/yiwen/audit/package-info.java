/**
 * Owns the audit log, its search, export and check; and the ports by which each feature contributes to the retention, export
 * and erasure of people's data.
 *
 * <p>May import {@code shared}; everything else may import it.
 */
@NullMarked
package dev.yiwen.audit;

import org.jspecify.annotations.NullMarked;
