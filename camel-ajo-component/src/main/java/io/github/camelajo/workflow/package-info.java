/** What takes more than one call: walking the pages of a list, checking a connection. */
package io.github.camelajo.workflow;
