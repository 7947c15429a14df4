/** Surveys over HTTP, for their branch and for everybody. */
@NullMarked
package org.linli.partner.survey.web;

import org.jspecify.annotations.NullMarked;
