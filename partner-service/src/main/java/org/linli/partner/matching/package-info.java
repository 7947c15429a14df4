/** Which needs, resources, projects, calls and proposals go together, ranked with the reasons shown. */
@NullMarked
package org.linli.partner.matching;

import org.jspecify.annotations.NullMarked;
