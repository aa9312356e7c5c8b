/** How the result of a call is returned to a route. */
package io.github.camelajo.result;
