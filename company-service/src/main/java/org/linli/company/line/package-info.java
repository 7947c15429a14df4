/** Business lines, as data that HQ can add to. */
@NullMarked
package org.linli.company.line;

import org.jspecify.annotations.NullMarked;
