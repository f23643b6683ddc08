/** What is added to every answer, and what the service says of itself to whoever embeds or examines it. */
@NullMarked
package dev.yiwen.edge.response;

import org.jspecify.annotations.NullMarked;
