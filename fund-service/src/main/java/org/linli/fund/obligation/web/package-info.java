/** Obligations over HTTP: lists, one with its history, export, progress. */
@NullMarked
package org.linli.fund.obligation.web;

import org.jspecify.annotations.NullMarked;
