/** The gateway on a real port, before real servers that are as slow, rude or absent as a test asks. */
package org.linli.gateway;
