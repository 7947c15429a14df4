/** Webhooks: partners' own endpoints are told of their events, signed, retried and kept until they are delivered or dead. */
@NullMarked
package org.linli.partner.webhook;

import org.jspecify.annotations.NullMarked;
