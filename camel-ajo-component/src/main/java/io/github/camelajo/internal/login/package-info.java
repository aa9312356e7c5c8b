/** One request to Adobe's login (IMS) and its answer. Holds no token. */
package io.github.camelajo.internal.login;
