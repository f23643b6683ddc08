/** What the description of the REST interface says beyond the resources' own types: who may, how to sign in, what fails. */
@NullMarked
package dev.yiwen.edge.description;

import org.jspecify.annotations.NullMarked;
