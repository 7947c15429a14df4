/** Commands over HTTP: one way to carry key, version, transaction and answer, and to tell a refusal. */
@NullMarked
package org.linli.platform.command;

import org.jspecify.annotations.NullMarked;
