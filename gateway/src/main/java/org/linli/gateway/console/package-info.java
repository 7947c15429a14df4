/** The pages of console and portal: bundled from {@code src/main/console}, served under {@code /console}. */
@NullMarked
package org.linli.gateway.console;

import org.jspecify.annotations.NullMarked;
