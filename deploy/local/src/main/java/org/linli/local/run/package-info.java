/** The main job on a person's own files: read, sent through the gateway, submitted, accepted, read back. */
@NullMarked
package org.linli.local.run;

import org.jspecify.annotations.NullMarked;
