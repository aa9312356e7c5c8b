/** How the result of a call reaches a route. */
package io.github.camelajo.result;
