/**
 * Owns what people wrote in places that somebody else reads for us: comments under short videos, posts, groups. Answers go back by a
 * webhook.
 */
@NullMarked
package dev.yiwen.channel.social;

import org.jspecify.annotations.NullMarked;
