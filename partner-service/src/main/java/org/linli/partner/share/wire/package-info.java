/** What others are told about shares. */
@NullMarked
package org.linli.partner.share.wire;

import org.jspecify.annotations.NullMarked;
