/** Documents of partners: uploaded in pieces with resume (tus 1.0), checked by content, kept in files or in S3. */
@NullMarked
package org.linli.partner.document;

import org.jspecify.annotations.NullMarked;
