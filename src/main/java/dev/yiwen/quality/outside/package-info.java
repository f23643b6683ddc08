/**
 * What customers say of the service in other places, as other systems hand it in: joined with the customer, and with the
 * conversation and the ticket that it is most likely about. It is shown beside the ratings and never counted among them.
 */
@NullMarked
package dev.yiwen.quality.outside;

import org.jspecify.annotations.NullMarked;
