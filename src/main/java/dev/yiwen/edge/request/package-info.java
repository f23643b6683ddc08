/** Which requests are refused before any feature sees them: by path, origin, media type and body. */
@NullMarked
package dev.yiwen.edge.request;

import org.jspecify.annotations.NullMarked;
