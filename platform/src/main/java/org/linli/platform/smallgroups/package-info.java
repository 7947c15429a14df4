/** What figures about people may tell without telling of anybody. */
@NullMarked
package org.linli.platform.smallgroups;

import org.jspecify.annotations.NullMarked;
