/** What operators see: health checks, and metrics whose number of series is bounded. */
@NullMarked
package dev.yiwen.edge.monitoring;

import org.jspecify.annotations.NullMarked;
