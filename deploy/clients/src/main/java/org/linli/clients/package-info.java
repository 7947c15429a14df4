/** A partner's first programs, in Java and in TypeScript, on clients that a generator made of the OpenAPI document. */
package org.linli.clients;
