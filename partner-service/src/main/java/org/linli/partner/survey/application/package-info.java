/** Commands on surveys and answers, one transaction each, and the ports to their tables. */
@NullMarked
package org.linli.partner.survey.application;

import org.jspecify.annotations.NullMarked;
