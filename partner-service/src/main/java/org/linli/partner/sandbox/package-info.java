/** What is only tried out, kept apart in a schema of its own: the same tables and code, and no query reaches both. */
@NullMarked
package org.linli.partner.sandbox;

import org.jspecify.annotations.NullMarked;
