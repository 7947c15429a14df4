/** Commands on items of the lists, one transaction each, and the port to their table. */
@NullMarked
package org.linli.partner.lists.application;

import org.jspecify.annotations.NullMarked;
